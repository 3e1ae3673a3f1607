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
                    "The field " + field + " is empty.",
                    "Give 1 to " + longest + " characters.");
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
                    "The field " + field + " is longer than " + longest + " characters.",
                    "Shorten it.");
        }
        return clean;
    }

    /** Like {@link #optional}, but null where nothing was given. */
    public static @Nullable String orNull(String field, @Nullable String text, int longest) {
        String clean = optional(field, text, longest);
        return clean.isEmpty() ? null : clean;
    }
}
