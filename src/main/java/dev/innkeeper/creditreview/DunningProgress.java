package dev.innkeeper.creditreview;

import dev.innkeeper.common.CaseNumber;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The answers and dates by which the process of a dunning case goes its way.
 *
 * @param number the case
 * @param state how it stands
 * @param standing what it waits for
 * @param task what somebody is to do, or null for nothing
 * @param taskDueAt until when; the same however often the task is given anew
 * @param nextCheckAt when it is looked at again; null once it is over
 */
public record DunningProgress(
        CaseNumber number,
        DunningState state,
        DunningStanding standing,
        @Nullable DunningTask task,
        @Nullable Instant taskDueAt,
        @Nullable Instant nextCheckAt) {

    /** Whether the general manager took it over. */
    public boolean isHandedOver() {
        return state == DunningState.HANDED_OVER;
    }
}
