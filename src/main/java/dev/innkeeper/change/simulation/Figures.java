package dev.innkeeper.change.simulation;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.List;

/**
 * What came of asking the rules of a draft for one decision.
 *
 * @param outcomes from which outcome to which, the most frequent first
 * @param sums what the answers add up to, then and now; only answers that are there on both sides
 * @param counts how often a value was answered, then and now; only answers that are there on both
 *     sides
 * @param failures why the draft could not answer, the most frequent first; a few kinds only
 */
public record Figures(
        List<Outcome> outcomes, List<Sum> sums, List<Count> counts, List<Failure> failures) {

    /** Nothing so far. */
    public static final Figures NONE = new Figures(List.of(), List.of(), List.of(), List.of());

    /** Copies the lists. */
    public Figures {
        outcomes = List.copyOf(outcomes);
        sums = List.copyOf(sums);
        counts = List.copyOf(counts);
        failures = List.copyOf(failures);
    }

    /**
     * So many answers had one outcome and would have another one.
     *
     * @param from the short word of the outcome then
     * @param to the short word of the outcome now; empty where the draft cannot answer
     * @param count how many answers
     * @param changed how many of them differ, if only in something that the short word does not say
     */
    @Schema(name = "OutcomeFromTo")
    public record Outcome(String from, String to, long count, long changed) {}

    /** The sum of a component of the result. */
    public record Sum(String field, BigDecimal before, BigDecimal after) {}

    /** How often a value of a component of the result was answered. */
    public record Count(String field, String value, long before, long after) {}

    /** Why so many questions could not be answered, {@code "English | 中文"}. */
    @Schema(name = "SimulationFailure")
    public record Failure(String reason, long count) {}
}
