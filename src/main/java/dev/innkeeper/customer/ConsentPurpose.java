package dev.innkeeper.customer;

import dev.innkeeper.common.Labelled;

/** What a customer may agree to; what is collected for a purpose goes when it is taken back. */
public enum ConsentPurpose implements Labelled {
    /** Offers and news. */
    MARKETING("Offers and news", "营销推广"),
    /** Greetings on birthdays and holidays: the birthday is kept for it. */
    GREETINGS("Greetings", "节日与生日问候"),
    /** Knowing what the customer likes: preferences are kept for it. */
    PROFILING("Preferences", "偏好分析"),
    /** Judging the credit of the customer with data of others. */
    CREDIT("Credit assessment", "信用评估");

    private final String english;
    private final String chinese;

    ConsentPurpose(String english, String chinese) {
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
