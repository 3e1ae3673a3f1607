package dev.innkeeper.creditreview.facts;

import dev.innkeeper.decision.DecisionFailed;
import dev.innkeeper.decision.Merged;
import dev.innkeeper.decision.Only;
import dev.innkeeper.decision.Outcome;
import dev.innkeeper.decision.RuleCall;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Map;

/**
 * Collects what a customer scores: the points of each factor by its weight. A factor of which no
 * rule says anything has no points.
 */
public final class CreditScoreOutcome extends Outcome<CreditScore> {

    private static final int DECIMALS = 4;

    private final Map<CreditFactor, Judged> factors = new EnumMap<>(CreditFactor.class);

    /** The points that a factor has before anything is taken off. */
    @RuleCall(en = "Points of a factor", zh = "因素得分")
    public void points(CreditFactor factor, int points, String reason) {
        of(factor).points.set(points, reason);
    }

    /**
     * So many points less for each of something.
     *
     * @param each the points for each
     * @param times how many there are, such as days or percent
     */
    @RuleCall(en = "Fewer points: for each, times", zh = "扣分：每单位扣分、单位数")
    public void fewer(CreditFactor factor, BigDecimal each, BigDecimal times, String reason) {
        because(reason);
        var judged = of(factor);
        judged.less = judged.less.add(each.multiply(times));
    }

    /** The points of a factor never fall below this. */
    @RuleCall(en = "Never fewer points than", zh = "最低得分")
    public void notBelow(CreditFactor factor, int least, String reason) {
        of(factor).least.add(least, reason);
    }

    /** How much a factor counts, in percent where all weights come to 100. */
    @RuleCall(en = "Weight of a factor", zh = "因素权重")
    public void weight(CreditFactor factor, int weight, String reason) {
        of(factor).weight.set(weight, reason);
    }

    @Override
    protected CreditScore fold() {
        for (CreditFactor factor : CreditFactor.values()) {
            of(factor);
        }
        int whole = factors.values().stream().mapToInt(one -> one.weight.required()).sum();
        if (whole <= 0) {
            throw new DecisionFailed("The weights of the factors come to 0. Give them weight.");
        }
        var divisor = BigDecimal.valueOf(whole);
        var total = BigDecimal.ZERO;
        var shares = new ArrayList<FactorShare>(factors.size());
        for (var entry : factors.entrySet()) {
            var points = entry.getValue().total();
            int weight = entry.getValue().weight.required();
            var weighted = points.multiply(BigDecimal.valueOf(weight));
            total = total.add(weighted);
            shares.add(
                    new FactorShare(
                            entry.getKey(),
                            points,
                            weight,
                            plain(weighted.divide(divisor, DECIMALS, RoundingMode.DOWN))));
        }
        return new CreditScore(total.divide(divisor, 0, RoundingMode.DOWN).intValueExact(), shares);
    }

    @Override
    protected String headline(CreditScore score) {
        return "scored";
    }

    @Override
    protected String inWords(CreditScore score) {
        return "%d points | %1$d分".formatted(score.score());
    }

    private Judged of(CreditFactor factor) {
        return factors.computeIfAbsent(factor, Judged::new);
    }

    private static BigDecimal plain(BigDecimal number) {
        var stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private final class Judged {

        private final Only<Integer> points;
        private final Only<Integer> weight;
        private final Merged<Integer> least = highest();
        private BigDecimal less = BigDecimal.ZERO;

        private Judged(CreditFactor factor) {
            points = only("points for " + factor);
            weight = only("weight of " + factor);
        }

        private BigDecimal total() {
            var left =
                    BigDecimal.valueOf(points.orElse(0))
                            .subtract(less)
                            .setScale(2, RoundingMode.DOWN);
            var floor = least.value().map(BigDecimal::valueOf).orElse(left);
            if (left.compareTo(floor) >= 0) {
                least.giveWay();
            }
            return plain(left.max(floor));
        }
    }
}
