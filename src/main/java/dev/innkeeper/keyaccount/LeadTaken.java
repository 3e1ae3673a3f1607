package dev.innkeeper.keyaccount;

import dev.innkeeper.common.CaseNumber;
import org.jspecify.annotations.Nullable;

/**
 * What became of a lead.
 *
 * @param number its number
 * @param linkedTo the open deal that it joins, or null where it is run as one of its own
 */
public record LeadTaken(CaseNumber number, @Nullable CaseNumber linkedTo) {

    /** Whether it joins an open deal, and so is not run. */
    public boolean linkedToExisting() {
        return linkedTo != null;
    }
}
