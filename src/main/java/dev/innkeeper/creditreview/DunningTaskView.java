package dev.innkeeper.creditreview;

import dev.innkeeper.casefile.CaseLink;
import dev.innkeeper.casefile.TimeLineEntry;
import dev.innkeeper.customer.CustomerView;
import java.util.List;

/**
 * Everything that a person needs to see who works on a dunning case.
 *
 * @param customer as the file says now
 * @param debt what belongs to the case and is overdue now
 * @param actions what was done about this customer's bills, in earlier cases as well, latest first
 * @param timeLine everything that happened, oldest first; entries with a decision id are the
 *     judgements
 */
public record DunningTaskView(
        DunningView dunning,
        DunningProgress progress,
        CustomerView customer,
        DunningDebt debt,
        List<DunningAction> actions,
        List<TimeLineEntry> timeLine,
        List<CaseLink> links) {

    /** Copies the lists. */
    public DunningTaskView {
        actions = List.copyOf(actions);
        timeLine = List.copyOf(timeLine);
        links = List.copyOf(links);
    }
}
