package dev.innkeeper.decision;

import java.util.function.Predicate;

/** Asks the rules. */
public interface Decisions {

    /**
     * Answers a question by the live rules and records the answer in the caller's transaction.
     *
     * @param decision the question
     * @param facts immutable records of the decision's fact types
     * @param caseNumber the case it belongs to, or empty where it belongs to none
     * @return the result with the rules that fired
     * @throws DecisionFailed when no rules serve it, when rules contradict each other, or when one
     *     fails
     */
    default <R extends Record> Decided<R> decide(
            Decision<?, R> decision, Facts facts, String caseNumber) {
        return decide(decision, facts, caseNumber, answer -> true);
    }

    /**
     * Answers a question by the live rules, and records only an answer that matters: whoever asks
     * for many every night, most of whom stay as they are, keeps those that change something.
     *
     * @param kept whether this answer is recorded
     * @return the result; its id is empty where it was not recorded
     * @throws DecisionFailed as above
     */
    <R extends Record> Decided<R> decide(
            Decision<?, R> decision, Facts facts, String caseNumber, Predicate<R> kept);

    /**
     * Answers a question by the live rules and keeps nothing of it: for a look at the figures of
     * the house, such as from how many days on something counts. What is done to a customer or a
     * case is decided.
     *
     * @param decision the question
     * @param facts immutable records of the decision's fact types
     * @throws DecisionFailed when no rules serve it, when rules contradict each other, or when one
     *     fails
     */
    <R extends Record> R look(Decision<?, R> decision, Facts facts);
}
