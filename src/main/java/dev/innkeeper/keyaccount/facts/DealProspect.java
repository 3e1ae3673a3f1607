package dev.innkeeper.keyaccount.facts;

import dev.innkeeper.decision.Fact;

/**
 * What a deal may become.
 *
 * @param need how much the prospect needs it
 * @param chance the house may get it; false for a deal that is dead
 */
@Fact(en = "The prospect of the deal", zh = "商机前景")
public record DealProspect(
        @Fact(en = "Need", zh = "需求") Need need, @Fact(en = "Chance", zh = "有机会") boolean chance) {}
