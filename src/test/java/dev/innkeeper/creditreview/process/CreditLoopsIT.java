package dev.innkeeper.creditreview.process;

import static dev.innkeeper.creditreview.process.CreditOffice.APPROVED;
import static dev.innkeeper.creditreview.process.CreditOffice.FINANCE;
import static dev.innkeeper.creditreview.process.CreditOffice.GOOD_COMPANY;
import static dev.innkeeper.creditreview.process.CreditOffice.GOOD_FINANCES;
import static dev.innkeeper.creditreview.process.CreditOffice.PMS;
import static dev.innkeeper.creditreview.process.CreditOffice.WEAK_COMPANY;
import static dev.innkeeper.creditreview.process.CreditOffice.WEAK_FINANCES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.innkeeper.casefile.CaseLink;
import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Money;
import dev.innkeeper.complaint.Intake;
import dev.innkeeper.complaint.facts.Category;
import dev.innkeeper.complaint.facts.Channel;
import dev.innkeeper.complaint.facts.Harm;
import dev.innkeeper.complaint.facts.ServqualDimension;
import dev.innkeeper.complaint.process.ComplaintProcess;
import dev.innkeeper.creditreview.CreditCause;
import dev.innkeeper.creditreview.CreditDesk;
import dev.innkeeper.creditreview.CreditEvent;
import dev.innkeeper.customer.InvoicesTaken;
import dev.innkeeper.keyaccount.Leads;
import dev.innkeeper.keyaccount.facts.GateItem;
import dev.innkeeper.keyaccount.facts.LeadVerdict;
import dev.innkeeper.keyaccount.facts.Stage;
import dev.innkeeper.keyaccount.process.Pipeline;
import dev.innkeeper.support.InnkeeperTest;
import dev.innkeeper.support.Staff;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/** What the features make of each other's news: complaints, deals and credit. */
@InnkeeperTest
class CreditLoopsIT {

    @Autowired private ComplaintProcess complaints;
    @Autowired private CreditDesk credits;
    @Autowired private Staff staff;
    @Autowired private ApplicationEventPublisher events;
    @Autowired private TransactionTemplate transaction;
    private CreditOffice office;
    private Pipeline pipeline;

    @BeforeEach
    void openTheDesks(@Autowired AutowireCapableBeanFactory beans) {
        office = beans.createBean(CreditOffice.class);
        pipeline = beans.createBean(Pipeline.class);
    }

    @Test
    void aJustifiedComplaintOfABillIsAReasonForAReview() {
        var customer = office.goodCustomer();

        var complaint = billing(customer, "JUSTIFIED");

        var review = office.open(customer);
        assertThat(review.file().events())
                .extracting(CreditEvent::cause, CreditEvent::key)
                .containsExactly(tuple(CreditCause.COMPLAINT, complaint.value()));
        assertThat(review.file().links())
                .extracting(CaseLink::other, CaseLink::kind)
                .containsExactly(tuple(complaint, CaseLink.Kind.REVIEWS));
        assertThat(review.shown("assessCompany").get("complaintsText").toString())
                .contains(complaint.value(), "Billing");
    }

    @Test
    void anUnjustifiedComplaintOfABillIsNone() {
        var customer = office.goodCustomer();

        billing(customer, "UNJUSTIFIED");

        assertThat(credits.standing(customer).openReview()).isNull();
    }

    private CaseNumber billing(String customer, String finding) {
        var number =
                complaints
                        .start(
                                Intake.said(Channel.LOBBY, "The bill shows a night too many.")
                                        .customerId(customer)
                                        .category(Category.BILLING)
                                        .dimension(ServqualDimension.RELIABILITY)
                                        .harm(Harm.FINANCIAL)
                                        .lawyerOrPressNamed(false)
                                        .build(),
                                PMS)
                        .number();
        staff.complete(number, "acknowledgeComplaint", "supervisor1", Map.of("words", "Sorry."));
        staff.complete(
                number,
                "investigateComplaint",
                "finance1",
                Map.of(
                        "finding",
                        finding,
                        "account",
                        "Looked at the bill.",
                        "rootCause",
                        "BILLING_WRONG_CHARGE",
                        "answerable",
                        "finance",
                        "giveApology",
                        true,
                        "amount",
                        0L));
        return number;
    }

    @Test
    void aWonDealStartsTheFirstReviewOfItsCustomer() {
        var deal = pipeline.bring(Leads.of("Ruikang")).won();
        var customer = deal.view().customerId();

        var review = office.open(customer);

        // Asked for when the deal was negotiated; that it is won joins.
        assertThat(review.file().events())
                .extracting(CreditEvent::cause)
                .containsExactly(CreditCause.DEAL, CreditCause.DEAL_WON);
        assertThat(review.file().before()).isNull();
        assertThat(review.shown("assessFinances").get("dealsText").toString())
                .contains(deal.number.value());
        // 400,000 in the first year.
        assertThat(review.shown("assessFinances")).containsEntry("plannedSpend", "33333.33");
    }

    @Test
    void creditWithinTheReviewedLimitOpensTheGateAndAHoldShutsIt() {
        var deal = pipeline.bring(Leads.of("Ruikang"));
        var customer = deal.view().customerId();
        var invoice = office.invoice(customer, 120_000, "2026-01-05", "2026-02-05");
        office.pay(invoice, 120_000, "2026-02-05");
        deal.negotiating();
        var onCredit =
                CreditOffice.and(
                        Pipeline.CONTRACT, Map.of("prepaid", false, "creditRequested", 2_000));
        deal.complete("closeDeal", "sales1", onCredit);
        assertThat(deal.view().missing()).containsExactly(GateItem.CREDIT);

        review(customer);
        credits.hold(customer, "Owner arrested", FINANCE);
        deal.complete("closeDeal", "sales1", onCredit);
        assertThat(deal.stage()).isEqualTo(Stage.NEGOTIATING);
        assertThat(deal.view().missing()).containsExactly(GateItem.CREDIT);

        credits.release(customer, "Set free", FINANCE);
        deal.complete("closeDeal", "sales1", onCredit);
        assertThat(deal.stage()).isEqualTo(Stage.WON);
    }

    /** The first review at 120,000 a year: a quarter of 10,000 a month for a small customer. */
    private void review(String customer) {
        office.open(customer)
                .assessed(GOOD_COMPANY, GOOD_FINANCES)
                .complete("approveTerms", "finance2", APPROVED);
        assertThat(credits.standing(customer).limit()).isGreaterThan(Money.ZERO);
    }

    @Test
    void aCustomerOnHoldBringsNoLead() {
        var first = pipeline.bring(Leads.of("Ruikang"));
        var customer = first.view().customerId();
        var review = office.review(customer).assessed(WEAK_COMPANY, WEAK_FINANCES);
        // 40 points by 75 percent, and 100 for want of a late payment by 25: fair.
        assertThat(review.file().review().score()).isEqualTo(55);
        credits.hold(customer, "Overdue", FINANCE);

        var onHold = pipeline.bring(Leads.of("Ruikang", "Banquet", "sales1"));
        assertThat(onHold.view().verdict()).isEqualTo(LeadVerdict.DISCARD);

        credits.release(customer, "Paid", FINANCE);
        var other = pipeline.bring(Leads.of("Ruikang", "Weddings", "sales1"));
        assertThat(other.view().verdict()).isEqualTo(LeadVerdict.QUALIFY);
    }

    @Test
    void aScoreBelowFiftyLetsTheNextLeadBeDiscarded() {
        var first = pipeline.bring(Leads.of("Ruikang"));
        var customer = first.view().customerId();
        office.review(customer)
                .assessed(
                        Map.of("company", 20, "market", 20, "economy", 20),
                        Map.of("finances", 20, "guarantees", 20));
        assertThat(credits.standing(customer).cashOnly()).isTrue();

        var next = pipeline.bring(Leads.of("Ruikang", "Banquet", "sales1"));

        assertThat(next.view().verdict()).isEqualTo(LeadVerdict.DISCARD);
    }

    @Test
    void historyMakesACustomerKnownAndIsNoEvent() {
        var customer = office.goodCustomer();
        office.reviewed(customer);
        var other = office.customer();

        transaction.executeWithoutResult(
                status ->
                        events.publishEvent(
                                new InvoicesTaken(
                                        Set.of(customer, other), LocalDate.of(2025, 6, 1), true)));

        assertThat(credits.standing(customer).openReview()).isNull();
        assertThat(credits.standing(other).nextReviewOn()).isEqualTo(LocalDate.of(2025, 6, 1));
        assertThat(credits.standing(other).openReview()).isNull();
    }
}
