package dev.innkeeper.creditreview;

import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.creditreview.facts.Movement;

/**
 * New terms hold; published in their transaction.
 *
 * @param version of the terms of this customer, from 1
 */
public record CreditTermsApplied(
        String customerId, CaseNumber review, int version, Movement movement) {}
