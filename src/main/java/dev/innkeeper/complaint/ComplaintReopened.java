package dev.innkeeper.complaint;

import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.complaint.facts.ReopenReason;

/**
 * A complaint was taken up again; published in its transaction.
 *
 * @param nth 1 for the first time
 */
public record ComplaintReopened(CaseNumber number, ReopenReason reason, int nth) {}
