package dev.innkeeper.keyaccount;

import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.keyaccount.facts.Stage;

/**
 * A deal is over.
 *
 * @param outcome WON, LOST or DISCARDED
 * @param from the stage in which it was
 */
public record DealClosed(CaseNumber deal, Stage outcome, Stage from) {}
