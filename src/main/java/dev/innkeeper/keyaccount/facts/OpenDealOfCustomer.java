package dev.innkeeper.keyaccount.facts;

import dev.innkeeper.decision.Fact;

/**
 * A deal with the customer of the new lead that is still open.
 *
 * @param number its number
 * @param nth 1 for the one that came first, 2 for the next, and so on
 * @param sameProduct it is about the same product
 * @param sameOwner who brings the lead hunts it too
 */
@Fact(en = "An open deal with the same customer", zh = "同一客户的在跟商机")
public record OpenDealOfCustomer(
        @Fact(en = "Deal number", zh = "商机编号") String number,
        @Fact(en = "Nth, first first", zh = "第几个（最早为一）") int nth,
        @Fact(en = "Same product", zh = "同一产品") boolean sameProduct,
        @Fact(en = "Same owner", zh = "同一负责人") boolean sameOwner) {}
