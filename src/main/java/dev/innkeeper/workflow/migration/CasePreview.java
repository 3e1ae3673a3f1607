package dev.innkeeper.workflow.migration;

import org.jspecify.annotations.Nullable;

/**
 * A running case, and what would become of it in another version.
 *
 * @param processInstance the engine's id of it
 * @param number the number of the case, where it has one
 * @param place where it stands, what would move where, and why it cannot
 */
public record CasePreview(String processInstance, @Nullable String number, Place place) {}
