package dev.innkeeper.decision;

import java.util.Arrays;
import java.util.List;

/**
 * Something that the words of a {@code words.csv} may speak about, with the values they may stand
 * for.
 *
 * @param name the text in the column {@code aspect}
 * @param values the texts allowed in the column {@code value}, in the order of the vocabulary
 */
public record Aspect(String name, List<String> values) {

    /** Copies the values. */
    public Aspect {
        values = List.copyOf(values);
    }

    /** An aspect whose values are the constants of an enum. */
    public static <E extends Enum<E>> Aspect of(String name, Class<E> type) {
        return new Aspect(name, Arrays.stream(type.getEnumConstants()).map(Enum::name).toList());
    }

    /** An aspect with the values named. */
    public static Aspect of(String name, String... values) {
        return new Aspect(name, List.of(values));
    }
}
