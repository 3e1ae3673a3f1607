package dev.innkeeper.customer;

import dev.innkeeper.common.Labelled;

/** How a consent was given or taken back. */
public enum ConsentWay implements Labelled {
    /** Signed on paper. */
    WRITTEN("In writing", "书面"),
    /** Said to somebody of the house. */
    SPOKEN("By word of mouth", "口头"),
    /** Ticked or clicked by the customer. */
    ONLINE("Online", "网上");

    private final String english;
    private final String chinese;

    ConsentWay(String english, String chinese) {
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
