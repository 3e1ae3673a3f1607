package dev.innkeeper.creditreview.facts;

import dev.innkeeper.decision.Fact;
import java.math.BigDecimal;

/**
 * The terms that a customer has now; absent where none were ever set.
 *
 * @param limit the limit in CNY; 0 where the customer pays cash
 * @param termDays days in which an invoice is to be paid
 */
@Fact(en = "The terms that the customer has now, where there are any", zh = "客户现有条件（有时）")
public record PresentTerms(
        @Fact(en = "Limit", zh = "信用额度", unit = "CNY") BigDecimal limit,
        @Fact(en = "Term", zh = "账期", unit = "days") int termDays) {}
