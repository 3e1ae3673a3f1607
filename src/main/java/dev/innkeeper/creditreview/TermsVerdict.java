package dev.innkeeper.creditreview;

import dev.innkeeper.common.Labelled;

/** What becomes of proposed terms. */
public enum TermsVerdict implements Labelled {
    /** They hold from now on. */
    APPROVE("Approve", "批准"),
    /** They are assessed again. */
    RETURN("Return", "退回"),
    /** The old terms stay. */
    REJECT("Reject", "否决");

    private final String english;
    private final String chinese;

    TermsVerdict(String english, String chinese) {
        this.english = english;
        this.chinese = chinese;
    }

    @Override
    public String english() {
        return english;
    }

    @Override
    public String chinese() {
        return chinese;
    }
}
