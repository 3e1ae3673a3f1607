package dev.innkeeper.decision;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Describes a fact that rules may look at: on a record its meaning as a whole, on a record
 * component one field. The reference of the vocabulary is generated from it.
 *
 * <p>Fields may be {@code int}, {@code long}, {@code boolean} (or their boxes where the value may
 * be missing), {@link String}, {@link java.math.BigDecimal}, an enum, {@link java.time.LocalDate},
 * or a {@link java.util.List} or {@link java.util.Set} of texts or of an enum's constants.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.RECORD_COMPONENT})
public @interface Fact {

    /** The label in English. */
    String en();

    /** The label in simplified Chinese. */
    String zh();

    /**
     * The unit of a figure, for example {@code CNY}, {@code days}, {@code %}; empty where it has
     * none.
     */
    String unit() default "";

    /**
     * The allowed values in words where the type does not say them, for example {@code 0 to 100};
     * else empty.
     */
    String values() default "";
}
