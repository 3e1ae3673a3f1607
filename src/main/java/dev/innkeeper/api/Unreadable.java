package dev.innkeeper.api;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import dev.innkeeper.common.Nearest;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Says in a person's words why JSON could not be read, where, and what to send instead. */
public final class Unreadable {

    private static final int LONGEST_SHOWN = 60;
    private static final String TITLE = "Unreadable | 无法读取";

    private Unreadable() {}

    /** The problem that this failure of the parser means. */
    public static Problem problem(JsonProcessingException failure) {
        if (failure instanceof UnrecognizedPropertyException unknown) {
            return unknownField(unknown);
        }
        if (failure instanceof JsonMappingException mapping
                && mapping.getCause() instanceof StreamConstraintsException tooMuch) {
            return constraint(tooMuch, path(mapping));
        }
        if (failure instanceof StreamConstraintsException tooMuch) {
            return constraint(tooMuch, root(tooMuch));
        }
        if (failure instanceof InvalidFormatException format) {
            return value(format, format.getTargetType());
        }
        if (failure instanceof MismatchedInputException mismatch
                && mismatch.getTargetType() != null
                && !mismatch.getPath().isEmpty()) {
            return value(mismatch, mismatch.getTargetType());
        }
        if (failure instanceof MismatchedInputException mismatch && mismatch.getPath().isEmpty()) {
            return at(
                    failure,
                    Problem.of(
                            HttpStatus.BAD_REQUEST,
                            "unreadable",
                            TITLE,
                            "",
                            "The body is empty or not of the kind that is expected here. |"
                                    + " 请求内容为空，或不是此处所需的类型。",
                            "Send one JSON object as the description of the API shows. |"
                                    + " 请按接口说明发送一个 JSON 对象。"));
        }
        String field = failure instanceof JsonMappingException mapping ? path(mapping) : "";
        if (field.isEmpty()) {
            field = root(failure);
        }
        return at(
                failure,
                Problem.of(
                        HttpStatus.BAD_REQUEST,
                        "unreadable",
                        TITLE,
                        field,
                        "The body is not JSON in UTF-8. | 请求内容不是 UTF-8 编码的 JSON。",
                        "Look at the line and column given: a quote, comma or brace is missing or"
                                + " a letter is in another encoding. |"
                                + " 请检查所指的行和列：缺少引号、逗号或括号，或字符编码不是 UTF-8。"));
    }

    private static Problem unknownField(UnrecognizedPropertyException unknown) {
        List<String> known =
                unknown.getKnownPropertyIds() == null
                        ? List.of()
                        : unknown.getKnownPropertyIds().stream().map(String::valueOf).toList();
        return at(unknown, unknownField(path(unknown), unknown.getPropertyName(), known));
    }

    /** The problem of a field, or a column, that is not known. */
    public static Problem unknownField(String path, String name, Collection<String> known) {
        String remedy =
                Nearest.to(name, known)
                        .map(
                                near ->
                                        "Did you mean \""
                                                + near
                                                + "\"? Otherwise leave it out. | 您是否要写“"
                                                + near
                                                + "”？否则请删除该字段。")
                        .orElseGet(
                                () -> {
                                    String all =
                                            known.stream()
                                                    .sorted()
                                                    .collect(Collectors.joining(", "));
                                    if (all.isEmpty()) {
                                        return "Leave it out. | 请删除该字段。";
                                    }
                                    return "Leave it out. Known here: "
                                            + all
                                            + ". | 请删除该字段。此处可用："
                                            + all
                                            + "。";
                                });
        return Problem.of(
                HttpStatus.BAD_REQUEST,
                "unknown-field",
                "Unknown field | 未知字段",
                shown(path),
                "There is no field \"" + shown(name) + "\". | 没有字段“" + shown(name) + "”。",
                remedy);
    }

    private static Problem constraint(StreamConstraintsException tooMuch, String field) {
        return at(
                tooMuch,
                Problem.of(
                        HttpStatus.BAD_REQUEST,
                        "unreadable",
                        TITLE,
                        field,
                        "The JSON is nested too deep, or one of its values is too long. |"
                                + " JSON 嵌套过深，或某个值过长。",
                        "Send plain fields as the description of the API shows. |"
                                + " 请按接口说明发送普通字段。"));
    }

    /** The field of the outermost object in which the parser stopped. */
    private static String root(JsonProcessingException failure) {
        if (failure.getProcessor() instanceof JsonParser parser) {
            JsonStreamContext context = parser.getParsingContext();
            while (context.getParent() != null && !context.getParent().inRoot()) {
                context = context.getParent();
            }
            return shown(context.getCurrentName());
        }
        return "";
    }

    private static Problem value(MismatchedInputException failure, Class<?> type) {
        String field = path(failure);
        String given =
                failure instanceof InvalidFormatException format && format.getValue() != null
                        ? "\"" + shown(String.valueOf(format.getValue())) + "\" "
                        : "";
        return at(
                failure,
                Problem.of(
                        HttpStatus.BAD_REQUEST,
                        "invalid",
                        "Not valid | 内容无效",
                        field,
                        "The value "
                                + given
                                + "cannot be read as "
                                + named(type)
                                + ". | 值 "
                                + given
                                + "无法识别。",
                        remedy(type)));
    }

    static String remedy(Class<?> type) {
        if (type.isEnum()) {
            String all = allowed(type);
            return "Send one of " + all + ". | 请使用以下之一：" + all + "。";
        }
        if (type == Instant.class) {
            return "Send a date and time with its offset, such as 2026-11-20T14:30:00+08:00. |"
                    + " 请发送带时区的日期时间，例如 2026-11-20T14:30:00+08:00。";
        }
        if (type == LocalDate.class) {
            return "Send a date such as 2026-11-20. | 请发送日期，例如 2026-11-20。";
        }
        if (type == BigDecimal.class) {
            return "Send a number such as 1280.50, without quotes or currency. |"
                    + " 请发送数字，例如 1280.50，不带引号和货币符号。";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "Send true or false. | 请发送 true 或 false。";
        }
        if (type == Integer.class
                || type == int.class
                || type == long.class
                || type == Long.class) {
            return "Send a whole number. | 请发送整数。";
        }
        if (type == String.class) {
            return "Send text in quotes. | 请发送带引号的文字。";
        }
        if (Collection.class.isAssignableFrom(type)) {
            return "Send a list in [ ]. | 请发送 [ ] 列表。";
        }
        return "Send an object in { }. | 请发送 { } 对象。";
    }

    /** The codes that an enum allows, in its order. */
    static String allowed(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
    }

    private static String named(Class<?> type) {
        if (type.isEnum()) {
            return "one of the codes allowed";
        }
        if (type == Instant.class) {
            return "a date and time";
        }
        if (type == LocalDate.class) {
            return "a date";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "yes or no";
        }
        if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
            return "a number";
        }
        return type == String.class ? "text" : "what is expected here";
    }

    private static String path(JsonMappingException failure) {
        var path = new StringBuilder();
        for (JsonMappingException.Reference step : failure.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return shown(path.toString());
    }

    private static Problem at(JsonProcessingException failure, Problem problem) {
        JsonLocation where = failure.getLocation();
        if (where == null || where.getLineNr() < 1) {
            return problem;
        }
        return problem.with("line", where.getLineNr()).with("column", where.getColumnNr());
    }

    /** What somebody sent, made short and harmless enough to be shown. */
    public static String shown(@Nullable String sent) {
        String all = Objects.requireNonNullElse(sent, "");
        String plain =
                all.codePoints()
                        .limit(LONGEST_SHOWN)
                        .map(c -> Texts.isPlain(c, false) ? c : '\uFFFD')
                        .collect(
                                StringBuilder::new,
                                StringBuilder::appendCodePoint,
                                StringBuilder::append)
                        .toString()
                        .replace(" | ", " / ");
        return all.codePointCount(0, all.length()) > LONGEST_SHOWN ? plain + "…" : plain;
    }
}
