package dev.innkeeper.keyaccount.facts;

/** What becomes of a lead. */
public enum LeadVerdict {
    QUALIFY("Qualify", "确认有效"),
    NURTURE("Nurture", "继续培育"),
    DISCARD("Discard", "放弃");

    private final String english;
    private final String chinese;

    LeadVerdict(String english, String chinese) {
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
