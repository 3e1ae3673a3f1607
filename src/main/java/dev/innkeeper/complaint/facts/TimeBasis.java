package dev.innkeeper.complaint.facts;

/** The time on which a clock runs. */
public enum TimeBasis {
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

    /** The label in English. */
    public String english() {
        return english;
    }

    /** The label in simplified Chinese. */
    public String chinese() {
        return chinese;
    }
}
