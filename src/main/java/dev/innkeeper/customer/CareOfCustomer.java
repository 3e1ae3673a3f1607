package dev.innkeeper.customer;

import dev.innkeeper.common.Language;
import dev.innkeeper.common.Page;
import dev.innkeeper.customer.facts.CareCause;
import dev.innkeeper.customer.facts.OfferKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The care calls of a customer, as a section of the file. */
@Component
class CareOfCustomer implements FilePart {

    private final CareList list;

    CareOfCustomer(CareList list) {
        this.list = list;
    }

    /** A case of care; what the offer is worth in CNY. */
    record Row(
            String number,
            CareCause cause,
            String causeLabel,
            CareState state,
            String stateLabel,
            boolean open,
            @Nullable CareOutcome outcome,
            @Nullable String outcomeLabel,
            OfferKind offer,
            String offerLabel,
            BigDecimal worth,
            int attempts,
            Instant openedAt,
            @Nullable Instant closedAt,
            String href) {}

    @Override
    public FileSection section() {
        return FileSection.CARE;
    }

    @Override
    public Content read(Question question) {
        Page<CareRow> found =
                list.find(
                        new CareFilter(
                                Set.of(), Set.of(), Set.of(), question.customerId(), null, null),
                        question.offset(),
                        question.limit());
        return new Content(
                null,
                new Page<>(
                        found.items().stream().map(row -> row(row, question.language())).toList(),
                        found.total()));
    }

    private static Row row(CareRow row, Language language) {
        CareOutcome outcome = row.outcome();
        return new Row(
                row.number().value(),
                row.cause(),
                language.of(row.cause()),
                row.state(),
                language.of(row.state()),
                row.closedAt() == null,
                outcome,
                outcome == null ? null : language.of(outcome),
                row.offer(),
                language.of(row.offer()),
                row.worth().amount(),
                row.attempts(),
                row.openedAt(),
                row.closedAt(),
                "/api/care-cases/" + row.number());
    }
}
