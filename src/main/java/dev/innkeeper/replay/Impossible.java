package dev.innkeeper.replay;

/** Why a command cannot go on, in words. */
final class Impossible extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Impossible(String words) {
        super(words);
    }
}
