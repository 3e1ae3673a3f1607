package dev.innkeeper.creditreview.facts;

import dev.innkeeper.decision.Fact;
import java.math.BigDecimal;

/**
 * The credit that a customer has; absent where it was never reviewed.
 *
 * @param limit the limit in CNY
 * @param hold no more credit is given for now
 * @param cashOnly the customer pays cash
 */
@Fact(en = "The credit of the customer, where it was reviewed", zh = "客户信用（已核查时）")
public record GrantedCredit(
        @Fact(en = "Limit", zh = "信用额度", unit = "CNY") BigDecimal limit,
        @Fact(en = "On hold", zh = "信用冻结") boolean hold,
        @Fact(en = "Cash only", zh = "仅限现金") boolean cashOnly) {}
