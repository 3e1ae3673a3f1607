package dev.innkeeper.change.simulation.web;

import com.fasterxml.jackson.databind.JsonNode;
import dev.innkeeper.change.simulation.Simulations;
import dev.innkeeper.common.Language;
import dev.innkeeper.decision.Fact;
import dev.innkeeper.decision.serve.DecisionRecord;
import dev.innkeeper.decision.serve.Explanations;
import dev.innkeeper.decision.serve.Trials;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A recorded decision beside what the draft decides, in the language of the reader. */
@Schema(name = "SimulatedCase")
record CaseView(
        @Schema(description = "The recorded decision: /api/decisions/{id}") String decisionId,
        @Schema(description = "The case, empty where it belongs to none") String caseNumber,
        @Schema(example = "complaint/grading") String decision,
        Instant decidedAt,
        @Schema(description = "What differs; empty where the draft cannot answer")
                List<Changed> changed,
        Side before,
        @Schema(
                        description =
                                "Without explanation and rules where the decision has more than"
                                        + " 20,000 differences before this one")
                Side after,
        @Schema(description = "Why the draft cannot answer; else empty") String problem,
        @Schema(description = "What was asked; texts of guests are left out") JsonNode facts) {

    /** A component of the result that is other than it was. */
    @Schema(name = "SimulatedChange")
    record Changed(
            @Schema(example = "severity") String field,
            @Schema(example = "Severity") String label,
            JsonNode before,
            JsonNode after) {}

    /** One of the two answers. */
    @Schema(name = "SimulatedAnswer")
    record Side(
            @Schema(description = "The short word of the outcome", example = "S2") String outcome,
            @Schema(description = "The release that answered") String release,
            @Schema(description = "The answer in a sentence") String explanation,
            @Nullable JsonNode result,
            List<Step> rules) {

        static Side of(DecisionRecord decided, Explanations explanations, Language language) {
            if (decided.result().isEmpty()) {
                return new Side(decided.headline(), decided.release(), "", null, List.of());
            }
            return new Side(
                    decided.headline(),
                    decided.release(),
                    language.of(explanations.sentence(decided)),
                    explanations.result(decided),
                    explanations.steps(decided).stream()
                            .map(step -> Step.of(step, language))
                            .toList());
        }
    }

    /** A rule that decided. */
    @Schema(name = "SimulatedStep")
    record Step(String rule, String where, List<String> reasons, List<String> lookedAt) {

        static Step of(Explanations.Step step, Language language) {
            return new Step(
                    step.rule(),
                    step.where(),
                    step.reasons().stream().map(language::of).toList(),
                    step.lookedAt().stream().map(language::of).toList());
        }
    }

    static CaseView of(
            Simulations.Case one,
            String release,
            Trials trials,
            Explanations explanations,
            Language language) {
        var difference = one.difference();
        Map<String, String> labels = labels(trials, difference.decision());
        return new CaseView(
                difference.decisionId(),
                difference.caseNumber(),
                difference.decision(),
                one.decided().decidedAt(),
                difference.changes().stream()
                        .map(
                                change ->
                                        new Changed(
                                                change.field(),
                                                language.of(
                                                        labels.getOrDefault(
                                                                change.field(), change.field())),
                                                change.before(),
                                                change.after()))
                        .toList(),
                Side.of(one.decided(), explanations, language),
                Side.of(one.simulated(release), explanations, language),
                language.of(difference.problem()),
                explanations.facts(one.decided()));
    }

    private static Map<String, String> labels(Trials trials, String decision) {
        return trials.decision(decision).stream()
                .flatMap(one -> Arrays.stream(one.resultType().getRecordComponents()))
                .filter(component -> component.isAnnotationPresent(Fact.class))
                .collect(
                        Collectors.toMap(
                                component -> component.getName(),
                                component -> {
                                    var words =
                                            Objects.requireNonNull(
                                                    component.getAnnotation(Fact.class));
                                    return words.en() + " | " + words.zh();
                                }));
    }
}
