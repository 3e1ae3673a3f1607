package dev.innkeeper.complaint.facts;

import dev.innkeeper.common.Labelled;

/** The five dimensions of service quality after SERVQUAL (Parasuraman, Zeithaml, Berry). */
public enum ServqualDimension implements Labelled {
    RELIABILITY("Reliability", "可靠性"),
    RESPONSIVENESS("Responsiveness", "响应性"),
    ASSURANCE("Assurance", "保证性"),
    EMPATHY("Empathy", "移情性"),
    TANGIBLES("Tangibles", "有形性");

    private final String english;
    private final String chinese;

    ServqualDimension(String english, String chinese) {
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
