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
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A moment that can be meant: not before the year 2000, and not later than 10 minutes from now
 * (clocks of callers differ), or ten years from now where it may lie ahead.
 */
@Documented
@Constraint(validatedBy = Moment.Check.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface Moment {

    /** Whether it may lie ahead. */
    boolean ahead() default false;

    /** Made by the check. */
    String message() default "";

    /** Not used. */
    Class<?>[] groups() default {};

    /** Not used. */
    Class<? extends Payload>[] payload() default {};

    /** The check. */
    final class Check implements ConstraintValidator<Moment, Instant> {

        private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
        private static final Duration SKEW = Duration.ofMinutes(10);
        private static final Duration AHEAD = Duration.ofDays(3653);

        private final Clock clock;
        private boolean ahead;

        /** A check by this clock. */
        public Check(Clock clock) {
            this.clock = clock;
        }

        @Override
        public void initialize(Moment constraint) {
            ahead = constraint.ahead();
        }

        @Override
        public boolean isValid(@Nullable Instant moment, ConstraintValidatorContext context) {
            if (moment == null) {
                return true;
            }
            if (moment.isBefore(EARLIEST)) {
                return Violations.refuse(
                        context,
                        "This is before the year 2000. | 早于 2000 年。",
                        "Correct the date. | 请更正日期。");
            }
            Instant latest = clock.instant().plus(ahead ? AHEAD : SKEW);
            if (moment.isAfter(latest)) {
                return ahead
                        ? Violations.refuse(
                                context,
                                "This is more than ten years ahead. | 晚于十年之后。",
                                "Correct the year. | 请更正年份。")
                        : Violations.refuse(
                                context,
                                "This lies in the future. | 时间在未来。",
                                "Send a moment that has passed, with the right offset. |"
                                        + " 请发送已过去的时间，并注意时区。");
            }
            return true;
        }
    }
}
