package dev.innkeeper.workflow.migration;

import dev.innkeeper.common.Page;
import java.util.List;

/**
 * What moving the running cases of a version to another would do.
 *
 * @param process the id of the process
 * @param from the version in which the cases run
 * @param to the version to which they would move
 * @param places where they stand, most cases first, each tried with one of the cases there
 * @param cases a page of them, each tried by itself
 */
public record MigrationPreview(
        String process, int from, int to, List<Place> places, Page<CasePreview> cases) {

    /** Copies the list. */
    public MigrationPreview {
        places = List.copyOf(places);
    }
}
