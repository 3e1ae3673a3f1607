package dev.innkeeper.change;

import java.time.Instant;

/**
 * A file of a draft as somebody saved it once.
 *
 * @param id of what was saved
 * @param version of the draft from then on
 * @param path of the file
 * @param deleted whether the file was deleted
 * @param savedBy by whom
 * @param savedAt when
 */
public record Revision(
        long id, int version, String path, boolean deleted, String savedBy, Instant savedAt) {}
