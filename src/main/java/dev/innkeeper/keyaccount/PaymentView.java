package dev.innkeeper.keyaccount;

import dev.innkeeper.common.Money;
import java.time.Instant;

/**
 * A payment as it was kept.
 *
 * @param amount in CNY
 * @param by who entered it
 */
public record PaymentView(String reference, Money amount, Instant paidAt, String by) {}
