package dev.innkeeper.complaint;

import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Group;
import dev.innkeeper.complaint.facts.Severity;

/**
 * A complaint was closed or withdrawn; published in its transaction.
 *
 * @param status CLOSED or WITHDRAWN
 * @param satisfied whether the guest said so at the callback
 */
public record ComplaintClosed(
        CaseNumber number,
        ComplaintStatus status,
        Severity severity,
        Group department,
        boolean satisfied) {}
