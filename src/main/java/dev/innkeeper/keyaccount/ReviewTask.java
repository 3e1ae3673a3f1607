package dev.innkeeper.keyaccount;

import dev.innkeeper.casefile.TimeLineEntry;
import java.util.List;

/**
 * Everything that a person needs to see who works on the review of a deal.
 *
 * @param deal the deal
 * @param review its review
 * @param stages the stages that it passed, first first
 * @param lines what was planned and spent, by kind
 * @param timeLine everything that happened to the deal, oldest first
 * @param reasons those that may be named for its outcome
 */
public record ReviewTask(
        DealView deal,
        ReviewView review,
        List<StageView> stages,
        List<ExpenseLine> lines,
        List<TimeLineEntry> timeLine,
        List<DealReason> reasons) {

    /** Copies the lists. */
    public ReviewTask {
        stages = List.copyOf(stages);
        lines = List.copyOf(lines);
        timeLine = List.copyOf(timeLine);
        reasons = List.copyOf(reasons);
    }
}
