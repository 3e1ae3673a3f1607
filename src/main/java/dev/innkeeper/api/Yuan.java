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
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** An amount in CNY: from 0 to 9,999,999,999,999.99 with at most two decimals. */
@Documented
@Constraint(validatedBy = Yuan.Check.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface Yuan {

    /** Made by the check. */
    String message() default "";

    /** Not used. */
    Class<?>[] groups() default {};

    /** Not used. */
    Class<? extends Payload>[] payload() default {};

    /** The check. */
    final class Check implements ConstraintValidator<Yuan, BigDecimal> {

        private static final BigDecimal LARGEST = new BigDecimal("9999999999999.99");

        @Override
        public boolean isValid(@Nullable BigDecimal amount, ConstraintValidatorContext context) {
            if (amount == null) {
                return true;
            }
            if (amount.signum() < 0) {
                return Violations.refuse(
                        context,
                        "The amount is below zero. | 金额小于零。",
                        "Send 0 or more. | 请使用不小于 0 的金额。");
            }
            if (amount.compareTo(LARGEST) > 0) {
                return Violations.refuse(
                        context,
                        "The amount is larger than can be kept. | 金额超出可保存范围。",
                        "Send at most 9999999999999.99. | 最多 9999999999999.99。");
            }
            // A scale in the thousands would make the next step dear.
            if (amount.scale() > 100 || amount.stripTrailingZeros().scale() > 2) {
                return Violations.refuse(
                        context,
                        "The amount has more than two decimals. | 金额小数超过两位。",
                        "Round it to the fen. | 请精确到分。");
            }
            return true;
        }
    }
}
