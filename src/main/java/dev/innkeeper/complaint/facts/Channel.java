package dev.innkeeper.complaint.facts;

import dev.innkeeper.common.Labelled;

/** The way by which a complaint reached the house. */
public enum Channel implements Labelled {
    LOBBY("Lobby", "大堂"),
    ROOM("Room", "客房"),
    BANQUET("Banquet", "宴会"),
    CALL_CENTRE("Call centre", "呼叫中心"),
    EMAIL("E-mail", "电子邮件"),
    WEB("Web", "网站"),
    WECHAT("WeChat", "微信"),
    SOCIAL_MEDIA("Social media", "社交媒体"),
    LETTER("Letter", "信函"),
    REGULATOR("Regulator", "监管部门");

    private final String english;
    private final String chinese;

    Channel(String english, String chinese) {
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
