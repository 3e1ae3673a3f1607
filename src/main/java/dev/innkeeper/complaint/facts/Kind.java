package dev.innkeeper.complaint.facts;

import dev.innkeeper.common.Labelled;

/** What the guest came with. */
public enum Kind implements Labelled {
    COMPLAINT("Complaint", "投诉"),
    SUGGESTION("Suggestion", "建议");

    private final String english;
    private final String chinese;

    Kind(String english, String chinese) {
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
