package dev.innkeeper.keyaccount.facts;

import dev.innkeeper.common.Labelled;

/** The part that a partner plays in a deal. */
public enum PartnerKind implements Labelled {
    INFORMANT("Informant", "线人"),
    AGENT("Agent", "中介"),
    INTERMEDIARY("Intermediary", "中间商");

    private final String english;
    private final String chinese;

    PartnerKind(String english, String chinese) {
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
