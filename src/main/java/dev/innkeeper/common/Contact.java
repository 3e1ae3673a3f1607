package dev.innkeeper.common;

import org.jspecify.annotations.Nullable;

/**
 * How somebody can be named and reached, as far as it was said.
 *
 * @param name the person, or null
 * @param company the company, or null
 * @param phone a telephone number in any notation, or null
 * @param email an e-mail address, or null
 * @param weChat a WeChat id, or null
 */
public record Contact(
        @Nullable String name,
        @Nullable String company,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String weChat) {

    /** Nobody: an anonymous guest. */
    public static final Contact NOBODY = new Contact(null, null, null, null, null);

    /** Takes blank fields as not said. */
    public Contact {
        name = said(name);
        company = said(company);
        phone = said(phone);
        email = said(email);
        weChat = said(weChat);
    }

    /** Whether there is a way to reach this person, and so to recognise them. */
    public boolean isReachable() {
        return phone != null || email != null || weChat != null;
    }

    private static @Nullable String said(@Nullable String field) {
        return field == null || field.isBlank() ? null : field.strip();
    }
}
