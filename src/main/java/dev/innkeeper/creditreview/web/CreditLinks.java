package dev.innkeeper.creditreview.web;

import dev.innkeeper.common.CaseNumber;

/** The addresses of credit reviews. */
final class CreditLinks {

    static final String REVIEWS = "/api/credit-reviews";

    private CreditLinks() {}

    static String review(CaseNumber number) {
        return REVIEWS + "/" + number;
    }

    static String customer(String id) {
        return "/api/customers/" + id;
    }
}
