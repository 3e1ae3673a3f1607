package dev.innkeeper.keyaccount;

import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Group;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The answers and dates by which the process of a reward goes its way.
 *
 * @param number the reward
 * @param state how far it is
 * @param approverGroup who approves it, or null where nobody has to, since it lapsed before
 * @param standing what it waits for
 * @param payerGroup who pays it and takes it back
 * @param claimUntil the moment from which it can no longer be claimed, or null until it is earned
 * @param clawBackUntil the moment from which it stays with the partner, or null until it is paid
 */
public record RewardProgress(
        CaseNumber number,
        RewardState state,
        @Nullable Group approverGroup,
        RewardStanding standing,
        Group payerGroup,
        @Nullable Instant claimUntil,
        @Nullable Instant clawBackUntil) {

    /** Whether somebody is to approve it. */
    public boolean isApprovalNeeded() {
        return state == RewardState.REGISTERED && approverGroup != null;
    }

    /** Whether its amount is approved. */
    public boolean isApproved() {
        return state != RewardState.REGISTERED && state != RewardState.LAPSED;
    }

    /** Whether it is to be taken back. */
    public boolean isClawBackDue() {
        return state == RewardState.CLAWED_BACK;
    }
}
