package dev.innkeeper.keyaccount.facts;

import dev.innkeeper.common.Labelled;

/** How near a deal is, nearest first. */
public enum DealGrade implements Labelled {
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

    @Override
    public String english() {
        return english;
    }

    @Override
    public String chinese() {
        return chinese;
    }
}
