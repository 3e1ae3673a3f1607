package dev.innkeeper.keyaccount;

import dev.innkeeper.common.CaseNumber;

/** The credit of a customer is to be reviewed, since a deal asks for it. */
public record CreditReviewRequested(CaseNumber deal, String customerId) {}
