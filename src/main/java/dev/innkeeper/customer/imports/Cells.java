package dev.innkeeper.customer.imports;

import dev.innkeeper.api.CsvCells;
import dev.innkeeper.api.DateForm;
import dev.innkeeper.api.FieldProblem;
import dev.innkeeper.api.Unreadable;
import dev.innkeeper.common.Contact;
import dev.innkeeper.common.Money;
import dev.innkeeper.common.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The cells of a row, read as what they should be. Whatever is wrong is collected; the value that
 * is answered instead is never used, since the row is refused.
 */
final class Cells {

    private static final BigDecimal LARGEST = new BigDecimal("9999999999999.99");
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+(\\.[0-9]*)?");
    private static final int LONGEST_NUMBER = 40;

    private final CsvCells.Row row;
    private final DateForm dates;
    private final List<FieldProblem> problems = new ArrayList<>(0);

    Cells(CsvCells.Row row, DateForm dates) {
        this.row = row;
        this.dates = dates;
    }

    /** What is wrong with the row so far. */
    List<FieldProblem> problems() {
        return problems;
    }

    @Nullable String text(String field) {
        return row.values().get(field);
    }

    String neededText(String field) {
        String value = text(field);
        return value == null ? missing(field, "") : value;
    }

    Contact contact() {
        return new Contact(
                text("name"), text("company"), text("phone"), text("email"), text("weChat"));
    }

    @Nullable LocalDate day(String field) {
        try {
            return dates.read(field, text(field));
        } catch (Refusal refusal) {
            problem(field, refusal.getMessage(), refusal.remedy());
            return null;
        }
    }

    LocalDate neededDay(String field) {
        if (text(field) == null) {
            return missing(field, LocalDate.EPOCH);
        }
        LocalDate day = day(field);
        return day == null ? LocalDate.EPOCH : day;
    }

    @Nullable Boolean answer(String field) {
        String value = text(field);
        if (value == null) {
            return null;
        }
        Boolean answer = CsvCells.answer(value);
        if (answer == null) {
            problem(field, CsvCells.NO_ANSWER, CsvCells.NO_ANSWER_REMEDY);
        }
        return answer;
    }

    <E extends Enum<E>> E code(String field, Class<E> type, E otherwise) {
        String value = text(field);
        if (value == null) {
            return otherwise;
        }
        String wanted = value.toUpperCase(Locale.ROOT);
        for (E each : type.getEnumConstants()) {
            if (each.name().equals(wanted)) {
                return each;
            }
        }
        String all =
                Arrays.stream(type.getEnumConstants())
                        .map(Enum::name)
                        .collect(Collectors.joining(", "));
        problem(
                field,
                "There is no \"%1$s\" here. | 没有“%1$s”。".formatted(Unreadable.shown(value)),
                "Write one of %1$s. | 请使用以下之一：%1$s。".formatted(all));
        return otherwise;
    }

    Money neededMoney(String field) {
        if (text(field) == null) {
            return missing(field, Money.ZERO);
        }
        BigDecimal amount = amount(field);
        if (amount == null) {
            return Money.ZERO;
        }
        if (amount.signum() < 0) {
            problem(
                    field,
                    "The amount is below zero. | 金额小于零。",
                    "Leave credit notes out, and give each invoice or stay with what remains of it."
                            + " | 请省略红字账单，只填写冲减后的金额。");
            return Money.ZERO;
        }
        return new Money(amount);
    }

    /** An amount that may be below zero. */
    @Nullable BigDecimal amount(String field) {
        String value = text(field);
        if (value == null) {
            return null;
        }
        BigDecimal amount = number(value);
        if (amount == null) {
            problem(
                    field,
                    "This is not a number. | 不是数字。",
                    "Write it as 1280.50, without spaces or currency. |"
                            + " 请写成 1280.50，不带空格和货币符号。");
            return null;
        }
        if (amount.abs().compareTo(LARGEST) > 0) {
            problem(
                    field,
                    "The amount is larger than can be kept. | 金额超出可保存范围。",
                    "Give at most 9999999999999.99. | 最多 9999999999999.99。");
            return null;
        }
        if (amount.stripTrailingZeros().scale() > 2) {
            problem(
                    field,
                    "The amount has more than two decimals. | 金额小数超过两位。",
                    "Round it to the fen. | 请精确到分。");
            return null;
        }
        return amount;
    }

    private static @Nullable BigDecimal number(String value) {
        if (value.length() > LONGEST_NUMBER || !NUMBER.matcher(value).matches()) {
            return null;
        }
        return new BigDecimal(value);
    }

    private <T> T missing(String field, T instead) {
        problem(field, "This is missing. | 缺少此项。", "Fill in the cell. | 请填写该单元格。");
        return instead;
    }

    private void problem(String field, String message, String remedy) {
        problems.add(new FieldProblem(field, message, remedy));
    }
}
