package dev.innkeeper.complaint;

import dev.innkeeper.common.CaseNumber;

/** A complaint went up to a higher level; published in its transaction. */
public record ComplaintEscalated(CaseNumber number, int from, int to) {}
