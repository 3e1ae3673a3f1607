package dev.innkeeper.keyaccount;

import dev.innkeeper.common.CaseNumber;

/** An audit finding that concerns this deal was opened or closed. */
public record AuditFindingChanged(CaseNumber deal) {}
