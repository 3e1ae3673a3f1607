package dev.innkeeper.keyaccount;

import dev.innkeeper.common.Money;

/**
 * What finance paid.
 *
 * @param amount in CNY, the whole reward
 * @param bankReference the reference of the transfer
 */
public record RewardPayment(Money amount, String bankReference) {}
