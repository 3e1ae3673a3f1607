package dev.innkeeper.change;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * Somebody who took part in a draft. One person takes one part, for good.
 *
 * @param id the user
 * @param part what the person did
 */
@Schema(name = "DraftPerson")
public record Person(String id, Part part) {

    /** What a person may do in a draft. */
    public enum Part {
        /** Wrote it. */
        EDITOR,
        /** Agreed that it goes live. */
        APPROVER
    }
}
