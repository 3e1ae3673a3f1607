package dev.innkeeper.common;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The condition of a list: what the reader asked for narrows it, what was not asked for does not.
 * Column names come from the code, values only ever as named parameters.
 */
public final class Where {

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> params = new HashMap<>();

    /** The column holds one of these choices; none narrows nothing. */
    public Where in(String column, Collection<? extends Enum<?>> choices) {
        return choices.isEmpty()
                ? this
                : add(
                        column + " IN (:" + column + ")",
                        column,
                        choices.stream().map(Enum::name).toList());
    }

    /** The column holds this value; null narrows nothing. */
    public Where is(String column, @Nullable Object value) {
        return value == null ? this : add(column + " = :" + column, column, value);
    }

    /** The column holds this value or a later one; null narrows nothing. */
    public Where from(String column, @Nullable Object value) {
        String name = column + "From";
        return value == null ? this : add(column + " >= :" + name, name, value);
    }

    /** The column holds an earlier value; null narrows nothing. */
    public Where before(String column, @Nullable Object value) {
        String name = column + "To";
        return value == null ? this : add(column + " < :" + name, name, value);
    }

    /** One of the columns begins with the text; a blank one narrows nothing. */
    public Where begins(@Nullable String text, String... columns) {
        if (text == null || text.isBlank()) {
            return this;
        }
        return add(
                Arrays.stream(columns)
                        .map(column -> column + " LIKE :text")
                        .collect(Collectors.joining(" OR ", "(", ")")),
                "text",
                Like.beginning(text.strip()));
    }

    /** One condition where the answer is yes, another where it is no; null narrows nothing. */
    public Where either(@Nullable Boolean asked, String yes, String no) {
        if (asked != null) {
            conditions.add(asked ? yes : no);
        }
        return this;
    }

    /** A parameter that a condition names. */
    public Where with(String name, Object value) {
        params.put(name, value);
        return this;
    }

    /** The clause with its keyword; empty where nothing narrows. */
    public String clause() {
        return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    }

    /** The parameters that the clause names. */
    public Map<String, Object> params() {
        return params;
    }

    private Where add(String condition, String name, Object value) {
        conditions.add(condition);
        return with(name, value);
    }
}
