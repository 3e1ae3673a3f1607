package dev.innkeeper.complaint;

import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Group;
import dev.innkeeper.complaint.facts.Category;
import dev.innkeeper.complaint.facts.Severity;

/**
 * A complaint was graded; published in its transaction.
 *
 * @param again it had a severity before
 */
public record ComplaintGraded(
        CaseNumber number, Severity severity, Category category, Group department, boolean again) {}
