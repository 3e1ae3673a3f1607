package dev.innkeeper.decision;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a component of a result that is added up over many answers, so that people see what a
 * change of the rules would bring: amounts and other figures are summed; constants of an enum, such
 * as departments, are counted each on its own, and so is each element of a collection of them. It
 * is named by the component's {@link Fact}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Tally {

    /**
     * Of a list only the first element counts: who has to do something, not who follows when nobody
     * is there.
     */
    boolean firstOnly() default false;

    /**
     * The yes-or-no component that must be true for this one to count; empty where it always does.
     */
    String when() default "";
}
