package dev.innkeeper.customer;

import dev.innkeeper.common.Labelled;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Two customers that may be one.
 *
 * @param strength how much speaks for it
 * @param matches what they have in common
 */
public record Duplicate(Side one, Side other, Strength strength, List<Match> matches) {

    /** One of the two. */
    public record Side(String id, @Nullable String name, @Nullable String company) {}

    /** What two customers have in common, as it is kept. */
    public record Match(Kind kind, String value) {}

    /** What may be the same. */
    public enum Kind implements Labelled {
        PHONE("Phone", "电话"),
        EMAIL("E-mail", "电子邮箱"),
        WECHAT("WeChat", "微信"),
        REGISTRY("Registration number", "登记号"),
        COMPANY("Company name", "公司名称");

        private final String english;
        private final String chinese;

        Kind(String english, String chinese) {
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

    /** How much speaks for two customers being one. */
    public enum Strength implements Labelled {
        /** Two or more different things are the same. */
        CERTAIN("Almost certain", "基本确定"),
        /** One contact, or the registration number, is the same. */
        LIKELY("Likely", "可能"),
        /** Only the name of the company is: colleagues, perhaps. */
        WEAK("Weak", "较弱");

        private final String english;
        private final String chinese;

        Strength(String english, String chinese) {
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
}
