package dev.innkeeper.api;

import dev.innkeeper.common.Refusal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How a source writes its days. */
public enum DateForm {
    /** Year, month, day. */
    ISO("uuuu-MM-dd", "2017-03-09"),
    /** Month, day, year, with slashes. */
    MONTH_DAY_YEAR("M/d/uuuu", "3/9/2017");

    /** What callers call them, in the order of the constants. */
    public static final String NAMES = "ISO|M/D/YYYY";

    private final DateTimeFormatter form;
    private final String example;

    DateForm(String pattern, String example) {
        this.form =
                DateTimeFormatter.ofPattern(pattern, Locale.ROOT)
                        .withResolverStyle(ResolverStyle.STRICT);
        this.example = example;
    }

    /** The form with this name, one of {@link #NAMES}. */
    public static DateForm named(String name) {
        return name.equals("ISO") ? ISO : MONTH_DAY_YEAR;
    }

    /**
     * Reads a day.
     *
     * @throws Refusal INVALID where it is not written in this form
     */
    public @Nullable LocalDate read(String field, @Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return LocalDate.parse(text.strip(), form);
        } catch (DateTimeException other) {
            Refusal refusal =
                    Refusal.invalid(
                            field,
                            "This is not a day such as %1$s. | 不是如 %1$s 的日期。".formatted(example),
                            "Correct it, or name with the parameter dates how the file writes days."
                                    + " | 请更正，或用参数 dates 指明文件的日期格式。");
            refusal.initCause(other);
            throw refusal;
        }
    }
}
