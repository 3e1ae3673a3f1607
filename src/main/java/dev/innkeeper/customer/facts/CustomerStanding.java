package dev.innkeeper.customer.facts;

import dev.innkeeper.decision.Fact;

/**
 * What the house has found of a customer.
 *
 * @param keyAccount the customer is a key account by {@code keyaccount/key-account-status}
 * @param strategic the customer counts as a brand, as a reference, or opens a new field
 */
@Fact(en = "What the house has found of the customer", zh = "客户认定情况")
public record CustomerStanding(
        @Fact(en = "Key account", zh = "大客户") boolean keyAccount,
        @Fact(en = "Strategic", zh = "有战略意义") boolean strategic) {}
