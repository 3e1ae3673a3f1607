package dev.innkeeper.keyaccount;

import dev.innkeeper.common.CaseNumber;
import java.time.Instant;

/** The contract of a won deal is cancelled. */
public record ContractCancelled(CaseNumber deal, Instant at, String reason) {}
