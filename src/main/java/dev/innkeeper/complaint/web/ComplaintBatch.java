package dev.innkeeper.complaint.web;

import dev.innkeeper.api.Batch;
import dev.innkeeper.api.CsvLayout;
import dev.innkeeper.api.Idempotency;
import dev.innkeeper.api.RowSource;
import dev.innkeeper.common.Actor;
import dev.innkeeper.common.Language;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes many complaints, each in a transaction of its own: bad rows are reported, the rest is
 * taken.
 */
@Component
class ComplaintBatch {

    private static final Map<String, String> COLUMNS = columns();

    private final ComplaintStart start;
    private final Batch batch;

    ComplaintBatch(ComplaintStart start, Batch batch) {
        this.start = start;
        this.batch = batch;
    }

    /** The columns of a file; rows that name no channel came by this one. */
    static CsvLayout layout(String channel) {
        return new CsvLayout(
                COLUMNS,
                Set.of("amountInDispute"),
                Set.of("inHouse", "lawyerOrPressNamed", "publiclyVisible"),
                Map.of("channel", channel),
                "text",
                "Name the column with the guest's words text. | 请将客人原话所在列命名为 text。",
                "Send a header line such as id,text and one line per complaint. |"
                        + " 请发送标题行（如 id,text），之后每行一个投诉。");
    }

    private static Map<String, String> columns() {
        Map<String, String> columns = new LinkedHashMap<>();
        columns.put("id", "externalId");
        for (String field :
                List.of(
                        "externalId",
                        "kind",
                        "channel",
                        "receivedAt",
                        "customerId",
                        "reference",
                        "eventStart",
                        "eventEnd",
                        "inHouse",
                        "checkOutAt",
                        "category",
                        "dimension",
                        "text",
                        "remedySought",
                        "amountInDispute",
                        "harm",
                        "lawyerOrPressNamed",
                        "publiclyVisible")) {
            columns.put(field, field);
        }
        for (String field : List.of("name", "company", "phone", "email", "weChat")) {
            columns.put(field, "guest." + field);
            columns.put("guest." + field, "guest." + field);
        }
        return columns;
    }

    BatchReport take(RowSource source, @Nullable String key, Actor by, Language language) {
        Batch.Taken<BatchReport.Row> taken =
                batch.take(
                        source,
                        ComplaintRequest.class,
                        language,
                        (row, place) -> take(row, place, key, by),
                        (place, problems) ->
                                new BatchReport.Row(
                                        place.number(),
                                        place.line(),
                                        place.externalId(),
                                        BatchReport.Outcome.REFUSED,
                                        null,
                                        problems));
        List<BatchReport.Row> results = taken.rows();
        return new BatchReport(
                results.size(),
                count(results, BatchReport.Outcome.STARTED),
                count(results, BatchReport.Outcome.LINKED),
                count(results, BatchReport.Outcome.REPEATED),
                count(results, BatchReport.Outcome.REFUSED),
                taken.stopped(),
                results);
    }

    private BatchReport.Row take(
            ComplaintRequest request, Batch.Place place, @Nullable String key, Actor by) {
        Idempotency.Once<ComplaintSummary> once =
                start.start(request, key == null ? null : key + "/" + place.number(), by);
        BatchReport.Outcome outcome = BatchReport.Outcome.STARTED;
        if (once.repeated()) {
            outcome = BatchReport.Outcome.REPEATED;
        } else if (once.answer().linkedTo() != null) {
            outcome = BatchReport.Outcome.LINKED;
        }
        return new BatchReport.Row(
                place.number(),
                place.line(),
                place.externalId(),
                outcome,
                once.answer(),
                List.of());
    }

    private static int count(List<BatchReport.Row> results, BatchReport.Outcome outcome) {
        return (int) results.stream().filter(row -> row.outcome() == outcome).count();
    }
}
