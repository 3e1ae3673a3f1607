package dev.innkeeper.creditreview;

import dev.innkeeper.casefile.CaseLink;
import dev.innkeeper.casefile.TimeLineEntry;
import dev.innkeeper.common.Money;
import dev.innkeeper.complaint.ComplaintRow;
import dev.innkeeper.creditreview.facts.FactorShare;
import dev.innkeeper.customer.CustomerView;
import dev.innkeeper.keyaccount.DealRow;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A review with all that whoever works on it needs to know.
 *
 * @param review the review
 * @param progress where it stands
 * @param customer whose credit it is
 * @param standing that credit as it is now
 * @param before the terms that held before, or null for a first review
 * @param granted the terms that it granted, or null
 * @param factors what each factor brought to the score; empty until it is judged
 * @param events why it is held, the first reason first
 * @param complaints the customer's latest complaints
 * @param deals the customer's latest deals
 * @param plannedByDeals what these deals bring in a month, in CNY
 * @param timeLine what happened, oldest first
 * @param links the cases that belong to it
 * @param allowed what its state allows
 */
public record CreditReviewFile(
        CreditReviewView review,
        CreditReviewProgress progress,
        CustomerView customer,
        CreditStanding standing,
        @Nullable CreditTerms before,
        @Nullable CreditTerms granted,
        List<FactorShare> factors,
        List<CreditEvent> events,
        List<ComplaintRow> complaints,
        List<DealRow> deals,
        Money plannedByDeals,
        List<TimeLineEntry> timeLine,
        List<CaseLink> links,
        Set<CreditReviewAction> allowed) {}
