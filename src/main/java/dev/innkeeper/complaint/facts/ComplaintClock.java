package dev.innkeeper.complaint.facts;

/** The two clocks of a complaint. */
public enum ComplaintClock {
    ACKNOWLEDGE("Acknowledge", "受理致歉"),
    RESOLVE("Resolve", "解决回复");

    private final String english;
    private final String chinese;

    ComplaintClock(String english, String chinese) {
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
