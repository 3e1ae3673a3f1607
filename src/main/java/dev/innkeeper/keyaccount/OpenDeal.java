package dev.innkeeper.keyaccount;

import dev.innkeeper.common.CaseNumber;
import org.jspecify.annotations.Nullable;

/** A deal of a customer that is still open. */
record OpenDeal(CaseNumber number, String product, @Nullable String owner) {}
