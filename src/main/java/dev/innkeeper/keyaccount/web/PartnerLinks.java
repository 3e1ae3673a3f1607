package dev.innkeeper.keyaccount.web;

import dev.innkeeper.common.CaseNumber;

/** The addresses of partners and rewards. */
final class PartnerLinks {

    static final String PARTNERS = "/api/partners";
    static final String REWARDS = "/api/rewards";

    private PartnerLinks() {}

    static String partner(String id) {
        return PARTNERS + "/" + id;
    }

    static String reward(CaseNumber number) {
        return REWARDS + "/" + number;
    }

    static String deal(CaseNumber number) {
        return "/api/deals/" + number;
    }

    static String customer(String id) {
        return "/api/customers/" + id;
    }
}
