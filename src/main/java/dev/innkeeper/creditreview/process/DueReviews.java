package dev.innkeeper.creditreview.process;

import dev.innkeeper.common.Actor;
import dev.innkeeper.creditreview.CreditCause;
import dev.innkeeper.creditreview.CreditReviewDesk;
import dev.innkeeper.nightly.NightlyWork;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** Opens the reviews of the customers who are due for one. */
@Component
class DueReviews implements NightlyWork {

    static final String NAME = "credit-review-selection";
    private static final int ORDER = 30;

    private final CreditReviewDesk desk;
    private final CreditReviewProcess process;

    DueReviews(CreditReviewDesk desk, CreditReviewProcess process) {
        this.desk = desk;
        this.process = process;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public List<String> due(String after, int limit, LocalDate asOf) {
        return desk.due(after, asOf, limit);
    }

    @Override
    public int handle(List<String> customerIds, LocalDate asOf) {
        return (int)
                customerIds.stream()
                        .map(
                                customer ->
                                        process.open(
                                                customer,
                                                CreditCause.DUE,
                                                asOf.toString(),
                                                asOf,
                                                "",
                                                Actor.SYSTEM))
                        .filter(opened -> opened.isStarted())
                        .count();
    }
}
