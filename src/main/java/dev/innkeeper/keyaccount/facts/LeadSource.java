package dev.innkeeper.keyaccount.facts;

import dev.innkeeper.common.Labelled;

/** Where a lead comes from. */
public enum LeadSource implements Labelled {
    EXISTING_CUSTOMER("Existing customer", "现有客户"),
    PARTNER("Partner", "合作伙伴"),
    OWN_RESEARCH("Own research", "自行开发"),
    COLD("Cold", "陌生线索");

    private final String english;
    private final String chinese;

    LeadSource(String english, String chinese) {
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
