package dev.innkeeper.complaint.facts;

/** What the guest came with. */
public enum Kind {
    COMPLAINT("Complaint", "投诉"),
    SUGGESTION("Suggestion", "建议");

    private final String english;
    private final String chinese;

    Kind(String english, String chinese) {
        this.english = english;
        this.chinese = chinese;
    }

    /** The label in English. */
    public String english() {
        return english;
    }

    /** The label in simplified Chinese. */
    public String chinese() {
        return chinese;
    }
}
