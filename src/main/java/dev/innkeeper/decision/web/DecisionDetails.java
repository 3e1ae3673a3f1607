package dev.innkeeper.decision.web;

import com.fasterxml.jackson.databind.JsonNode;
import dev.innkeeper.common.Language;
import dev.innkeeper.decision.analysis.NearMiss;
import dev.innkeeper.decision.serve.DecisionRecord;
import dev.innkeeper.decision.serve.Explanations;
import java.time.Instant;
import java.util.List;

/**
 * An answer of the rules, explained in the language of the reader.
 *
 * @param id its id
 * @param caseNumber the case, empty where it belongs to none
 * @param decision the question, {@code feature/decision}
 * @param decidedAt when
 * @param release the release that answered
 * @param micros how long the rules took, in microseconds
 * @param explanation the answer in a sentence
 * @param outcome the answer
 * @param rules the rules that decided, with their reasons and what they looked at
 * @param gaveWay the rules that fired and gave way to others when contributions merged, with the
 *     reasons that did not count
 * @param nearMisses the rules that did not fire but came closest, the closest first
 * @param facts what was asked; texts of guests are left out
 */
record DecisionDetails(
        String id,
        String caseNumber,
        String decision,
        Instant decidedAt,
        String release,
        long micros,
        String explanation,
        JsonNode outcome,
        List<Step> rules,
        List<Step> gaveWay,
        List<Miss> nearMisses,
        JsonNode facts) {

    /** A rule that fired. */
    record Step(String rule, String where, List<String> reasons, List<String> lookedAt) {

        static Step of(Explanations.Step step, Language language) {
            return new Step(
                    step.rule(),
                    step.where(),
                    step.reasons().stream().map(language::of).toList(),
                    step.lookedAt().stream().map(language::of).toList());
        }
    }

    /**
     * A rule that did not fire but came near.
     *
     * @param rule its name
     * @param where its file and line, or the first cell of its row
     * @param lacks the conditions that failed
     */
    record Miss(String rule, String where, List<Lack> lacks) {

        static Miss of(NearMiss miss, Language language) {
            return new Miss(
                    miss.rule(),
                    miss.where(),
                    miss.lacks().stream().map(lack -> Lack.of(lack, language)).toList());
        }
    }

    /**
     * A condition that failed.
     *
     * @param place its line or cell
     * @param condition how it is written
     * @param field the field that it looks at
     * @param label what that is called
     * @param actual its value; empty where it is missing, … where it is a text of a guest
     * @param sentence what was needed and what was there
     */
    record Lack(
            String place,
            String condition,
            String field,
            String label,
            String actual,
            String sentence) {

        static Lack of(NearMiss.Lack lack, Language language) {
            return new Lack(
                    lack.place(),
                    lack.condition(),
                    lack.field(),
                    language.of(lack.label()),
                    lack.actual(),
                    language.of(lack.sentence()));
        }
    }

    static DecisionDetails of(
            DecisionRecord decided,
            Explanations explanations,
            List<NearMiss> nearMisses,
            Language language) {
        return new DecisionDetails(
                decided.id(),
                decided.caseNumber(),
                decided.name(),
                decided.decidedAt(),
                decided.release(),
                decided.micros(),
                language.of(explanations.sentence(decided)),
                explanations.result(decided),
                explanations.steps(decided).stream().map(step -> Step.of(step, language)).toList(),
                explanations.gaveWay(decided).stream()
                        .map(step -> Step.of(step, language))
                        .toList(),
                nearMisses.stream().map(miss -> Miss.of(miss, language)).toList(),
                explanations.facts(decided));
    }
}
