package dev.innkeeper.change;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was live from some moment on, until the next one: all rules, diagrams and forms. Nothing of
 * it ever changes.
 *
 * @param number counted up without gaps
 * @param hash SHA-256 of everything in it, in hex
 * @param source how it came about
 * @param draft the draft that it published, or null
 * @param restores the release whose content it brings back, or null
 * @param author who wrote the change; {@link #FOLDER} where it came from the folders
 * @param approver who agreed that it goes live; never the author, but for the folders
 * @param comment why, in the words of the approver
 * @param liveAt since when it was live
 * @param checks the result of its checks, as JSON
 */
public record Release(
        long number,
        String hash,
        Source source,
        @Nullable Long draft,
        @Nullable Long restores,
        String author,
        String approver,
        String comment,
        Instant liveAt,
        String checks) {

    /** Who stands for what came from the folders {@code rules/} and {@code processes/}. */
    public static final String FOLDER = "folder";

    /** How a release came about. */
    public enum Source {
        /** From the folders, where the database had nothing of the kind. */
        SEED,
        /** A file saved in the folders, which passed all checks. */
        FOLDER,
        /** A draft that a second person approved. */
        DRAFT,
        /** The content of an earlier release, brought back. */
        ROLL_BACK
    }
}
