package dev.innkeeper.keyaccount;

import dev.innkeeper.common.CaseNumber;

/** The review of a closed deal was accepted; published in the transaction that accepts it. */
public record DealReviewAccepted(CaseNumber deal) {}
