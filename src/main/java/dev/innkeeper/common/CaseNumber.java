package dev.innkeeper.common;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The number of a case, such as {@code CMP-2026-000123}: kind, year, running number. It is also the
 * business key of the case's process.
 *
 * @param value the number as people read it
 */
public record CaseNumber(String value) implements Comparable<CaseNumber> {

    private static final Pattern SHAPE = Pattern.compile("[A-Z]{3}-\\d{4}-\\d{6,12}");

    /**
     * Checks the shape.
     *
     * @throws Refusal INVALID where it is not the number of a case
     */
    public CaseNumber {
        if (value == null || !SHAPE.matcher(value).matches()) {
            throw Refusal.invalid(
                    "number",
                    "This is not the number of a case. | 不是有效的案件编号。",
                    "Give a number such as CMP-2026-000123. | 请使用如 CMP-2026-000123 的编号。");
        }
    }

    /** The number made of its parts. */
    public static CaseNumber of(String kind, int year, long running) {
        return new CaseNumber(String.format(Locale.ROOT, "%s-%04d-%06d", kind, year, running));
    }

    @Override
    public int compareTo(CaseNumber other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
