package dev.innkeeper.api;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/**
 * Text that people will read: of at most so many characters (an emoji counts as the characters it
 * is made of, not as bytes), without control characters, not blank where it is given.
 */
@Documented
@Constraint(validatedBy = PlainText.Check.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface PlainText {

    /** The longest text, in characters of Unicode. */
    int max();

    /** Whether it may have several lines. */
    boolean lines() default false;

    /** The message, {@code English | 中文 || remedy | 办法}; made by the check. */
    String message() default "";

    /** Not used. */
    Class<?>[] groups() default {};

    /** Not used. */
    Class<? extends Payload>[] payload() default {};

    /** The check. */
    final class Check implements ConstraintValidator<PlainText, String> {

        private int max;
        private boolean lines;

        @Override
        public void initialize(PlainText constraint) {
            max = constraint.max();
            lines = constraint.lines();
        }

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            if (text == null) {
                return true;
            }
            if (text.isBlank()) {
                return Violations.refuse(
                        context,
                        "The text is blank. | 文字为空白。",
                        "Write something, or leave the field out. | 请填写内容，或省略该字段。");
            }
            int length = Texts.length(text);
            if (length > max) {
                return Violations.refuse(
                        context,
                        "The text has "
                                + length
                                + " characters, at most "
                                + max
                                + " are taken. | 文字共 "
                                + length
                                + " 个字符，最多 "
                                + max
                                + " 个。",
                        "Shorten it. | 请缩短文字。");
            }
            int[] strange = text.codePoints().filter(c -> !Texts.isPlain(c, lines)).toArray();
            if (strange.length > 0) {
                String code = String.format("U+%04X", strange[0]);
                return Violations.refuse(
                        context,
                        "The text holds the character "
                                + code
                                + ", which cannot be kept. | 文字含有无法保存的字符 "
                                + code
                                + "。",
                        "Remove control characters, broken emoji and, in a name, line breaks. |"
                                + " 请删除控制字符、损坏的表情符号，名称中请勿换行。");
            }
            return true;
        }
    }
}
