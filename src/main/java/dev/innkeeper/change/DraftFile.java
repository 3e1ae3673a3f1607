package dev.innkeeper.change;

import org.jspecify.annotations.Nullable;

/**
 * A file that a draft changes.
 *
 * @param path such as {@code rules/complaint/grading/severity.drl.csv}
 * @param content its bytes, or null where the draft deletes it
 * @param hash of the content, empty where the draft deletes it
 * @param baseHash of the live file that it was made from, empty where there was none
 */
record DraftFile(String path, byte @Nullable [] content, String hash, String baseHash) {

    Unit unit() {
        return Unit.of(path);
    }
}
