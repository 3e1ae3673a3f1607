package dev.innkeeper.customer.facts;

import dev.innkeeper.common.Labelled;

/** What is done for a customer, the most personal first. */
public enum CareTask implements Labelled {
    WIN_BACK("Ask for the reason and win back", "询问流失原因并挽回"),
    CALL("Call and ask why", "致电询问原因"),
    ENQUIRY("Friendly enquiry", "友好问候"),
    GREETING("Greeting", "祝福"),
    NONE("Nothing", "无");

    private final String english;
    private final String chinese;

    CareTask(String english, String chinese) {
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
