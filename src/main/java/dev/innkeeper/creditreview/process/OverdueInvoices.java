package dev.innkeeper.creditreview.process;

import dev.innkeeper.common.Actor;
import dev.innkeeper.creditreview.CreditReviewDesk;
import dev.innkeeper.creditreview.ReviewRequest;
import dev.innkeeper.nightly.NightlyWork;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Raises what reviewed customers owe too long, and limits that are nearly used up, as reasons to
 * review them again. Who was never reviewed is due for a first review anyway.
 */
@Component
class OverdueInvoices implements NightlyWork {

    static final String NAME = "overdue-invoices";
    private static final int ORDER = 20;

    private final CreditReviewDesk desk;
    private final CreditReviewProcess process;

    OverdueInvoices(CreditReviewDesk desk, CreditReviewProcess process) {
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
        return desk.reviewed(after, limit);
    }

    @Override
    public int handle(List<String> customerIds, LocalDate asOf) {
        List<ReviewRequest> reasons = desk.reasons(customerIds, asOf);
        reasons.forEach(reason -> process.open(reason, Actor.SYSTEM));
        return (int) reasons.stream().map(ReviewRequest::customerId).distinct().count();
    }
}
