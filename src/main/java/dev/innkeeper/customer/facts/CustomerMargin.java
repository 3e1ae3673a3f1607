package dev.innkeeper.customer.facts;

import dev.innkeeper.decision.Fact;
import java.math.BigDecimal;

/**
 * What the house earns from a customer: the margin where it is known, the spend where it is not.
 *
 * @param margin known margin in CNY so far
 * @param margin12Months known margin in CNY of the last 12 months
 * @param spend CNY spent so far of which the margin is not known
 * @param spend12Months CNY spent in the last 12 months of which the margin is not known
 */
@Fact(en = "What the house earns from the customer", zh = "客户毛利")
public record CustomerMargin(
        @Fact(en = "Known margin so far", zh = "累计已知毛利", unit = "CNY") BigDecimal margin,
        @Fact(en = "Known margin of 12 months", zh = "12个月已知毛利", unit = "CNY")
                BigDecimal margin12Months,
        @Fact(en = "Spend so far without known margin", zh = "累计毛利未知消费", unit = "CNY")
                BigDecimal spend,
        @Fact(en = "Spend of 12 months without known margin", zh = "12个月毛利未知消费", unit = "CNY")
                BigDecimal spend12Months) {}
