package dev.innkeeper.decision.web;

import dev.innkeeper.common.Language;
import dev.innkeeper.decision.serve.DecisionRecord;
import dev.innkeeper.decision.serve.Explanations;
import java.time.Instant;

/**
 * An answer of the rules in a list.
 *
 * @param id its id
 * @param decision the question
 * @param decidedAt when
 * @param outcome the short word of its outcome
 * @param explanation the answer in a sentence
 */
record DecisionSummary(
        String id, String decision, Instant decidedAt, String outcome, String explanation) {

    static DecisionSummary of(
            DecisionRecord decided, Explanations explanations, Language language) {
        return new DecisionSummary(
                decided.id(),
                decided.name(),
                decided.decidedAt(),
                decided.headline(),
                language.of(explanations.sentence(decided)));
    }
}
