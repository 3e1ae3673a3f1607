package dev.innkeeper.change;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a draft or a release. Events are only ever added.
 *
 * @param id counted up
 * @param happenedAt when
 * @param actor who
 * @param kind what
 * @param draft which draft, or null
 * @param release which release, or null
 * @param words why, or what exactly: in the words of the person, or {@code "English | 中文"}
 */
public record ChangeEvent(
        long id,
        Instant happenedAt,
        String actor,
        Kind kind,
        @Nullable Long draft,
        @Nullable Long release,
        String words) {

    /** What happened. */
    public enum Kind {
        /** Units came from the folders, since the database had none of them. */
        SEEDED,
        /** A draft was begun. */
        CREATED,
        /** A file was saved or deleted in a draft. */
        SAVED,
        /** A file was left as it is live again. */
        LEFT,
        /** The title was changed. */
        RENAMED,
        /** A file was kept although the live one had changed meanwhile. */
        REBASED,
        /** Somebody said something. */
        COMMENTED,
        /** The checks were run. */
        CHECKED,
        /** The draft was tried on recorded decisions. */
        SIMULATED,
        /** The draft began to run beside the live rules. */
        SHADOWED,
        /** The draft no longer runs beside the live rules. */
        SHADOW_ENDED,
        /** Somebody else was asked to approve. */
        REQUESTED,
        /** The request or the approval was taken back, to go on writing. */
        RECALLED,
        /** It was returned with a reason. */
        RETURNED,
        /** It was approved. */
        APPROVED,
        /** It could not go live, and was returned. */
        REFUSED,
        /** It went live. */
        PUBLISHED,
        /** It was given up. */
        WITHDRAWN,
        /** An earlier release was brought back. */
        ROLLED_BACK,
        /** A release was written into the folders. */
        EXPORTED,
        /** Running cases were moved to another version of their diagram. */
        MIGRATED
    }
}
