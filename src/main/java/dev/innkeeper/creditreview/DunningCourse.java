package dev.innkeeper.creditreview;

import dev.innkeeper.common.Labelled;

/** How it goes on with a debt that the general manager took over. */
public enum DunningCourse implements Labelled {
    /** Paid in parts, as agreed. */
    INSTALMENTS("Instalments", "分期付款"),
    /** A lawyer collects it. */
    LAWYER("Lawyer", "委托律师"),
    /** The house gives it up. */
    WRITE_OFF("Written off", "核销");

    private final String english;
    private final String chinese;

    DunningCourse(String english, String chinese) {
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
