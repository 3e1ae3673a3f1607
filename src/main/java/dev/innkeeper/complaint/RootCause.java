package dev.innkeeper.complaint;

import dev.innkeeper.complaint.facts.Category;

/**
 * A cause that complaints come from.
 *
 * @param code such as {@code NOISE_CONSTRUCTION}
 * @param category the category it usually belongs to
 * @param english the label in English
 * @param chinese the label in simplified Chinese
 */
public record RootCause(String code, Category category, String english, String chinese) {}
