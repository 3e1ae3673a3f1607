package dev.innkeeper.keyaccount.facts;

/** The part that a partner plays in a deal. */
public enum PartnerKind {
    INFORMANT("Informant", "线人"),
    AGENT("Agent", "中介"),
    INTERMEDIARY("Intermediary", "中间商");

    private final String english;
    private final String chinese;

    PartnerKind(String english, String chinese) {
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
