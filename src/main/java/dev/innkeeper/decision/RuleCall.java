package dev.innkeeper.decision;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method of an {@link Outcome} that rules may call; rules may call nothing else. The method
 * is public, returns nothing, and its last parameter is the reason: {@code "English sentence |
 * 中文句子"}. The other parameters are {@code int}, {@code long}, {@code boolean}, {@link String},
 * {@link java.math.BigDecimal} or enums.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface RuleCall {

    /** What the call contributes, in English, for example {@code at least this severity}. */
    String en();

    /** What the call contributes, in simplified Chinese. */
    String zh();
}
