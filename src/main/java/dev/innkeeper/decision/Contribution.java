package dev.innkeeper.decision;

/**
 * What one call of a rule added to an {@link Outcome}. It holds, that is it counts among the
 * reasons of the answer, until the outcome finds that it gave way to another.
 */
public final class Contribution {

    private final String rule;
    private final String reason;
    private final String evidence;
    private boolean holds = true;

    Contribution(String rule, String reason, String evidence) {
        this.rule = rule;
        this.reason = reason;
        this.evidence = evidence;
    }

    /** It did not decide the answer: another outweighed it. */
    public void giveWay() {
        holds = false;
    }

    /** What in the facts speaks for it, for example a word of the text; empty where unknown. */
    public String evidence() {
        return evidence;
    }

    String rule() {
        return rule;
    }

    String reason() {
        return reason;
    }

    boolean holds() {
        return holds;
    }
}
