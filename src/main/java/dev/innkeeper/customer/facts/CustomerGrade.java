package dev.innkeeper.customer.facts;

import dev.innkeeper.common.Tier;
import dev.innkeeper.decision.Fact;
import java.math.BigDecimal;

/**
 * The answer of {@code customer/customer-grade}.
 *
 * @param valueClass what the customer is worth by its share of the turnover
 * @param tier the tier in which the house keeps the customer
 * @param lifeCycle the stage of the customer with the house
 * @param lifeTimeValue margin so far and expected, in CNY, rounded down to the fen; never below 0
 */
public record CustomerGrade(
        @Fact(en = "Value class", zh = "价值等级") ValueClass valueClass,
        @Fact(en = "Tier", zh = "客户类别") Tier tier,
        @Fact(en = "Life-cycle stage", zh = "生命周期阶段") LifeCycle lifeCycle,
        @Fact(en = "Life-time value", zh = "终身价值", unit = "CNY") BigDecimal lifeTimeValue) {}
