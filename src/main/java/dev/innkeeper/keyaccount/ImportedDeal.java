package dev.innkeeper.keyaccount;

import dev.innkeeper.common.CaseNumber;
import java.util.List;

/**
 * A deal from before the service, now kept.
 *
 * @param number its number
 * @param collidesWith the open deals of the same company about the same product that others hunt
 */
public record ImportedDeal(CaseNumber number, List<CaseNumber> collidesWith) {}
