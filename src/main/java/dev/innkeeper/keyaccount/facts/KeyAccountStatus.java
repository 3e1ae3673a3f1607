package dev.innkeeper.keyaccount.facts;

import dev.innkeeper.decision.Fact;

/**
 * The answer of {@code keyaccount/key-account-status}.
 *
 * @param keyAccount the customer is a key account
 * @param criteria how many criteria the customer meets
 */
public record KeyAccountStatus(
        @Fact(en = "Key account", zh = "大客户") boolean keyAccount,
        @Fact(en = "Criteria met", zh = "满足标准数") int criteria) {}
