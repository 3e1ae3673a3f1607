package dev.innkeeper.keyaccount.facts;

import dev.innkeeper.decision.Fact;
import java.math.BigDecimal;

/**
 * The credit that the deal asks of the customer's limit; absent where the customer has no limit.
 *
 * @param limit the customer's limit in CNY
 * @param requested the credit that the terms of the deal ask for, in CNY
 */
@Fact(en = "The credit asked for, where the customer has a limit", zh = "所需信用额度（客户有额度时）")
public record CreditLine(
        @Fact(en = "Limit", zh = "信用额度", unit = "CNY") BigDecimal limit,
        @Fact(en = "Requested", zh = "所需额度", unit = "CNY") BigDecimal requested) {}
