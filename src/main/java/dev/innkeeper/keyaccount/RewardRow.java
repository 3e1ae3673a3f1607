package dev.innkeeper.keyaccount;

import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A reward in a list.
 *
 * @param position 1 for the partner registered first, 2 for the second, 0 until the deal is won
 * @param amount in CNY; 0 until it is decided
 * @param lapse why it will not be paid, or null
 */
public record RewardRow(
        CaseNumber number,
        RewardState state,
        Instant stateSince,
        CaseNumber deal,
        String partnerId,
        String partnerName,
        Instant registeredAt,
        int position,
        Money amount,
        @Nullable Instant claimUntil,
        @Nullable Instant clawBackUntil,
        @Nullable RewardLapse lapse) {}
