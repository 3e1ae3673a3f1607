package dev.innkeeper.keyaccount;

import dev.innkeeper.common.CaseNumber;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which rewards to list. What is null or empty does not narrow the list.
 *
 * @param due earned and not yet paid; false for all others
 */
public record RewardFilter(
        Set<RewardState> states,
        @Nullable String partnerId,
        @Nullable CaseNumber deal,
        @Nullable Boolean due) {

    /** Copies the set. */
    public RewardFilter {
        states = Set.copyOf(states);
    }
}
