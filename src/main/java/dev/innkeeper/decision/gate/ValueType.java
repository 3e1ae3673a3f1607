package dev.innkeeper.decision.gate;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * The type of a field of a fact or of an argument of a call.
 *
 * @param kind what it is to whoever writes rules
 * @param java its class; of the elements where it is {@link Kind#MANY}
 * @param mayBeMissing whether it may be null
 */
public record ValueType(Kind kind, Class<?> java, boolean mayBeMissing) {

    /** What a value is to whoever writes rules. */
    public enum Kind {
        /** A whole number. */
        WHOLE("a whole number", "整数"),
        /** A figure with decimals. */
        DECIMAL("a figure", "数字"),
        /** True or false. */
        YES_NO("yes or no (true, false)", "是否（true、false）"),
        /** A text. */
        TEXT("a text", "文本"),
        /** One of the constants of an enum. */
        CHOICE("one of a list of values", "选项"),
        /** A day. */
        DATE("a date (\"2026-11-22\")", "日期（\"2026-11-22\"）"),
        /** Several texts or choices. */
        MANY("a list", "列表");

        private final String english;
        private final String chinese;

        Kind(String english, String chinese) {
            this.english = english;
            this.chinese = chinese;
        }

        /** The kind in English. */
        public String english() {
            return english;
        }

        /** The kind in simplified Chinese. */
        public String chinese() {
            return chinese;
        }
    }

    static ValueType of(Type type, String where) {
        if (type instanceof ParameterizedType many
                && (many.getRawType() == List.class || many.getRawType() == Set.class)
                && many.getActualTypeArguments()[0] instanceof Class<?> element
                && (element == String.class || element.isEnum())) {
            return new ValueType(Kind.MANY, element, true);
        }
        if (type == int.class || type == long.class) {
            return new ValueType(Kind.WHOLE, (Class<?>) type, false);
        } else if (type == Integer.class) {
            return new ValueType(Kind.WHOLE, int.class, true);
        } else if (type == Long.class) {
            return new ValueType(Kind.WHOLE, long.class, true);
        } else if (type == boolean.class || type == Boolean.class) {
            return new ValueType(Kind.YES_NO, boolean.class, type == Boolean.class);
        } else if (type == BigDecimal.class) {
            return new ValueType(Kind.DECIMAL, BigDecimal.class, true);
        } else if (type == String.class) {
            return new ValueType(Kind.TEXT, String.class, true);
        } else if (type == LocalDate.class) {
            return new ValueType(Kind.DATE, LocalDate.class, true);
        } else if (type instanceof Class<?> choice && choice.isEnum()) {
            return new ValueType(Kind.CHOICE, choice, true);
        }
        throw new IllegalArgumentException(
                where + " has type " + type.getTypeName() + ", which rules cannot use");
    }

    boolean isNumber() {
        return kind == Kind.WHOLE || kind == Kind.DECIMAL;
    }

    /** The names of the constants where it is a choice or a list of choices; else empty. */
    public List<String> constants() {
        return java.isEnum()
                ? Arrays.stream(java.getEnumConstants()).map(c -> ((Enum<?>) c).name()).toList()
                : List.of();
    }

    /** The constant of an enum with this name, which is one of {@link #constants()}. */
    static Object constant(Class<?> choice, String name) {
        return Arrays.stream(choice.getEnumConstants())
                .filter(one -> ((Enum<?>) one).name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The type in words, {@code "English | 中文"}-free English half. */
    String english() {
        return kind == Kind.CHOICE ? "a " + java.getSimpleName() : kind.english();
    }

    String chinese() {
        return kind == Kind.CHOICE ? java.getSimpleName() : kind.chinese();
    }
}
