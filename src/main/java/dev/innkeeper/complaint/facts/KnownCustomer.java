package dev.innkeeper.complaint.facts;

import dev.innkeeper.common.Tier;
import dev.innkeeper.decision.Fact;

/**
 * The customer who complains; absent where the guest is anonymous.
 *
 * @param tier the tier in which the house keeps this customer
 */
@Fact(en = "The customer who complains, where known", zh = "投诉客户（已知时）")
public record KnownCustomer(@Fact(en = "Tier", zh = "客户层级") Tier tier) {}
