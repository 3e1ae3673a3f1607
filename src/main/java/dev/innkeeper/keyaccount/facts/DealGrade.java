package dev.innkeeper.keyaccount.facts;

/** How near a deal is, nearest first. */
public enum DealGrade {
    A("Grade A", "A级"),
    B("Grade B", "B级"),
    C("Grade C", "C级"),
    D("Grade D", "D级"),
    E("Grade E, dead", "E级（死亡客户）");

    private final String english;
    private final String chinese;

    DealGrade(String english, String chinese) {
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
