package dev.innkeeper.keyaccount.facts;

import dev.innkeeper.decision.Fact;

/**
 * How good the credit of the customer is; absent where it was never reviewed.
 *
 * @param score 0 worst to 100 best
 */
@Fact(en = "The credit score of the customer, where known", zh = "客户资信评分（已知时）")
public record CreditScore(@Fact(en = "Score", zh = "评分", values = "0 to 100") int score) {}
