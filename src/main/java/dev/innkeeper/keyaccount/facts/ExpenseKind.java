package dev.innkeeper.keyaccount.facts;

/** What an expense of a deal is for. */
public enum ExpenseKind {
    TRAVEL("Travel", "差旅"),
    ENTERTAINMENT("Entertainment", "招待"),
    SAMPLES("Samples", "样品"),
    OTHER("Other", "其他");

    private final String english;
    private final String chinese;

    ExpenseKind(String english, String chinese) {
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
