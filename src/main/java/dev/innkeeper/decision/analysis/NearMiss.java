package dev.innkeeper.decision.analysis;

import java.util.List;

/**
 * A rule that did not fire, but came near.
 *
 * @param rule its name
 * @param where its file and line, or the first cell of its row, for example {@code
 *     grading.drl.csv:A9}
 * @param lacks what kept it from firing, at least one
 */
public record NearMiss(String rule, String where, List<Lack> lacks) {

    /** Copies the list. */
    public NearMiss {
        lacks = List.copyOf(lacks);
    }

    /**
     * A condition that did not hold.
     *
     * @param place {@code line 12} or {@code cell B9}
     * @param condition how it is written
     * @param field the field that it looks at, {@code fact.field}, or the fact where none was given
     * @param label what that is called, {@code "English | 中文"}
     * @param actual its value; empty where it is missing, … where it is a text of a guest
     * @param sentence what was needed and what was there, {@code "English | 中文"}
     */
    public record Lack(
            String place,
            String condition,
            String field,
            String label,
            String actual,
            String sentence) {}
}
