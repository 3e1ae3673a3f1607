package dev.innkeeper.keyaccount.facts;

import dev.innkeeper.decision.Fact;

/**
 * The credit of the customer; absent where the customer has none.
 *
 * @param onHold no more credit is given for now
 */
@Fact(en = "The credit of the customer, where there is any", zh = "客户的信用（有信用时）")
public record CreditStanding(@Fact(en = "On hold", zh = "信用冻结") boolean onHold) {}
