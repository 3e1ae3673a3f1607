package dev.innkeeper.customer;

import dev.innkeeper.common.Contact;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a customer is recognised by, written in one way however it was given.
 *
 * @param kind the kind of contact
 * @param value its one way of writing
 */
record ContactKey(Kind kind, String value) {

    private static final String CHINA = "86";
    private static final int SHORTEST_PHONE = 5;
    private static final int LONGEST_PHONE = 20;

    /** In the order in which customers are looked for. */
    enum Kind {
        /** The customer's id in another system. */
        EXTERNAL,
        /** The number under which a company is registered. */
        REGISTRY,
        PHONE,
        EMAIL,
        WECHAT,
        /** The account that a company is; no guest is recognised by it. */
        COMPANY;

        /** The same as people know it; a company is no way to reach anybody. */
        ContactKind asContact() {
            return ContactKind.valueOf(name());
        }
    }

    static List<ContactKey> of(Contact contact) {
        List<ContactKey> keys = new ArrayList<>(Kind.values().length);
        add(keys, Kind.PHONE, phone(contact.phone()));
        add(keys, Kind.EMAIL, address(contact.email()));
        add(keys, Kind.WECHAT, address(contact.weChat()));
        return keys;
    }

    /** The name without what people write in one way or another: blanks, stops, brackets. */
    static List<ContactKey> ofCompany(Contact contact) {
        List<ContactKey> keys = new ArrayList<>(1);
        String company = contact.company();
        if (company != null) {
            add(keys, Kind.COMPANY, address(company).replaceAll("[\\s\\p{Punct}（）【】、。·]+", ""));
        }
        return keys;
    }

    /**
     * The id of the customer in another system.
     *
     * @param system the name of that system, or null where there is one alone
     */
    static ContactKey ofExternal(@Nullable String system, String id) {
        return new ContactKey(
                Kind.EXTERNAL, system == null ? id.strip() : system.strip() + ":" + id.strip());
    }

    /** The number under which a company is registered; empty where it was not given. */
    static List<ContactKey> ofRegistration(@Nullable String number) {
        List<ContactKey> keys = new ArrayList<>(1);
        add(
                keys,
                Kind.REGISTRY,
                address(number).toUpperCase(Locale.ROOT).replaceAll("[\\s\\p{Punct}]+", ""));
        return keys;
    }

    private static void add(List<ContactKey> keys, Kind kind, String value) {
        if (!value.isEmpty()) {
            keys.add(new ContactKey(kind, value));
        }
    }

    /** Digits only, without the prefix of international calls and of China. */
    private static String phone(@Nullable String phone) {
        if (phone == null) {
            return "";
        }
        String plain = Normalizer.normalize(phone, Normalizer.Form.NFKC).strip();
        String digits = plain.replaceAll("\\D", "");
        boolean international = plain.startsWith("+") || plain.startsWith("(+");
        if (!international && digits.startsWith("00")) {
            international = true;
            digits = digits.substring(2);
        }
        boolean chineseMobile = digits.length() == 13 && digits.startsWith(CHINA + "1");
        if ((international || chineseMobile) && digits.startsWith(CHINA)) {
            digits = digits.substring(CHINA.length());
        } else if (international) {
            digits = "+" + digits;
        }
        return digits.length() < SHORTEST_PHONE || digits.length() > LONGEST_PHONE ? "" : digits;
    }

    private static String address(@Nullable String address) {
        return address == null
                ? ""
                : Normalizer.normalize(address, Normalizer.Form.NFKC)
                        .strip()
                        .toLowerCase(Locale.ROOT);
    }
}
