package dev.innkeeper.change;

import dev.innkeeper.common.Actor;

/** The files of a draft, for those who add to them. */
public interface DraftFiles {

    /**
     * A file as the draft has it, or as the live release has it where the draft leaves it alone.
     *
     * @param path such as {@code rules/complaint/grading/scenarios.yaml}
     * @return its bytes, none where there is no such file
     */
    byte[] read(long draft, String path);

    /**
     * Saves a file of the draft.
     *
     * @param version the version of the draft that was read; another one is refused, and who
     *     changed the draft meanwhile is named
     * @return the version of the draft now
     */
    int write(long draft, int version, String path, byte[] content, Actor by);
}
