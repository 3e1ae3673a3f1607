package dev.innkeeper.api;

/** What may stand in a text that people will read. */
final class Texts {

    private Texts() {}

    /**
     * Whether the character may be kept: no control characters but line breaks and tabs, no half of
     * a character, nothing that is no character. Marks that turn the direction of writing are fit
     * for a text but not for a name, where they could make one look like another.
     */
    static boolean isPlain(int codePoint, boolean lines) {
        if (codePoint == '\n' || codePoint == '\r' || codePoint == '\t') {
            return lines;
        }
        if (Character.isISOControl(codePoint)
                || codePoint >= 0xD800 && codePoint <= 0xDFFF
                || (codePoint & 0xFFFE) == 0xFFFE
                || codePoint >= 0xFDD0 && codePoint <= 0xFDEF) {
            return false;
        }
        boolean turns =
                codePoint >= 0x202A && codePoint <= 0x202E
                        || codePoint >= 0x2066 && codePoint <= 0x2069;
        return lines || !turns;
    }

    static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
