package dev.innkeeper.change.simulation;

/** Which recorded decisions the rules of a draft are asked. */
public enum Kind {
    /** Those of a period in the past. */
    WHAT_IF,
    /** Each that is made from now on. */
    SHADOW
}
