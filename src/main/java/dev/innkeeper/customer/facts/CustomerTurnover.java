package dev.innkeeper.customer.facts;

import dev.innkeeper.decision.Fact;
import java.math.BigDecimal;

/**
 * What a customer brings of the turnover of the house.
 *
 * @param turnover CNY in the last 12 months
 * @param houseTurnover CNY of all customers in the same 12 months
 */
@Fact(en = "What the customer brings of the turnover", zh = "客户营业额贡献")
public record CustomerTurnover(
        @Fact(en = "Turnover of 12 months", zh = "12个月营业额", unit = "CNY") BigDecimal turnover,
        @Fact(en = "Turnover of the house in 12 months", zh = "全店12个月营业额", unit = "CNY")
                BigDecimal houseTurnover) {}
