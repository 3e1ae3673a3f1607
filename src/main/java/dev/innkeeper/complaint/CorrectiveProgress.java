package dev.innkeeper.complaint;

import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Group;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The answers and dates of a corrective action now: all that its process reads.
 *
 * @param number the corrective action
 * @param joined it ran already for the same cause: no second process is started
 * @param answerable the department that states cause and measure
 * @param dueAt by when
 * @param verifyAt when the effect is to be verified, or null until they are stated
 * @param verifier the group that verifies it
 * @param effective the effect was there at the last verification
 */
public record CorrectiveProgress(
        CaseNumber number,
        boolean joined,
        Group answerable,
        Instant dueAt,
        @Nullable Instant verifyAt,
        Group verifier,
        boolean effective) {}
