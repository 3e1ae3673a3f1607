package dev.innkeeper.customer;

import org.jspecify.annotations.Nullable;

/**
 * Why something of a customer is kept although its erasure was asked for.
 *
 * @param section what is kept
 * @param why the reason as people read it, {@code "English | 中文"}
 * @param caseNumber the one case that is kept, or null for the whole section
 * @param nameNeeded it cannot be done without knowing who the customer is: names and contacts stay
 */
public record LegalHold(
        FileSection section, String why, @Nullable String caseNumber, boolean nameNeeded) {}
