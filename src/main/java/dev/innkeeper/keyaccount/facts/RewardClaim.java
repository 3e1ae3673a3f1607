package dev.innkeeper.keyaccount.facts;

import dev.innkeeper.decision.Fact;

/**
 * The claim of a reward; absent while nobody claims it.
 *
 * @param daysSinceEarned full days from the day on which the reward was earned to the claim
 */
@Fact(en = "The claim of the reward, once made", zh = "奖励申领（已申领时）")
public record RewardClaim(
        @Fact(en = "Days since it was earned", zh = "获得后天数", unit = "days") int daysSinceEarned) {}
