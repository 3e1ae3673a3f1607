package dev.innkeeper.complaint;

import dev.innkeeper.complaint.facts.Severity;

/**
 * A manager overrides the severity.
 *
 * @param severity the severity from now on
 * @param reason why, 1 to 4,000 characters
 */
public record Regrade(Severity severity, String reason) {}
