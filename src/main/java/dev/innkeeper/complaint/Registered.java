package dev.innkeeper.complaint;

import dev.innkeeper.common.CaseNumber;
import org.jspecify.annotations.Nullable;

/**
 * What became of an intake.
 *
 * @param number the number of the new complaint
 * @param linkedTo the earlier complaint that it joins and where it is handled, or null where it is
 *     a case of its own
 * @param earlierRegraded the earlier complaint is graver now: its process has to look at its {@link
 *     Progress} again
 */
public record Registered(
        CaseNumber number, @Nullable CaseNumber linkedTo, boolean earlierRegraded) {

    /** Whether it joins an earlier complaint, and so is not run. */
    public boolean linkedToExisting() {
        return linkedTo != null;
    }
}
