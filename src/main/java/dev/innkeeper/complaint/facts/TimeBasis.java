package dev.innkeeper.complaint.facts;

import dev.innkeeper.common.Labelled;

/** The time on which a clock runs. */
public enum TimeBasis implements Labelled {
    /** Only the hours in which the department works. */
    CALENDAR("Working calendar of the department", "部门工作日历"),
    /** Every hour counts, nights and holidays too. */
    ELAPSED("Elapsed time", "自然时间");

    private final String english;
    private final String chinese;

    TimeBasis(String english, String chinese) {
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
