package dev.innkeeper.keyaccount;

import dev.innkeeper.casefile.CaseLinks;
import dev.innkeeper.casefile.TimeLine;
import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.customer.CustomerDesk;
import dev.innkeeper.keyaccount.facts.Stage;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Gathers what people see of a deal. */
@Component
class DealViews {

    private static final int MOST_OTHERS = 20;

    private final DealRecords records;
    private final DealListing listing;
    private final DealReasons reasons;
    private final CustomerDesk customers;
    private final TimeLine timeLine;
    private final CaseLinks links;

    DealViews(
            DealRecords records,
            DealListing listing,
            DealReasons reasons,
            CustomerDesk customers,
            TimeLine timeLine,
            CaseLinks links) {
        this.records = records;
        this.listing = listing;
        this.reasons = reasons;
        this.customers = customers;
        this.timeLine = timeLine;
        this.links = links;
    }

    DealView view(Deal deal) {
        return deal.view(records.team(deal.number()), records.budget(deal.number()));
    }

    DealTaskView of(Deal deal, DealProgress progress) {
        CaseNumber number = deal.number();
        DealView view = view(deal);
        return new DealTaskView(
                view,
                progress,
                customers.read(view.customerId()),
                listing.ofCustomer(view.customerId(), number, MOST_OTHERS),
                records.stages(number),
                records.followUps(number),
                records.payments(number),
                timeLine.of(number),
                links.of(number),
                reasons.all(),
                allowed(view));
    }

    private static Set<DealAction> allowed(DealView deal) {
        EnumSet<DealAction> actions = EnumSet.of(DealAction.COMMENT);
        if (deal.imported() || deal.stage() == Stage.LINKED) {
            return actions;
        }
        switch (deal.stage()) {
            case LEAD -> actions.add(DealAction.VERIFY);
            case QUALIFIED ->
                    actions.add(
                            deal.plannedBy() == null ? DealAction.PLAN : DealAction.APPROVE_PLAN);
            case PLANNED -> actions.add(DealAction.PROPOSE);
            case PROPOSED -> actions.add(DealAction.NEGOTIATE);
            case NEGOTIATING -> actions.add(DealAction.CLOSE);
            case WON -> {
                if (deal.farmer() == null) {
                    actions.add(DealAction.HAND_OVER);
                }
                if (deal.cancelledAt() == null) {
                    actions.add(DealAction.PAY);
                    actions.add(DealAction.CANCEL);
                }
            }
            default -> {
                // Nothing is left to do.
            }
        }
        if (!Deal.isEnd(deal.stage())) {
            actions.add(DealAction.DECIDE_OUTCOME);
            actions.add(DealAction.ASSIGN);
            if (deal.stage() != Stage.LEAD) {
                actions.add(DealAction.FOLLOW_UP);
            }
        }
        return actions;
    }
}
