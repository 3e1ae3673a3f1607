package dev.innkeeper.complaint;

import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.complaint.facts.Category;
import dev.innkeeper.complaint.facts.Finding;
import org.jspecify.annotations.Nullable;

/**
 * It was found out whether a complaint is justified; published in its transaction, again where it
 * is investigated again.
 *
 * @param customerId the customer, or null for an anonymous guest
 * @param category what the complaint is about
 * @param finding whether it is justified
 */
public record ComplaintInvestigated(
        CaseNumber number, @Nullable String customerId, Category category, Finding finding) {}
