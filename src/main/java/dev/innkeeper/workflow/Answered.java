package dev.innkeeper.workflow;

import dev.innkeeper.common.Money;
import dev.innkeeper.common.Refusal;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Date;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The answers of a form, read one by one. A form can be answered without its page, so nothing is
 * taken for granted: what is missing or has no meaning is refused by the name of its field.
 */
public final class Answered {

    private static final int LONGEST_NUMBER = 40;

    private final Function<String, @Nullable Object> given;

    /** Reads answers by the name of their field; null where there is none. */
    public Answered(Function<String, @Nullable Object> given) {
        this.given = given;
    }

    /** The text, or empty. */
    public String text(String field) {
        var value = given.apply(field);
        if (value == null) {
            return "";
        }
        if (value instanceof String text) {
            return text.strip();
        }
        throw unreadable(field, "Write a text. | 请填写文字。");
    }

    /** The text, or null where there is none. */
    public @Nullable String textOrNull(String field) {
        var text = text(field);
        return text.isEmpty() ? null : text;
    }

    /** The text, which has to be there. */
    public String requiredText(String field) {
        var text = text(field);
        if (text.isEmpty()) {
            throw missing(field, "Fill it in. | 请填写。");
        }
        return text;
    }

    /** Yes, or no where nothing is said. */
    public boolean isYes(String field) {
        return yesOrNo(field).orElse(false);
    }

    /** Yes or no, which has to be said. */
    public boolean requiredYesOrNo(String field) {
        return yesOrNo(field).orElseThrow(() -> missing(field, "Say yes or no. | 请选择是或否。"));
    }

    private Optional<Boolean> yesOrNo(String field) {
        var value = given.apply(field);
        if (value == null || "".equals(value)) {
            return Optional.empty();
        }
        return switch (value.toString()) {
            case "true", "yes" -> Optional.of(true);
            case "false", "no" -> Optional.of(false);
            default -> throw unreadable(field, "Say yes or no. | 请选择是或否。");
        };
    }

    /** One of the values, or null where nothing is said. */
    public <E extends Enum<E>> @Nullable E choice(String field, Class<E> type) {
        var text = text(field);
        if (text.isEmpty()) {
            return null;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> value.name().equals(text))
                .findFirst()
                .orElseThrow(() -> unreadable(field, choices(type)));
    }

    /** One of the values, which has to be said. */
    public <E extends Enum<E>> E requiredChoice(String field, Class<E> type) {
        var choice = choice(field, type);
        if (choice == null) {
            throw missing(field, "Choose one. | 请选择一项。");
        }
        return choice;
    }

    /** An amount in CNY; nothing where nothing is said. */
    public Money amount(String field) {
        return number(field).map(Money::new).orElse(Money.ZERO);
    }

    /** A whole number, or empty. */
    public OptionalInt wholeNumber(String field) {
        try {
            return number(field)
                    .map(value -> OptionalInt.of(value.intValueExact()))
                    .orElse(OptionalInt.empty());
        } catch (ArithmeticException e) {
            throw unreadable(field, "Give a whole number. | 请填写整数。");
        }
    }

    /** A number, or empty. */
    public Optional<BigDecimal> number(String field) {
        var value = given.apply(field);
        if (value == null || "".equals(value)) {
            return Optional.empty();
        }
        var text = value.toString().strip();
        if (text.length() <= LONGEST_NUMBER) {
            try {
                return Optional.of(new BigDecimal(text));
            } catch (NumberFormatException e) {
                throw unreadable(
                        field, "Give a number such as 120 or 120.50. | 请填写数字，例如 120 或 120.50。");
            }
        }
        throw unreadable(field, "Give a number such as 120 or 120.50. | 请填写数字，例如 120 或 120.50。");
    }

    /** A moment, or null; without an offset it is taken as local to the house. */
    public @Nullable Instant moment(String field, ZoneId zone) {
        var value = given.apply(field);
        if (value == null || "".equals(value)) {
            return null;
        }
        if (value instanceof Date date) {
            return date.toInstant();
        }
        try {
            var text = value.toString().strip();
            return isLocal(text)
                    ? LocalDateTime.parse(text).atZone(zone).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw unreadable(
                    field,
                    "Give date and time such as 2026-03-02T14:30. | 请填写日期和时间，例如 2026-03-02T14:30。");
        } catch (DateTimeException e) {
            throw unreadable(field, "Give a date that exists. | 请填写存在的日期。");
        }
    }

    /** A day, or null. */
    public @Nullable LocalDate day(String field) {
        var value = given.apply(field);
        if (value == null || "".equals(value)) {
            return null;
        }
        try {
            return LocalDate.parse(value.toString().strip());
        } catch (DateTimeParseException e) {
            throw unreadable(field, "Give a day such as 2026-03-02. | 请填写日期，例如 2026-03-02。");
        }
    }

    /** A day, which has to be said. */
    public LocalDate requiredDay(String field) {
        var day = day(field);
        if (day == null) {
            throw missing(field, "Give a day such as 2026-03-02. | 请填写日期，例如 2026-03-02。");
        }
        return day;
    }

    private static boolean isLocal(String text) {
        return !text.endsWith("Z") && !text.matches(".*[+-]\\d{2}:\\d{2}$");
    }

    private static String choices(Class<? extends Enum<?>> type) {
        var all = Arrays.toString(type.getEnumConstants());
        return "Use one of " + all + ". | 可用的值：" + all + "。";
    }

    private static Refusal missing(String field, String remedy) {
        return Refusal.invalid(
                field, "The field " + field + " is empty. | 字段 " + field + " 未填写。", remedy);
    }

    private static Refusal unreadable(String field, String remedy) {
        return Refusal.invalid(
                field,
                "The field %s has a value without meaning. | 字段 %s 的值无效。".formatted(field, field),
                remedy);
    }
}
