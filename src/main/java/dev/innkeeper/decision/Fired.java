package dev.innkeeper.decision;

import java.util.List;
import java.util.Map;

/**
 * A rule that fired.
 *
 * @param rule its name, a full sentence
 * @param where its file and line, or the first cell of its row, for example {@code
 *     grading.drl.csv:B9}
 * @param reasons the reasons that it gave and that decided the answer, each {@code "English | 中文"};
 *     none where all gave way
 * @param gaveWay the reasons that it gave and that gave way to others when contributions merged;
 *     unknown, that is empty, in records written before these were told apart
 * @param inputs the values bound by its conditions, by name ({@code $amount}); facts as they print
 */
public record Fired(
        String rule,
        String where,
        List<String> reasons,
        List<String> gaveWay,
        Map<String, String> inputs) {

    /** Copies the collections. */
    public Fired {
        reasons = List.copyOf(reasons);
        gaveWay = gaveWay == null ? List.of() : List.copyOf(gaveWay);
        inputs = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(inputs));
    }
}
