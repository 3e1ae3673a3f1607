package dev.innkeeper.decision.gate;

/**
 * A word of a rule.
 *
 * @param kind what it is
 * @param text as written; of a text its value without quotes
 * @param at where it stands
 */
record Token(Kind kind, String text, Position at) {

    enum Kind {
        NAME,
        VARIABLE,
        NUMBER,
        TEXT,
        SYMBOL,
        END
    }

    boolean is(String expected) {
        return (kind == Kind.NAME || kind == Kind.SYMBOL) && text.equals(expected);
    }

    /** The token as a person would quote it. */
    String shown() {
        return kind == Kind.END
                ? "the end of the file"
                : kind == Kind.TEXT ? '"' + text + '"' : text;
    }
}
