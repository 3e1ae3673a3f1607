package dev.innkeeper.decision.gate;

import java.util.List;

/** What a condition asks of one fact, as the gate understood it. */
public sealed interface Check {

    /**
     * @param operator {@code ==}, {@code !=}, {@code <}, {@code <=}, {@code >} or {@code >=}
     */
    record Comparison(String operator, Operand left, Operand right) implements Check {}

    /** Both hold. */
    record Both(Check left, Check right) implements Check {}

    /** At least one of two holds. */
    record Either(Check left, Check right) implements Check {}

    /** It does not hold. */
    record Opposite(Check inner) implements Check {}

    /** A yes or no is yes. */
    record Yes(Operand value) implements Check {}

    /** A value is one of several, or, negated, none of them. */
    record Among(Operand value, List<Operand> values, boolean negated) implements Check {}

    /** A list holds a value, or a text another text; negated, it does not. */
    record Contains(Operand whole, Operand part, boolean negated) implements Check {}

    /** A text matches a pattern; negated, it does not. */
    record Matches(Operand text, String pattern, boolean negated) implements Check {}
}
