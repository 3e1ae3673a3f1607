package dev.innkeeper.keyaccount.facts;

import dev.innkeeper.decision.Fact;
import java.math.BigDecimal;

/**
 * A contract that the customer has with the house.
 *
 * @param termMonths its whole term
 * @param yearlyValue what it brings in a year, in CNY
 */
@Fact(en = "A contract of the customer", zh = "客户的合同")
public record SignedContract(
        @Fact(en = "Term", zh = "合同期限", unit = "months") int termMonths,
        @Fact(en = "Yearly value", zh = "年金额", unit = "CNY") BigDecimal yearlyValue) {}
