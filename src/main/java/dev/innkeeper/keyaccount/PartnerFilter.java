package dev.innkeeper.keyaccount;

import dev.innkeeper.keyaccount.facts.PartnerKind;
import org.jspecify.annotations.Nullable;

/**
 * Which partners to list. What is null does not narrow the list.
 *
 * @param name the beginning of the name or of the id
 * @param openFinding with an open audit finding; false for those without
 */
public record PartnerFilter(
        @Nullable PartnerKind kind, @Nullable String name, @Nullable Boolean openFinding) {}
