package dev.innkeeper.decision;

import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * A question that rules answer: one folder of rules, one kind of outcome.
 *
 * <p>Every {@code Decision} that is to be served is a bean, or a {@code public static final}
 * constant of a class that is named to {@link DecisionCatalog}.
 *
 * @param <O> the outcome that its rules call
 * @param <R> the folded result
 * @param name {@code feature/decision} in lower case, which is also its folder under {@code rules/}
 * @param outcome makes an empty outcome for each question
 * @param resultType the type of the folded result
 * @param facts the record types that rules may look at; {@link WordMatch} among them where words
 *     matter
 * @param aspects what the words of the folder's {@code words.csv} may speak about; empty where it
 *     has none
 */
public record Decision<O extends Outcome<R>, R extends Record>(
        String name,
        Supplier<O> outcome,
        Class<R> resultType,
        List<Class<? extends Record>> facts,
        List<Aspect> aspects) {

    private static final Pattern NAME =
            Pattern.compile("[a-z][a-z0-9]*/[a-z][a-z0-9]*(-[a-z0-9]+)*");

    /** Refuses a name that could not be a folder. */
    public Decision {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("A decision is named feature/decision, not " + name);
        }
        facts = List.copyOf(facts);
        aspects = List.copyOf(aspects);
    }

    /** A decision without words. */
    public Decision(
            String name,
            Supplier<O> outcome,
            Class<R> resultType,
            List<Class<? extends Record>> facts) {
        this(name, outcome, resultType, facts, List.of());
    }
}
