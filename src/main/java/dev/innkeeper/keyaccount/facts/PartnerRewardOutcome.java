package dev.innkeeper.keyaccount.facts;

import dev.innkeeper.decision.Merged;
import dev.innkeeper.decision.Only;
import dev.innkeeper.decision.Outcome;
import dev.innkeeper.decision.RuleCall;
import dev.innkeeper.decision.Union;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumSet;

/**
 * Collects what a partner gets for a deal and what stands in the way: a percentage, of it a share,
 * and of that no more than the cap.
 */
public final class PartnerRewardOutcome extends Outcome<PartnerReward> {

    private final Union<RewardCondition> missing = union();
    private final Only<BigDecimal> value = only("value of the deal");
    private final Only<BigDecimal> percent = only("percentage of the value");
    private final Merged<BigDecimal> cap = lowest();
    private final Merged<Integer> claimWithin = lowest();
    private final Only<Integer> claimedAfter = only("days from earning to the claim");
    private final Merged<Integer> clawBackWithin = highest();
    private BigDecimal share = BigDecimal.ONE;

    /** This is not so as it should be. */
    @RuleCall(en = "Missing", zh = "未满足条件")
    public void missing(RewardCondition condition, String reason) {
        missing.add(condition, reason);
    }

    /** The reward is a percentage of this value, in CNY; of nothing where no rule names it. */
    @RuleCall(en = "Of this value in CNY", zh = "计奖基数（元）")
    public void ofValue(BigDecimal amount, String reason) {
        value.set(amount, reason);
    }

    /** The reward is so many percent of the value. */
    @RuleCall(en = "Percent of the value", zh = "占金额的百分之几")
    public void percent(BigDecimal of, String reason) {
        percent.set(of, reason);
    }

    /** Only so many percent of the reward are for this partner. */
    @RuleCall(en = "Only this share of the reward", zh = "仅得奖励的百分之几")
    public void onlyPercent(int of, String reason) {
        because(reason);
        share = share.multiply(BigDecimal.valueOf(of, 2));
    }

    /** The reward is never above this, in CNY. */
    @RuleCall(en = "At most CNY", zh = "上限（元）")
    public void atMost(BigDecimal most, String reason) {
        cap.add(most, reason);
    }

    /** A reward is claimed within so many days after it was earned. */
    @RuleCall(en = "Claim within days", zh = "申领期限（天）")
    public void claimWithinDays(int days, String reason) {
        claimWithin.add(days, reason);
    }

    /** The reward is claimed so many days after it was earned; too late, it is lost. */
    @RuleCall(en = "Claimed after days", zh = "获得后若干天申领")
    public void claimedAfterDays(int days, String reason) {
        claimedAfter.set(days, reason);
    }

    /** A reward is taken back where the contract is cancelled within so many days of its date. */
    @RuleCall(en = "Claw back within days", zh = "追回期限（天）")
    public void clawBackWithinDays(int days, String reason) {
        clawBackWithin.add(days, reason);
    }

    @Override
    protected PartnerReward fold() {
        var unmet = EnumSet.noneOf(RewardCondition.class);
        unmet.addAll(missing.values());
        int within = claimWithin.required("days in which a reward is claimed");
        if (claimedAfter.orElse(0) > within) {
            unmet.add(RewardCondition.CLAIMED_IN_TIME);
        } else {
            claimedAfter.giveWay();
        }
        return new PartnerReward(
                unmet.isEmpty(),
                unmet,
                amount(),
                within,
                clawBackWithin.required("days in which a reward is taken back"));
    }

    private BigDecimal amount() {
        var shared =
                value.orElse(BigDecimal.ZERO)
                        .multiply(percent.required())
                        .movePointLeft(2)
                        .multiply(share);
        var most = cap.required("most that a partner may get");
        if (shared.compareTo(most) <= 0) {
            cap.giveWay();
        }
        return shared.min(most).setScale(2, RoundingMode.DOWN);
    }

    @Override
    protected String headline(PartnerReward reward) {
        return reward.eligible() ? "eligible" : "not eligible";
    }

    @Override
    protected String inWords(PartnerReward reward) {
        return reward.eligible()
                ? "%s CNY | %1$s元".formatted(reward.amount().toPlainString())
                : "not eligible | 不符合条件";
    }
}
