package dev.innkeeper.change.simulation;

import java.time.Instant;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a draft, asked recorded decisions.
 *
 * @param id its id
 * @param kind which decisions
 * @param draft the draft
 * @param contentHash what the draft changed when this was started
 * @param from only decisions made at this moment or later
 * @param to only decisions made before it
 * @param state how far it is
 * @param note why it failed or ended before its time, {@code "English | 中文"}; else empty
 * @param startedBy who started it
 * @param createdAt when
 * @param begunAt when a node began, or null
 * @param endedAt when it was over, or null
 * @param cases how many cases the decisions of the period are about; 0 as long as nobody has
 *     counted, and of a shadow
 * @param casesChanged how many cases have a decision that the draft decides otherwise or not at all
 * @param attempts how many nodes tried in vain since it came further last
 * @param decisions how far it is with each decision
 */
public record Simulation(
        long id,
        Kind kind,
        long draft,
        String contentHash,
        Instant from,
        Instant to,
        State state,
        String note,
        String startedBy,
        Instant createdAt,
        @Nullable Instant begunAt,
        @Nullable Instant endedAt,
        long cases,
        long casesChanged,
        int attempts,
        List<SimulatedDecision> decisions) {

    /** Copies the list. */
    public Simulation {
        decisions = List.copyOf(decisions);
    }

    Simulation with(List<SimulatedDecision> theirs) {
        return new Simulation(
                id,
                kind,
                draft,
                contentHash,
                from,
                to,
                state,
                note,
                startedBy,
                createdAt,
                begunAt,
                endedAt,
                cases,
                casesChanged,
                attempts,
                theirs);
    }

    /** A figure, summed over all decisions. */
    public long sum(ToLongFunction<SimulatedDecision> figure) {
        return decisions.stream().mapToLong(figure).sum();
    }
}
