package dev.innkeeper.keyaccount.facts;

/** What becomes of an expense claim, strictest first. */
public enum ExpenseVerdict {
    REFUSED("Refused", "拒绝"),
    APPROVAL("Approval needed", "需审批"),
    ACCEPTED("Accepted", "接受");

    private final String english;
    private final String chinese;

    ExpenseVerdict(String english, String chinese) {
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
