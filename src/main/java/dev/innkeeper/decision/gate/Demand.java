package dev.innkeeper.decision.gate;

import java.util.List;
import java.util.Map;

/** What a rule asks of the facts, as the gate understood it. */
public sealed interface Demand {

    /**
     * There is a fact that passes all checks; the rule fires for each such fact.
     *
     * @param fact the type of the fact
     * @param variable the variable that stands for the fact, or empty
     * @param bound the variables that stand for its fields
     * @param checks what is asked of it
     * @param at where it is written
     */
    record Some(
            Vocabulary.FactType fact,
            String variable,
            Map<String, Vocabulary.Field> bound,
            List<Asked> checks,
            Position at)
            implements Demand {}

    /** It is not so; variables bound inside are not known outside. */
    record Not(Demand inner) implements Demand {}

    /** It is so, however often; variables bound inside are not known outside. */
    record Exists(Demand inner) implements Demand {}

    /** All are so. */
    record All(List<Demand> inner) implements Demand {}

    /** At least one is so; variables bound inside are not known outside. */
    record Any(List<Demand> inner) implements Demand {}

    /**
     * A check as it stands between two commas.
     *
     * @param check what is asked
     * @param written how it is written
     * @param at where
     */
    record Asked(Check check, String written, Position at) {}
}
