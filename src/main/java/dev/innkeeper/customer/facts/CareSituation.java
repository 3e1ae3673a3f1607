package dev.innkeeper.customer.facts;

import dev.innkeeper.common.Tier;
import dev.innkeeper.decision.Fact;
import java.math.BigDecimal;

/**
 * A customer of whom the house thinks; absent where only the thresholds are asked for.
 *
 * @param cause why the house thinks of it
 * @param tier the tier in which the house keeps it
 * @param valueClass what it is worth by its share of the turnover
 * @param lifeTimeValue margin so far and expected, in CNY
 * @param daysSinceLastVisit days since it came last
 * @param visits30Days visits in the last 30 days
 * @param answeredNoOffer the house made it an offer, and it answered none
 */
@Fact(en = "The customer of whom the house thinks", zh = "待关怀客户")
public record CareSituation(
        @Fact(en = "Cause", zh = "起因") CareCause cause,
        @Fact(en = "Tier", zh = "客户类别") Tier tier,
        @Fact(en = "Value class", zh = "价值等级") ValueClass valueClass,
        @Fact(en = "Life-time value", zh = "终身价值", unit = "CNY") BigDecimal lifeTimeValue,
        @Fact(en = "Since the last visit", zh = "距上次光顾", unit = "days") int daysSinceLastVisit,
        @Fact(en = "Visits in 30 days", zh = "30天光顾次数") int visits30Days,
        @Fact(en = "Answered no offer", zh = "未回应任何优惠") boolean answeredNoOffer) {}
