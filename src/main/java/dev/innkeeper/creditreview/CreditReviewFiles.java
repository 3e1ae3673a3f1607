package dev.innkeeper.creditreview;

import dev.innkeeper.casefile.CaseLinks;
import dev.innkeeper.casefile.CasefileProperties;
import dev.innkeeper.casefile.TimeLine;
import dev.innkeeper.common.Money;
import dev.innkeeper.complaint.ComplaintFilter;
import dev.innkeeper.complaint.ComplaintList;
import dev.innkeeper.complaint.ComplaintRow;
import dev.innkeeper.complaint.ComplaintSort;
import dev.innkeeper.customer.CustomerDesk;
import dev.innkeeper.keyaccount.DealFilter;
import dev.innkeeper.keyaccount.DealList;
import dev.innkeeper.keyaccount.DealRow;
import dev.innkeeper.keyaccount.DealSort;
import dev.innkeeper.keyaccount.facts.Stage;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers all that is known of a credit review. */
@Component
class CreditReviewFiles {

    private static final int LATEST = 5;
    private static final int LATEST_DEALS = 20;
    private static final BigDecimal MONTHS = BigDecimal.valueOf(12);

    /** Deals that will bring something, or do. */
    private static final Set<Stage> PLANNED =
            EnumSet.of(Stage.PLANNED, Stage.PROPOSED, Stage.NEGOTIATING, Stage.WON);

    private final CreditDesk credits;
    private final CreditReviewRecords records;
    private final CustomerDesk customers;
    private final ComplaintList complaints;
    private final DealList deals;
    private final TimeLine timeLine;
    private final CaseLinks links;
    private final ZoneId zone;

    CreditReviewFiles(
            CreditDesk credits,
            CreditReviewRecords records,
            CustomerDesk customers,
            ComplaintList complaints,
            DealList deals,
            TimeLine timeLine,
            CaseLinks links,
            CasefileProperties properties) {
        this.credits = credits;
        this.records = records;
        this.customers = customers;
        this.complaints = complaints;
        this.deals = deals;
        this.timeLine = timeLine;
        this.links = links;
        this.zone = properties.zone();
    }

    CreditReviewFile of(CreditReview review) {
        CreditReviewView view = review.view();
        List<DealRow> dealsOfCustomer = deals(view.customerId());
        return new CreditReviewFile(
                view,
                review.progress(),
                customers.read(view.customerId()),
                credits.standing(view.customerId()),
                version(view.customerId(), view.termsBefore()),
                version(view.customerId(), view.termsGranted()),
                records.factors(view.number()),
                records.events(view.number()),
                complaints(view.customerId()),
                dealsOfCustomer.stream().limit(LATEST).toList(),
                planned(dealsOfCustomer, view.asOf()),
                timeLine.of(view.number()),
                links.of(view.number()),
                allowed(view, review.progress()));
    }

    private @Nullable CreditTerms version(String customerId, @Nullable Integer version) {
        return version == null ? null : credits.version(customerId, version).orElse(null);
    }

    private List<ComplaintRow> complaints(String customerId) {
        ComplaintFilter all = ComplaintFilter.ALL;
        return complaints
                .find(
                        new ComplaintFilter(
                                all.statuses(),
                                all.severities(),
                                all.categories(),
                                null,
                                null,
                                customerId,
                                null,
                                null,
                                null,
                                null,
                                null),
                        ComplaintSort.RECEIVED_LATEST_FIRST,
                        0,
                        LATEST)
                .items();
    }

    private List<DealRow> deals(String customerId) {
        return deals.find(
                        new DealFilter(
                                Set.of(), Set.of(), null, customerId, null, null, null, null),
                        DealSort.REGISTERED_LATEST_FIRST,
                        0,
                        LATEST_DEALS)
                .items();
    }

    /** A deal that was won more than a year before no longer tells what is planned. */
    private Money planned(List<DealRow> all, LocalDate asOf) {
        Money yearly =
                all.stream()
                        .filter(deal -> PLANNED.contains(deal.stage()))
                        .filter(
                                deal ->
                                        deal.closedAt() == null
                                                || LocalDate.ofInstant(deal.closedAt(), zone)
                                                        .isAfter(asOf.minusYears(1)))
                        .map(DealRow::value)
                        .reduce(Money.ZERO, Money::plus);
        return new Money(yearly.amount().divide(MONTHS, 2, RoundingMode.DOWN));
    }

    private static Set<CreditReviewAction> allowed(
            CreditReviewView review, CreditReviewProgress progress) {
        Set<CreditReviewAction> allowed = EnumSet.noneOf(CreditReviewAction.class);
        switch (review.state()) {
            case ASSESSING -> {
                if (review.companyBy() == null) {
                    allowed.add(CreditReviewAction.ASSESS_COMPANY);
                }
                if (review.financesBy() == null) {
                    allowed.add(CreditReviewAction.ASSESS_FINANCES);
                }
                allowed.add(CreditReviewAction.WITHDRAW);
            }
            case APPROVING -> {
                allowed.add(CreditReviewAction.APPROVE);
                allowed.add(CreditReviewAction.WITHDRAW);
            }
            case OPENED, JUDGING, APPROVED -> allowed.add(CreditReviewAction.WITHDRAW);
            case APPLIED -> {
                if (progress.cut() && review.informedBy() == null) {
                    allowed.add(CreditReviewAction.INFORM_CUSTOMER);
                }
            }
            case REJECTED, WITHDRAWN -> {}
        }
        return allowed;
    }
}
