package dev.innkeeper.keyaccount.facts;

import dev.innkeeper.decision.Fact;
import dev.innkeeper.decision.Tally;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * The answer of {@code keyaccount/partner-reward}.
 *
 * @param eligible the partner may have the reward
 * @param missing what is not so as it should be, in the order of {@link RewardCondition}; empty
 *     where eligible
 * @param amount the reward in CNY, rounded down to the fen, whether or not the partner may have it
 *     yet
 * @param claimWithinDays a reward is claimed within so many days after it was earned
 * @param clawBackWithinDays a reward is taken back where the contract is cancelled within so many
 *     days of its date
 */
public record PartnerReward(
        @Fact(en = "Eligible", zh = "符合条件") boolean eligible,
        @Fact(en = "Missing", zh = "未满足条件") Set<RewardCondition> missing,
        @Fact(en = "Amount", zh = "金额", unit = "CNY") @Tally(when = "eligible") BigDecimal amount,
        @Fact(en = "Claim within", zh = "申领期限", unit = "days") int claimWithinDays,
        @Fact(en = "Claw back within", zh = "追回期限", unit = "days") int clawBackWithinDays) {

    /** Keeps a sorted copy of the set. */
    public PartnerReward {
        missing = Collections.unmodifiableSet(new TreeSet<>(missing));
    }
}
