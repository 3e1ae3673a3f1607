package dev.innkeeper.keyaccount;

import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Group;
import dev.innkeeper.common.Money;
import dev.innkeeper.keyaccount.facts.RewardCondition;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The reward of a partner for a deal.
 *
 * @param leadAt when the lead came in, which the registration has to precede
 * @param position 1 for the partner registered first, 2 for the second, 0 until the deal is won
 * @param partners how many partners the deal has, 0 until it is won
 * @param amount in CNY, rounded down to the fen; 0 until it is decided
 * @param missing what was missing when the rules were asked last
 * @param approverGroup who approves it, or null until it is decided
 * @param decidedBy who approved or refused it, or null
 * @param claimUntil the moment from which it can no longer be claimed, or null until it is earned
 * @param clawBackUntil the moment from which it stays with the partner, or null until it is paid
 * @param lapse why it will not be paid, or null
 * @param words why it lapsed in words, or empty
 * @param payment how it was paid, or null
 * @param collected how it was given back, or null
 */
public record RewardView(
        CaseNumber number,
        RewardState state,
        Instant stateSince,
        CaseNumber deal,
        PartnerView partner,
        RegistrationView registration,
        Instant leadAt,
        int position,
        int partners,
        Money amount,
        Set<RewardCondition> missing,
        @Nullable Group approverGroup,
        @Nullable String decidedBy,
        @Nullable Instant approvedAt,
        @Nullable Instant earnedAt,
        @Nullable Instant claimUntil,
        @Nullable Instant claimedAt,
        @Nullable String claimedBy,
        @Nullable Instant payableAt,
        @Nullable Instant paidAt,
        @Nullable Instant clawBackUntil,
        @Nullable RewardLapse lapse,
        String words,
        @Nullable RewardPaymentView payment,
        @Nullable RewardPaymentView collected) {}
