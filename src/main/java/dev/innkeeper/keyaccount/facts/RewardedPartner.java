package dev.innkeeper.keyaccount.facts;

import dev.innkeeper.decision.Fact;

/**
 * The partner who is rewarded.
 *
 * @param kind the part that the partner plays
 * @param registeredBeforeLead the partner was registered before the lead came in
 * @param nth 1 for the partner of the deal who was registered first, 2 for the second
 * @param partners how many partners the deal has, 1 or 2
 * @param ourEmployee the partner works for the house
 * @param customersEmployee the partner works for the customer
 * @param openAuditFinding an audit finding on the partner is open
 */
@Fact(en = "The partner who is rewarded", zh = "获奖励的合作伙伴")
public record RewardedPartner(
        @Fact(en = "Kind", zh = "类型") PartnerKind kind,
        @Fact(en = "Registered before the lead", zh = "先于线索登记") boolean registeredBeforeLead,
        @Fact(en = "Nth partner of the deal", zh = "第几位合作伙伴", values = "1 or 2") int nth,
        @Fact(en = "Partners of the deal", zh = "合作伙伴人数", values = "1 or 2") int partners,
        @Fact(en = "Employee of ours", zh = "本单位员工") boolean ourEmployee,
        @Fact(en = "Employee of the customer", zh = "客户员工") boolean customersEmployee,
        @Fact(en = "Open audit finding", zh = "有未结审计问题") boolean openAuditFinding) {}
