package dev.innkeeper.keyaccount.facts;

import dev.innkeeper.decision.Fact;
import java.math.BigDecimal;

/**
 * What the prospect would spend with the house; absent where unknown.
 *
 * @param yearlyValue CNY a year: room nights by rate, and events; 0 or more
 */
@Fact(en = "The volume of the prospect, where known", zh = "潜在客户的消费规模（已知时）")
public record LeadVolume(
        @Fact(en = "Yearly value", zh = "年消费额", unit = "CNY") BigDecimal yearlyValue) {}
