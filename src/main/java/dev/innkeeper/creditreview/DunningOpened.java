package dev.innkeeper.creditreview;

import dev.innkeeper.common.CaseNumber;

/**
 * The open dunning case of a customer.
 *
 * @param number the case
 * @param isNew whether it was opened just now
 */
public record DunningOpened(CaseNumber number, boolean isNew) {}
