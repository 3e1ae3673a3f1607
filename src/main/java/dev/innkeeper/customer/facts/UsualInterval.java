package dev.innkeeper.customer.facts;

import dev.innkeeper.decision.Fact;
import java.math.BigDecimal;

/**
 * The time from one visit of a customer to the next; absent where there were fewer than two visits.
 *
 * @param days the median, with one decimal: one long absence does not stretch it
 */
@Fact(en = "The usual time between visits, where there were several", zh = "通常光顾间隔（多次光顾时）")
public record UsualInterval(@Fact(en = "Days", zh = "天数", unit = "days") BigDecimal days) {}
