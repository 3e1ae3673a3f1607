package dev.innkeeper.change;

/**
 * A file that a draft changes.
 *
 * @param path such as {@code rules/complaint/grading/severity.drl.csv}
 * @param kind what the draft does to it
 * @param overtaken whether the live file has changed since the draft's was made from it; such a
 *     draft does not go live before somebody has looked at both
 */
public record ChangedFile(String path, Kind kind, boolean overtaken) {

    /** What a draft does to a file. */
    public enum Kind {
        /** It is new. */
        ADDED,
        /** It has other content. */
        CHANGED,
        /** It is gone. */
        DELETED,
        /** It has the content that is live. */
        SAME
    }

    static ChangedFile of(DraftFile file, String liveHash) {
        Kind kind;
        if (file.hash().equals(liveHash)) {
            kind = Kind.SAME;
        } else if (liveHash.isEmpty()) {
            kind = Kind.ADDED;
        } else {
            kind = file.hash().isEmpty() ? Kind.DELETED : Kind.CHANGED;
        }
        boolean overtaken = !file.baseHash().equals(liveHash) && kind != Kind.SAME;
        return new ChangedFile(file.path(), kind, overtaken);
    }
}
