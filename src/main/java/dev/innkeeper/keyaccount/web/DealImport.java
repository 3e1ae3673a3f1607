package dev.innkeeper.keyaccount.web;

import dev.innkeeper.api.Batch;
import dev.innkeeper.api.CsvLayout;
import dev.innkeeper.api.DateForm;
import dev.innkeeper.api.Idempotency;
import dev.innkeeper.api.RowSource;
import dev.innkeeper.common.Actor;
import dev.innkeeper.common.Language;
import dev.innkeeper.keyaccount.DealHistory;
import dev.innkeeper.keyaccount.PastDeal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes deals of the past, each in a transaction of its own and once per external id. */
@Component
class DealImport {

    /** The columns of a file, by our names and by those that sales systems give them. */
    static final CsvLayout LAYOUT =
            new CsvLayout(
                    Map.ofEntries(
                            Map.entry("id", "externalId"),
                            Map.entry("externalId", "externalId"),
                            Map.entry("opportunityId", "externalId"),
                            Map.entry("owner", "owner"),
                            Map.entry("salesAgent", "owner"),
                            Map.entry("manager", "manager"),
                            Map.entry("product", "product"),
                            Map.entry("company", "company"),
                            Map.entry("account", "company"),
                            Map.entry("sector", "sector"),
                            Map.entry("stage", "stage"),
                            Map.entry("dealStage", "stage"),
                            Map.entry("engagedOn", "engagedOn"),
                            Map.entry("engageDate", "engagedOn"),
                            Map.entry("closedOn", "closedOn"),
                            Map.entry("closeDate", "closedOn"),
                            Map.entry("value", "value"),
                            Map.entry("closeValue", "value")),
                    Set.of("value"),
                    Set.of(),
                    Map.of(),
                    "stage",
                    "Name the column that says how far each deal came stage. |"
                            + " 请将表示商机阶段的列命名为 stage。",
                    "Send a header line such as id,company,stage,engagedOn,closedOn,value and one"
                            + " line per deal. | 请发送标题行（如"
                            + " id,company,stage,engagedOn,closedOn,value），之后每行一个商机。");

    private final DealHistory history;
    private final Idempotency idempotency;
    private final Batch batch;

    DealImport(DealHistory history, Idempotency idempotency, Batch batch) {
        this.history = history;
        this.idempotency = idempotency;
        this.batch = batch;
    }

    /**
     * Takes the rows that can be taken.
     *
     * @param key makes rows without an external id safe to send again, or null
     */
    ImportReport take(
            RowSource source,
            DateForm dates,
            StageNames stages,
            @Nullable String key,
            Actor by,
            Language language) {
        Batch.Taken<ImportReport.Row> taken =
                batch.take(
                        source,
                        PastDealRequest.class,
                        language,
                        (row, place) -> take(row.toPastDeal(dates, stages), place, key, by),
                        (place, problems) ->
                                new ImportReport.Row(
                                        place.number(),
                                        place.line(),
                                        place.externalId(),
                                        ImportReport.Outcome.REFUSED,
                                        null,
                                        problems));
        List<ImportReport.Row> rows = taken.rows();
        return new ImportReport(
                rows.size(),
                count(rows, ImportReport.Outcome.IMPORTED),
                (int)
                        rows.stream()
                                .filter(row -> row.outcome() == ImportReport.Outcome.IMPORTED)
                                .map(ImportReport.Row::deal)
                                .filter(Objects::nonNull)
                                .filter(deal -> !deal.collidesWith().isEmpty())
                                .count(),
                count(rows, ImportReport.Outcome.REPEATED),
                count(rows, ImportReport.Outcome.REFUSED),
                taken.stopped(),
                rows);
    }

    private ImportReport.Row take(
            PastDeal past, Batch.Place place, @Nullable String key, Actor by) {
        List<String> keys = new ArrayList<>(2);
        if (key != null) {
            keys.add("past-deal:" + key + "/" + place.number());
        }
        if (past.externalId() != null) {
            keys.add("external-id:past-deal:" + past.externalId());
        }
        Idempotency.Once<ImportReport.Summary> once =
                idempotency.once(
                        keys,
                        by.userId(),
                        past,
                        ImportReport.Summary.class,
                        () -> ImportReport.Summary.of(history.take(past, by), past.stage()));
        return new ImportReport.Row(
                place.number(),
                place.line(),
                place.externalId(),
                once.repeated() ? ImportReport.Outcome.REPEATED : ImportReport.Outcome.IMPORTED,
                once.answer(),
                List.of());
    }

    private static int count(List<ImportReport.Row> rows, ImportReport.Outcome outcome) {
        return (int) rows.stream().filter(row -> row.outcome() == outcome).count();
    }
}
