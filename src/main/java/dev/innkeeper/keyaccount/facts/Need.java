package dev.innkeeper.keyaccount.facts;

/** How much the prospect needs what the house offers. */
public enum Need {
    CLEAR("Clear need", "需求明确"),
    LATENT("Latent need", "潜在需求"),
    NONE("No need", "无需求");

    private final String english;
    private final String chinese;

    Need(String english, String chinese) {
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
