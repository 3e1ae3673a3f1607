package dev.innkeeper.creditreview;

import dev.innkeeper.common.Actor;
import dev.innkeeper.common.Phrase;
import dev.innkeeper.creditreview.facts.CreditEvents;
import dev.innkeeper.creditreview.facts.CreditSignal;
import dev.innkeeper.customer.OverdueInvoice;
import dev.innkeeper.customer.ReceivablesDesk;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a customer owes as a reason to review its credit: by the rules, and each reason once. */
@Component
class CreditSignals {

    private final CreditDesk credits;
    private final CreditReviewRecords records;
    private final CreditJudgements judgements;
    private final ReceivablesDesk receivables;

    CreditSignals(
            CreditDesk credits,
            CreditReviewRecords records,
            CreditJudgements judgements,
            ReceivablesDesk receivables) {
        this.credits = credits;
        this.records = records;
        this.judgements = judgements;
        this.receivables = receivables;
    }

    /** What is long overdue, and was not raised before. */
    List<ReviewRequest> overdue(String customerId, LocalDate asOf, CreditEvents marks) {
        List<OverdueInvoice> late =
                receivables.overdue(customerId, asOf).stream()
                        .filter(invoice -> !invoice.disputed())
                        .filter(invoice -> invoice.daysOverdue() > marks.overdueMoreThanDays())
                        .toList();
        Set<String> raised =
                records.raised(
                        customerId,
                        CreditCause.OVERDUE,
                        late.stream().map(OverdueInvoice::number).toList());
        List<ReviewRequest> requests = new ArrayList<>();
        for (OverdueInvoice invoice : late) {
            if (!raised.contains(invoice.number())) {
                requests.add(
                        new ReviewRequest(
                                customerId,
                                CreditCause.OVERDUE,
                                invoice.number(),
                                asOf,
                                Phrase.both(
                                        "Invoice %s is overdue for %d days, %s CNY are open"
                                                .formatted(
                                                        invoice.number(),
                                                        invoice.daysOverdue(),
                                                        invoice.open()),
                                        "账单%s逾期%d天，未付%s元"
                                                .formatted(
                                                        invoice.number(),
                                                        invoice.daysOverdue(),
                                                        invoice.open()))));
            }
        }
        return requests;
    }

    /**
     * Whether the use of the limit has risen to where the rules raise it; it is raised once until
     * it has come down again.
     */
    @Nullable ReviewRequest use(CreditAccount account, BigDecimal percent, LocalDate asOf) {
        CreditEvents events =
                judgements.events(new CreditSignal(0, percent, account.isUseRaised()));
        if (events.useCameDown()) {
            account.raiseUse(false);
            credits.save(account);
        }
        if (!events.highUse()) {
            return null;
        }
        account.raiseUse(true);
        credits.save(account);
        return new ReviewRequest(
                account.customerId(),
                CreditCause.LIMIT_USE,
                asOf + " #" + account.version(),
                asOf,
                Phrase.both(
                        "%s percent of the limit are in use".formatted(words(percent)),
                        "额度已使用%s%%".formatted(words(percent))));
    }

    /** What a review sees raises no other review. */
    void belongTo(CreditReview review, CreditFigures figures, Instant now) {
        if (!figures.overdue().isZero()) {
            credits.lock(review.customerId());
            overdue(review.customerId(), review.asOf(), judgements.marks())
                    .forEach(request -> records.raise(request, review.number(), Actor.SYSTEM, now));
        }
    }

    /** A use that is high by the new limit was judged with it: only the next rise is news. */
    void judged(CreditReview review) {
        CreditAccount account = credits.lock(review.customerId());
        BigDecimal use = CreditReviewDesk.use(review.figures().openBalance(), account.limit());
        boolean high = use != null && isHigh(use, judgements.marks());
        if (high != account.isUseRaised()) {
            account.raiseUse(high);
            credits.save(account);
        }
    }

    /** Whether the rules would raise this use, in percent of the limit. */
    static boolean isHigh(BigDecimal use, CreditEvents marks) {
        return use.compareTo(marks.useMoreThanPercent()) > 0;
    }

    private static String words(BigDecimal percent) {
        return percent.stripTrailingZeros().toPlainString();
    }
}
