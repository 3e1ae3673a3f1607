package dev.innkeeper.keyaccount.facts;

import dev.innkeeper.decision.Fact;

/**
 * A lead that has just come in.
 *
 * @param productNamed it says what the customer might buy
 */
@Fact(en = "The new lead", zh = "新线索")
public record NewLead(@Fact(en = "Product named", zh = "已说明产品") boolean productNamed) {}
