package dev.innkeeper.change.simulation.web;

import dev.innkeeper.change.simulation.Figures;
import dev.innkeeper.change.simulation.Kind;
import dev.innkeeper.change.simulation.SimulatedDecision;
import dev.innkeeper.change.simulation.Simulation;
import dev.innkeeper.change.simulation.State;
import dev.innkeeper.common.Language;
import dev.innkeeper.decision.serve.Measure;
import dev.innkeeper.decision.serve.Trials;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the rules of a draft would have decided, in the language of the reader. */
@Schema(name = "Simulation")
public record SimulationView(
        long id,
        @Schema(description = "The draft whose rules are asked") long draft,
        Kind kind,
        State state,
        @Schema(description = "Why it failed or ended before its time; else empty") String note,
        Instant from,
        Instant to,
        String startedBy,
        Instant createdAt,
        @Nullable Instant begunAt,
        @Nullable Instant endedAt,
        @Schema(description = "How much of it is done, in percent", example = "42") int percent,
        @Schema(description = "Recorded decisions to look at") long total,
        @Schema(description = "Recorded decisions looked at so far") long looked,
        @Schema(description = "Of them decided otherwise by the draft") long changed,
        @Schema(description = "Of them not answered by the draft") long failed,
        @Schema(
                        description =
                                "Of them left out of every other figure, since what people wrote"
                                        + " has been erased")
                long erased,
        @Schema(description = "Cases that the recorded decisions are about") long cases,
        @Schema(description = "Cases with a decision that is otherwise or has no answer")
                long casesChanged,
        List<OfDecision> decisions) {

    /** One decision of it. */
    @Schema(name = "SimulationOfDecision")
    public record OfDecision(
            @Schema(example = "complaint/grading") String decision,
            @Schema(description = "The hash of the files tried") String release,
            long total,
            long looked,
            long changed,
            long failed,
            long erased,
            @Schema(description = "From which outcome to which, the most frequent first")
                    List<Figures.Outcome> outcomes,
            @Schema(description = "What the answers add up to, then and with the draft")
                    List<Sum> sums,
            @Schema(description = "How often a department or another value was answered")
                    List<Workload> workload,
            @Schema(description = "Why the draft could not answer, the most frequent first")
                    List<Figures.Failure> failures) {}

    /** A component of the result that is summed. */
    @Schema(name = "SimulatedSum")
    public record Sum(
            @Schema(example = "ceiling") String field,
            @Schema(example = "Ceiling") String label,
            @Schema(example = "CNY") String unit,
            BigDecimal before,
            BigDecimal after) {}

    /** A component of the result of which the values are counted. */
    @Schema(name = "SimulatedWorkload")
    public record Workload(
            @Schema(example = "owner") String field,
            @Schema(example = "Owner") String label,
            List<Share> values) {}

    /** How often a value was answered. */
    @Schema(name = "SimulatedShare")
    public record Share(
            @Schema(example = "ROOMS_SERVICE") String value,
            @Schema(example = "Rooms service") String label,
            long before,
            long after) {}

    /** A simulation in the language of the reader. */
    public static SimulationView of(Simulation simulation, Trials trials, Language language) {
        long total = simulation.sum(SimulatedDecision::total);
        long looked = simulation.sum(SimulatedDecision::looked);
        return new SimulationView(
                simulation.id(),
                simulation.draft(),
                simulation.kind(),
                simulation.state(),
                language.of(simulation.note()),
                simulation.from(),
                simulation.to(),
                simulation.startedBy(),
                simulation.createdAt(),
                simulation.begunAt(),
                simulation.endedAt(),
                percent(simulation, looked, total),
                Math.max(total, looked),
                looked,
                simulation.sum(SimulatedDecision::changed),
                simulation.sum(SimulatedDecision::failed),
                simulation.sum(SimulatedDecision::erased),
                simulation.cases(),
                simulation.casesChanged(),
                simulation.decisions().stream()
                        .map(one -> of(one, trials.measures(one.name()), language))
                        .toList());
    }

    private static int percent(Simulation simulation, long looked, long total) {
        if (simulation.state() == State.DONE) {
            return 100;
        }
        return total == 0 ? 0 : (int) Math.min(99, looked * 100 / total);
    }

    private static OfDecision of(
            SimulatedDecision decision, List<Measure> measures, Language language) {
        var figures = decision.figures();
        return new OfDecision(
                decision.name(),
                decision.release(),
                Math.max(decision.total(), decision.looked()),
                decision.looked(),
                decision.changed(),
                decision.failed(),
                decision.erased(),
                figures.outcomes(),
                measures.stream()
                        .filter(Measure::sums)
                        .flatMap(
                                measure ->
                                        figures.sums().stream()
                                                .filter(sum -> sum.field().equals(measure.field()))
                                                .map(sum -> sum(measure, sum, language)))
                        .toList(),
                measures.stream()
                        .filter(measure -> !measure.sums())
                        .map(measure -> workload(measure, figures, language))
                        .toList(),
                figures.failures().stream()
                        .map(one -> new Figures.Failure(language.of(one.reason()), one.count()))
                        .toList());
    }

    private static Sum sum(Measure measure, Figures.Sum sum, Language language) {
        return new Sum(
                measure.field(),
                language.of(measure.label()),
                measure.unit(),
                sum.before(),
                sum.after());
    }

    private static Workload workload(Measure measure, Figures figures, Language language) {
        return new Workload(
                measure.field(),
                language.of(measure.label()),
                figures.counts().stream()
                        .filter(count -> count.field().equals(measure.field()))
                        .map(
                                count ->
                                        new Share(
                                                count.value(),
                                                language.of(measure.labelOf(count.value())),
                                                count.before(),
                                                count.after()))
                        .toList());
    }
}
