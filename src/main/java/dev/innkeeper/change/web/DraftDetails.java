package dev.innkeeper.change.web;

import dev.innkeeper.change.ChangedFile;
import dev.innkeeper.change.Draft;
import dev.innkeeper.change.Person;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A draft.
 *
 * @param id its number
 * @param version to be named by whoever saves
 * @param title what it is about
 * @param owner who began it; {@code folder} where it came from the folders
 * @param state how far it has come
 * @param baseRelease the release that was live when it was begun
 * @param liveRelease the release that is live
 * @param createdAt when it was begun
 * @param changedAt when it was changed last
 * @param changedBy who changed it last
 * @param effectiveAt from when on it is to be live, or nothing for as soon as it is approved
 * @param release the release that it became
 * @param people who took part, and how
 * @param files the files that it changes
 * @param checks what the last checks said, in short
 * @param allowed what the reader may do next
 */
record DraftDetails(
        long id,
        int version,
        String title,
        String owner,
        Draft.State state,
        long baseRelease,
        long liveRelease,
        Instant createdAt,
        Instant changedAt,
        String changedBy,
        @Nullable Instant effectiveAt,
        @Nullable Long release,
        List<Person> people,
        List<ChangedFile> files,
        @Nullable Checks checks,
        Set<DraftAction> allowed) {

    /**
     * What the last checks said.
     *
     * @param passed whether nothing keeps the draft from going live
     * @param current whether neither the draft nor what is live has changed since
     * @param errors how many findings keep it from going live
     * @param warnings how many are told only
     */
    @Schema(name = "DraftChecks")
    record Checks(boolean passed, boolean current, long errors, long warnings) {}
}
