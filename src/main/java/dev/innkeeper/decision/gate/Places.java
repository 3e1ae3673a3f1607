package dev.innkeeper.decision.gate;

/** Says where a position of a rule text is for the person who wrote it. */
@FunctionalInterface
public interface Places {

    /** Positions of a text are lines: {@code line 12}. */
    Places LINES = at -> "line " + at.line();

    /** The place in words: {@code line 12} or {@code cell B9}. */
    String of(Position at);
}
