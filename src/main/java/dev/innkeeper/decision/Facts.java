package dev.innkeeper.decision;

import java.util.List;

/**
 * What a question is asked with: immutable records, in any order.
 *
 * @param all every fact, none null
 */
public record Facts(List<Record> all) {

    /** Copies the list. */
    public Facts {
        all = List.copyOf(all);
    }

    /** These facts. */
    public static Facts of(Record... facts) {
        return new Facts(List.of(facts));
    }

    /** These facts and one more. */
    public Facts and(Record fact) {
        return and(List.of(fact));
    }

    /** These facts and more. */
    public Facts and(List<? extends Record> more) {
        var joined = new java.util.ArrayList<>(all);
        joined.addAll(more);
        return new Facts(joined);
    }
}
