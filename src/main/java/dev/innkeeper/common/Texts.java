package dev.innkeeper.common;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks of what people write. */
public final class Texts {

    /** Control characters other than tab and line ends; they are never meant. */
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cntrl}&&[^\t\n\r]]");

    private Texts() {}

    /**
     * A text that has to be there.
     *
     * @param field its name
     * @param longest how many characters it may have
     * @return the text without control characters and outer blanks
     * @throws Refusal INVALID where it is blank or too long
     */
    public static String required(String field, @Nullable String text, int longest) {
        String clean = optional(field, text, longest);
        if (clean.isEmpty()) {
            throw Refusal.invalid(
                    field,
                    "The field %1$s is empty. | 字段 %1$s 未填写。".formatted(field),
                    "Give 1 to %1$d characters. | 请填写1至%1$d个字符。".formatted(longest));
        }
        return clean;
    }

    /**
     * A text that may be missing.
     *
     * @return the text without control characters and outer blanks; empty where it was not given
     * @throws Refusal INVALID where it is too long
     */
    public static String optional(String field, @Nullable String text, int longest) {
        if (text == null) {
            return "";
        }
        String clean = CONTROLS.matcher(text).replaceAll("").strip();
        if (clean.codePointCount(0, clean.length()) > longest) {
            throw Refusal.invalid(
                    field,
                    "The field %1$s is longer than %2$d characters. | 字段 %1$s 超过%2$d个字符。"
                            .formatted(field, longest),
                    "Shorten it. | 请缩短。");
        }
        return clean;
    }

    /** Like {@link #optional}, but null where nothing was given. */
    public static @Nullable String orNull(String field, @Nullable String text, int longest) {
        String clean = optional(field, text, longest);
        return clean.isEmpty() ? null : clean;
    }
}
