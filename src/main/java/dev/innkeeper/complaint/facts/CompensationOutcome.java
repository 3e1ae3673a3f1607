package dev.innkeeper.complaint.facts;

import dev.innkeeper.common.Group;
import dev.innkeeper.decision.Contribution;
import dev.innkeeper.decision.DecisionFailed;
import dev.innkeeper.decision.Merged;
import dev.innkeeper.decision.Only;
import dev.innkeeper.decision.Outcome;
import dev.innkeeper.decision.RuleCall;
import dev.innkeeper.decision.Sum;
import dev.innkeeper.decision.Union;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Collects what a guest may be given and who approves it: percentages make the ceiling, steps the
 * approver.
 */
public final class CompensationOutcome extends Outcome<Compensation> {

    private static final BigDecimal HUNDRED = new BigDecimal(100);

    private final Only<BigDecimal> base = only("amount in dispute");
    private final Only<Integer> percent = only("percentage of the amount in dispute");
    private final Sum points = sum();
    private final Merged<Integer> mostPercent = lowest();
    private final Merged<BigDecimal> goodwill = highest();
    private final Union<RemedyKind> kinds = union();
    private final Merged<Integer> step = highest();
    private final Sum stepsUp = sum();
    private final TreeMap<Integer, Group> ladder = new TreeMap<>();
    private final Map<Integer, List<Contribution>> rungs = new HashMap<>();
    private final List<Contribution> cuts = new ArrayList<>(1);
    private BigDecimal share = BigDecimal.ONE;
    private boolean flagged;

    /** The ceiling is a percentage of this amount. */
    @RuleCall(en = "Percentage of this amount", zh = "占此金额的百分比")
    public void ceilingPercent(int percentage, BigDecimal amount, String reason) {
        percent.set(percentage, reason);
        base.set(amount, reason);
    }

    /** Only so many percent of the percentage count. */
    @RuleCall(en = "Only this share of the percentage", zh = "仅计该比例的百分之几")
    public void onlyPercent(int of, String reason) {
        cuts.add(because(reason));
        share = share.multiply(BigDecimal.valueOf(of, 2));
    }

    /** So many percentage points more, after any cut. */
    @RuleCall(en = "Percentage points more", zh = "增加百分点")
    public void addPoints(int more, String reason) {
        points.add(more, reason);
    }

    /** The percentage is never above this. */
    @RuleCall(en = "At most this percentage", zh = "百分比上限")
    public void atMostPercent(int most, String reason) {
        mostPercent.add(most, reason);
    }

    /** A gift of goodwill up to this value, in CNY, whatever the amount in dispute. */
    @RuleCall(en = "Goodwill up to CNY", zh = "善意礼品上限（元）")
    public void goodwillUpTo(int most, String reason) {
        goodwill.add(BigDecimal.valueOf(most), reason);
    }

    /** This kind of remedy may be given. */
    @RuleCall(en = "Kind allowed", zh = "允许的方式")
    public void allow(RemedyKind kind, String reason) {
        kinds.add(kind, reason);
    }

    /** Approval is needed at this step of the ladder at least; 0 needs none. */
    @RuleCall(en = "Approval step", zh = "审批级别")
    public void approvalStep(int least, String reason) {
        step.add(least, reason);
    }

    /** Approval is needed so many steps higher. */
    @RuleCall(en = "Approval steps higher", zh = "审批提高级数")
    public void approvalHigher(int steps, String reason) {
        stepsUp.add(steps, reason);
    }

    /** Who approves at a step of the ladder. */
    @RuleCall(en = "Approver at a step", zh = "各级审批人")
    public void approver(int at, Group group, String reason) {
        rungs.computeIfAbsent(at, one -> new ArrayList<>(1)).add(because(reason));
        var other = ladder.putIfAbsent(at, group);
        if (other != null && other != group) {
            throw new DecisionFailed(
                    "Two rules name different approvers at step %d: %s and %s. Change one of them."
                            .formatted(at, other.id(), group.id()));
        }
    }

    /** The customer is compensated unusually often. */
    @RuleCall(en = "Flag", zh = "标记")
    public void flag(String reason) {
        because(reason);
        flagged = true;
    }

    @Override
    protected Compensation fold() {
        var ceiling = ceiling();
        return new Compensation(
                ceiling.signum() > 0, ceiling, kinds.values(), approvers(), flagged);
    }

    @Override
    protected String headline(Compensation compensation) {
        return compensation.approvers().isEmpty()
                ? "no approval"
                : compensation.approvers().get(0).id();
    }

    @Override
    protected String inWords(Compensation compensation) {
        return compensation.approvers().stream()
                .findFirst()
                .map(group -> "approval by %s | 由%s审批".formatted(group.english(), group.chinese()))
                .orElse("no approval | 无需审批");
    }

    private BigDecimal ceiling() {
        var shared =
                percent.value()
                        .map(whole -> base.required().multiply(cut(whole)).divide(HUNDRED))
                        .orElse(BigDecimal.ZERO);
        var gift = goodwill.orElse(BigDecimal.ZERO);
        if (gift.compareTo(shared) > 0) {
            percent.giveWay();
            base.giveWay();
            points.giveWay();
            mostPercent.giveWay();
            cuts.forEach(Contribution::giveWay);
        } else {
            goodwill.giveWay();
        }
        return shared.max(gift).setScale(2, RoundingMode.DOWN);
    }

    private BigDecimal cut(int whole) {
        var sum = share.multiply(BigDecimal.valueOf(whole)).add(BigDecimal.valueOf(points.total()));
        var most = mostPercent.value().map(BigDecimal::valueOf).orElse(sum);
        if (sum.compareTo(most) <= 0) {
            mostPercent.giveWay();
        }
        return sum.min(most);
    }

    private List<Group> approvers() {
        long wanted = step.orElse(0) + stepsUp.total();
        int reached =
                ladder.isEmpty() || wanted <= 0 ? 0 : (int) Math.min(wanted, ladder.lastKey());
        rungs.forEach(
                (at, contributions) -> {
                    if (at != reached) {
                        contributions.forEach(Contribution::giveWay);
                    }
                });
        return reached == 0 ? List.of() : List.copyOf(ladder.tailMap(reached).values());
    }
}
