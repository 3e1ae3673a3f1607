package dev.innkeeper.keyaccount;

import dev.innkeeper.common.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Money that the customer of a won deal paid.
 *
 * @param reference what tells it from other payments of the deal, such as the bank's reference
 * @param amount in CNY, more than nothing
 * @param paidAt when; null for now
 */
public record Payment(String reference, Money amount, @Nullable Instant paidAt) {}
