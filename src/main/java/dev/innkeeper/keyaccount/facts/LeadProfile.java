package dev.innkeeper.keyaccount.facts;

import dev.innkeeper.decision.Fact;

/**
 * What is known of a lead when it is scored.
 *
 * @param needClear the prospect said what is needed
 * @param budgetKnown the prospect's budget is known
 * @param decisionMakerKnown it is known who decides
 * @param source where the lead comes from
 * @param partnerRegisteredBefore the partner who brought it was registered before it; false where
 *     no partner did
 */
@Fact(en = "The lead that is scored", zh = "待评分的线索")
public record LeadProfile(
        @Fact(en = "Need clear", zh = "需求明确") boolean needClear,
        @Fact(en = "Budget known", zh = "预算已知") boolean budgetKnown,
        @Fact(en = "Decision maker known", zh = "决策人已知") boolean decisionMakerKnown,
        @Fact(en = "Source", zh = "来源") LeadSource source,
        @Fact(en = "Partner registered before the lead", zh = "合作伙伴先于线索登记")
                boolean partnerRegisteredBefore) {}
