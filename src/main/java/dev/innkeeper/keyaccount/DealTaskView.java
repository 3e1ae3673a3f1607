package dev.innkeeper.keyaccount;

import dev.innkeeper.casefile.CaseLink;
import dev.innkeeper.casefile.TimeLineEntry;
import dev.innkeeper.customer.CustomerView;
import java.util.List;
import java.util.Set;

/**
 * Everything that a person needs to see who works on a deal.
 *
 * @param deal the deal
 * @param progress its answers and dates now
 * @param customer the customer
 * @param others earlier and later deals of the same customer, latest first, at most 20
 * @param stages the stages that it passed, first first
 * @param followUps the latest entries of the follow-up log, latest first
 * @param payments what the customer paid
 * @param timeLine everything that happened, oldest first
 * @param links cases that belong to it
 * @param reasons why a deal may end
 * @param allowed what can be done next, whoever may do it
 */
public record DealTaskView(
        DealView deal,
        DealProgress progress,
        CustomerView customer,
        List<DealRow> others,
        List<StageView> stages,
        List<FollowUpView> followUps,
        List<PaymentView> payments,
        List<TimeLineEntry> timeLine,
        List<CaseLink> links,
        List<DealReason> reasons,
        Set<DealAction> allowed) {}
