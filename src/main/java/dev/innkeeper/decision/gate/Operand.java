package dev.innkeeper.decision.gate;

import org.jspecify.annotations.Nullable;

/** A value in a condition, as the gate understood it. */
public sealed interface Operand {

    /**
     * A value written out.
     *
     * @param value a {@link Long}, {@link java.math.BigDecimal}, {@link String}, {@link Boolean},
     *     {@link java.time.LocalDate} or constant of an enum; null where {@code null} is written
     */
    record Literal(@Nullable Object value) implements Operand {}

    /** A field of the fact that the condition looks at. */
    record Here(Vocabulary.Field field) implements Operand {}

    /**
     * A field of a fact that an earlier condition looks at.
     *
     * @param variable the variable that stands for the fact or for the field
     * @param fact its type
     * @param field the field
     */
    record There(String variable, Vocabulary.FactType fact, Vocabulary.Field field)
            implements Operand {}

    /**
     * A calculation; it has no value where one of its own is missing.
     *
     * @param operator {@code +}, {@code -} or {@code *}
     */
    record Calculation(String operator, Operand left, Operand right) implements Operand {}
}
