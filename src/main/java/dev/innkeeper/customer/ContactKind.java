package dev.innkeeper.customer;

import dev.innkeeper.common.Labelled;

/** A way to reach a customer, in the order in which customers are recognised. */
public enum ContactKind implements Labelled {
    /** A telephone number. */
    PHONE("Phone", "电话"),
    /** An e-mail address. */
    EMAIL("E-mail", "电子邮箱"),
    /** A WeChat id. */
    WECHAT("WeChat", "微信");

    private final String english;
    private final String chinese;

    ContactKind(String english, String chinese) {
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
