package dev.innkeeper.creditreview.facts;

import dev.innkeeper.common.Tier;
import dev.innkeeper.decision.Fact;
import java.math.BigDecimal;

/**
 * The terms that a review proposes.
 *
 * @param oldLimit the limit so far in CNY; 0 where none was ever set
 * @param newLimit the limit proposed in CNY
 * @param tier the tier in which the house keeps the customer
 * @param first no terms were ever set
 * @param overridden somebody overrode the score
 */
@Fact(en = "The terms that a review proposes", zh = "核查建议的条件")
public record ProposedTerms(
        @Fact(en = "Limit so far", zh = "原额度", unit = "CNY") BigDecimal oldLimit,
        @Fact(en = "New limit", zh = "新额度", unit = "CNY") BigDecimal newLimit,
        @Fact(en = "Tier", zh = "客户类别") Tier tier,
        @Fact(en = "First terms", zh = "首次定额") boolean first,
        @Fact(en = "Score overridden", zh = "评分被人工调整") boolean overridden) {}
