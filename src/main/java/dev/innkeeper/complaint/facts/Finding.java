package dev.innkeeper.complaint.facts;

/** What the investigation found. */
public enum Finding {
    JUSTIFIED("Justified", "属实"),
    PARTLY("Partly justified", "部分属实"),
    UNJUSTIFIED("Not justified", "不属实");

    private final String english;
    private final String chinese;

    Finding(String english, String chinese) {
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
