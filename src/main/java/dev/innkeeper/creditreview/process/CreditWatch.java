package dev.innkeeper.creditreview.process;

import dev.innkeeper.casefile.CasefileProperties;
import dev.innkeeper.common.Actor;
import dev.innkeeper.common.Phrase;
import dev.innkeeper.complaint.ComplaintInvestigated;
import dev.innkeeper.complaint.facts.Category;
import dev.innkeeper.complaint.facts.Finding;
import dev.innkeeper.creditreview.CreditCause;
import dev.innkeeper.creditreview.CreditDesk;
import dev.innkeeper.creditreview.CreditReviewDesk;
import dev.innkeeper.creditreview.ReviewRequest;
import dev.innkeeper.customer.InvoicesTaken;
import dev.innkeeper.customer.PaymentsTaken;
import dev.innkeeper.keyaccount.CreditReviewRequested;
import dev.innkeeper.keyaccount.DealClosed;
import dev.innkeeper.keyaccount.DealDesk;
import dev.innkeeper.keyaccount.facts.Stage;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What other features tell that is a reason to review a customer's credit. */
@Component
class CreditWatch {

    private final CreditReviewProcess process;
    private final CreditReviewDesk desk;
    private final CreditDesk credits;
    private final DealDesk deals;
    private final Clock clock;
    private final ZoneId zone;

    CreditWatch(
            CreditReviewProcess process,
            CreditReviewDesk desk,
            CreditDesk credits,
            DealDesk deals,
            Clock clock,
            CasefileProperties properties) {
        this.process = process;
        this.desk = desk;
        this.credits = credits;
        this.deals = deals;
        this.clock = clock;
        this.zone = properties.zone();
    }

    /** History makes a customer known and due, and is no event. */
    @EventListener
    void invoicesTaken(InvoicesTaken taken) {
        credits.billed(taken.customerIds(), taken.earliest());
        if (!taken.imported()) {
            lookAtUse(taken.customerIds());
        }
    }

    @EventListener
    void paymentsTaken(PaymentsTaken taken) {
        if (!taken.imported()) {
            lookAtUse(taken.customerIds());
        }
    }

    private void lookAtUse(Set<String> customerIds) {
        customerIds.stream()
                .sorted()
                .forEach(
                        customer ->
                                desk.highUse(customer)
                                        .ifPresent(request -> process.open(request, Actor.SYSTEM)));
    }

    @EventListener
    void complaintInvestigated(ComplaintInvestigated investigated) {
        var customer = investigated.customerId();
        if (customer != null
                && investigated.category() == Category.BILLING
                && investigated.finding() != Finding.UNJUSTIFIED) {
            open(
                    customer,
                    CreditCause.COMPLAINT,
                    investigated.number().value(),
                    Phrase.both(
                            "Complaint %s of a bill: %s"
                                    .formatted(
                                            investigated.number(),
                                            investigated.finding().english()),
                            "账单投诉%s：%s"
                                    .formatted(
                                            investigated.number(),
                                            investigated.finding().chinese())));
        }
    }

    @EventListener
    void creditReviewRequested(CreditReviewRequested requested) {
        open(
                requested.customerId(),
                CreditCause.DEAL,
                requested.deal().value(),
                Phrase.both(
                        "Deal %s asks for credit".formatted(requested.deal()),
                        "商机%s需要信用额度".formatted(requested.deal())));
    }

    @EventListener
    void dealClosed(DealClosed closed) {
        if (closed.outcome() == Stage.WON) {
            open(
                    deals.read(closed.deal()).customerId(),
                    CreditCause.DEAL_WON,
                    closed.deal().value(),
                    Phrase.both(
                            "Deal %s is won".formatted(closed.deal()),
                            "商机%s已赢单".formatted(closed.deal())));
        }
    }

    private void open(String customer, CreditCause cause, String key, String words) {
        process.open(
                new ReviewRequest(
                        customer, cause, key, LocalDate.ofInstant(clock.instant(), zone), words),
                Actor.SYSTEM);
    }
}
