package dev.innkeeper.common;

/** Something that people read by a name in their own language. */
public interface Labelled {

    /** The name in English. */
    String english();

    /** The name in simplified Chinese. */
    String chinese();
}
