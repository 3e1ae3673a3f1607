package dev.innkeeper.keyaccount;

import dev.innkeeper.common.Money;

/**
 * What the partner gave back.
 *
 * @param amount in CNY, at most what was paid
 * @param reference the reference of the transfer, or of the set-off
 */
public record RewardCollection(Money amount, String reference) {}
