package dev.innkeeper.keyaccount;

import dev.innkeeper.common.Money;
import java.time.Instant;

/**
 * The payment of a reward, or its return.
 *
 * @param amount in CNY
 * @param reference the reference of the transfer
 * @param by who entered it
 * @param at when
 */
public record RewardPaymentView(Money amount, String reference, String by, Instant at) {}
