package dev.innkeeper.api;

import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.hibernate.validator.constraintvalidation.HibernateConstraintValidatorContext;

/** Turns violations of constraints into fields at fault, in words and with a remedy. */
public final class Violations {

    private static final String REMEDY = " || ";

    private Violations() {}

    /** Refuses a value from a check of our own. */
    static boolean refuse(ConstraintValidatorContext context, String message, String remedy) {
        context.disableDefaultConstraintViolation();
        context.unwrap(HibernateConstraintValidatorContext.class)
                .addMessageParameter("words", message + REMEDY + remedy)
                .buildConstraintViolationWithTemplate("{words}")
                .addConstraintViolation();
        return false;
    }

    /** The fields at fault, in the order of their paths. */
    public static List<FieldProblem> fields(
            Collection<? extends ConstraintViolation<?>> violations) {
        return violations.stream()
                .map(violation -> field(path(violation.getPropertyPath()), violation))
                .sorted(Comparator.comparing(FieldProblem::field))
                .toList();
    }

    static FieldProblem field(String path, ConstraintViolation<?> violation) {
        String words = violation.getMessage();
        int cut = words.indexOf(REMEDY);
        if (cut >= 0) {
            return new FieldProblem(
                    path, words.substring(0, cut), words.substring(cut + REMEDY.length()));
        }
        Map<String, Object> limits = violation.getConstraintDescriptor().getAttributes();
        String name =
                violation
                        .getConstraintDescriptor()
                        .getAnnotation()
                        .annotationType()
                        .getSimpleName();
        return standard(path, name, limits);
    }

    static FieldProblem standard(String path, String constraint, Map<String, Object> limits) {
        return switch (constraint) {
            case "NotNull", "NotBlank", "NotEmpty" ->
                    new FieldProblem(
                            path, "This is missing. | 缺少此项。", "Send a value for it. | 请提供该字段的值。");
            case "Email" ->
                    new FieldProblem(
                            path,
                            "This is not an e-mail address. | 不是有效的电子邮箱地址。",
                            "Send an address such as guest@example.com. |"
                                    + " 请使用如 guest@example.com 的地址。");
            case "Min", "DecimalMin", "Positive", "PositiveOrZero" -> {
                Object least = limits.getOrDefault("value", constraint.equals("Positive") ? 1 : 0);
                yield new FieldProblem(
                        path,
                        "This is less than " + least + ". | 小于 " + least + "。",
                        "Send " + least + " or more. | 请使用不小于 " + least + " 的值。");
            }
            case "Max", "DecimalMax" -> {
                Object most = limits.get("value");
                yield new FieldProblem(
                        path,
                        "This is more than " + most + ". | 大于 " + most + "。",
                        "Send " + most + " or less. | 请使用不大于 " + most + " 的值。");
            }
            case "Size" ->
                    new FieldProblem(
                            path,
                            "This has the wrong length. | 长度不符。",
                            "Send "
                                    + limits.get("min")
                                    + " to "
                                    + limits.get("max")
                                    + ". | 长度应为 "
                                    + limits.get("min")
                                    + " 至 "
                                    + limits.get("max")
                                    + "。");
            case "Pattern" ->
                    new FieldProblem(
                            path,
                            "This does not have the right form. | 格式不符。",
                            "Send what fits "
                                    + limits.get("regexp")
                                    + ". | 请使用符合 "
                                    + limits.get("regexp")
                                    + " 的内容。");
            default ->
                    new FieldProblem(
                            path,
                            "This is not valid. | 内容无效。",
                            "Look at the description of the API. | 请参阅接口说明。");
        };
    }

    private static String path(Path path) {
        return path.toString();
    }
}
