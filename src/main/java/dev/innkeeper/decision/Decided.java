package dev.innkeeper.decision;

import java.util.List;

/**
 * An answer.
 *
 * @param <R> the folded result
 * @param id the id of its record, for {@code GET /api/decisions/{id}}; empty where none was kept
 * @param result the folded result
 * @param fired the rules that fired, in the order in which they did
 * @param release the content hash of the rule set that answered
 */
public record Decided<R extends Record>(String id, R result, List<Fired> fired, String release) {

    /** Copies the list. */
    public Decided {
        fired = List.copyOf(fired);
    }

    /** The reasons that decided, each once, in the order of the rules; not those that gave way. */
    public List<String> reasons() {
        return fired.stream().flatMap(rule -> rule.reasons().stream()).distinct().toList();
    }
}
