package dev.innkeeper.keyaccount;

import dev.innkeeper.common.CaseNumber;
import java.time.Instant;

/** The customer of a won deal paid for the first time. */
public record FirstPaymentReceived(CaseNumber deal, Instant at) {}
