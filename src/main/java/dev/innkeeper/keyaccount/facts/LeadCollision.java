package dev.innkeeper.keyaccount.facts;

import dev.innkeeper.decision.Fact;

/**
 * The answer of {@code keyaccount/lead-collision}.
 *
 * @param linked the lead joins an open deal
 * @param number the deal that it joins; empty where it joins none
 */
public record LeadCollision(
        @Fact(en = "Linked", zh = "并入") boolean linked,
        @Fact(en = "Deal number", zh = "商机编号") String number) {}
