package dev.innkeeper.change.simulation;

import dev.innkeeper.decision.serve.Tried;
import java.util.List;

/**
 * A recorded decision that the draft decides otherwise, or cannot decide.
 *
 * @param decisionId the id of the record
 * @param caseNumber the case, or empty
 * @param decision the name of the decision
 * @param was the short word of the outcome then
 * @param becomes the short word of the outcome now; empty where the draft cannot answer
 * @param problem why it cannot, {@code "English | 中文"}; else empty
 * @param changes the components of the result that are other than they were
 * @param result the answer now as JSON; empty where it was not kept
 * @param fired the rules that fired now as JSON; empty where they were not kept
 */
public record Difference(
        String decisionId,
        String caseNumber,
        String decision,
        String was,
        String becomes,
        String problem,
        List<Tried.Change> changes,
        String result,
        String fired) {

    /** Copies the list. */
    public Difference {
        changes = List.copyOf(changes);
    }

    /** The same without what explains it, which takes the most room. */
    Difference unexplained() {
        return new Difference(
                decisionId, caseNumber, decision, was, becomes, problem, changes, "", "");
    }
}
