package dev.innkeeper.common;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;

/**
 * An amount in CNY, never below zero, rounded down to the fen.
 *
 * @param amount yuan with two decimals, at most 9,999,999,999,999.99
 */
public record Money(BigDecimal amount) implements Comparable<Money> {

    private static final BigDecimal LARGEST = new BigDecimal("9999999999999.99");

    /** Nothing. */
    public static final Money ZERO = new Money(BigDecimal.ZERO);

    /**
     * Rounds down to the fen.
     *
     * @throws Refusal INVALID where the amount is negative or too large to be kept
     */
    public Money {
        Objects.requireNonNull(amount);
        if (amount.signum() < 0 || amount.compareTo(LARGEST) > 0) {
            throw Refusal.invalid(
                    "amount",
                    "The amount is outside what can be kept. | 金额超出可保存范围。",
                    "Give an amount from 0 to 9,999,999,999,999.99 CNY. |"
                            + " 请填写0至9,999,999,999,999.99元之间的金额。");
        }
        amount = amount.setScale(2, RoundingMode.DOWN);
    }

    /** The amount written as text, such as {@code 1280.50}. */
    public static Money of(String amount) {
        return new Money(new BigDecimal(amount));
    }

    /** A whole number of yuan. */
    public static Money of(long yuan) {
        return new Money(BigDecimal.valueOf(yuan));
    }

    /** The sum of both. */
    public Money plus(Money other) {
        return new Money(amount.add(other.amount));
    }

    /** Whether this is more than the other. */
    public boolean isMoreThan(Money other) {
        return compareTo(other) > 0;
    }

    /** Whether this is nothing. */
    public boolean isZero() {
        return amount.signum() == 0;
    }

    @Override
    public int compareTo(Money other) {
        return amount.compareTo(other.amount);
    }

    @Override
    public String toString() {
        return amount.toPlainString();
    }
}
