package dev.innkeeper.creditreview.facts;

import dev.innkeeper.decision.Contribution;
import dev.innkeeper.decision.Merged;
import dev.innkeeper.decision.Only;
import dev.innkeeper.decision.Outcome;
import dev.innkeeper.decision.RuleCall;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Collects how far the dunning of a customer goes, by the days of its oldest overdue invoice. */
public final class DunningStepOutcome extends Outcome<DunningStep> {

    private final Map<DunningStage, Only<Integer>> stages = new EnumMap<>(DunningStage.class);
    private final Only<Integer> overdue = only("days overdue");
    private final Merged<DunningStage> most = lowest();
    private final Merged<DunningStage> holdFrom = lowest();
    private final Merged<Integer> checkEvery = lowest();
    private final List<Contribution> pauses = new ArrayList<>(1);

    /** A stage begins when the oldest invoice is overdue for so many days. */
    @RuleCall(en = "Stage from days overdue", zh = "阶段起始逾期天数")
    public void stageFrom(DunningStage stage, int days, String reason) {
        stages.computeIfAbsent(stage, one -> only("days of stage " + one)).set(days, reason);
    }

    /** For so many days the oldest invoice is overdue. */
    @RuleCall(en = "Days overdue", zh = "逾期天数")
    public void overdue(int days, String reason) {
        overdue.set(days, reason);
    }

    /** The dunning goes no further than this. */
    @RuleCall(en = "No further than this stage", zh = "不超过此阶段")
    public void atMost(DunningStage stage, String reason) {
        most.add(stage, reason);
    }

    /** From this stage on the customer gets no more credit; before it, it does again. */
    @RuleCall(en = "Credit held from this stage", zh = "自此阶段冻结信用")
    public void holdFrom(DunningStage stage, String reason) {
        holdFrom.add(stage, reason);
    }

    /** The dunning waits, and what is held stays so. */
    @RuleCall(en = "Pause", zh = "暂停")
    public void pause(String reason) {
        pauses.add(because(reason));
    }

    /** The customer is looked at again within so many days at the latest. */
    @RuleCall(en = "Looked at again within days", zh = "最迟复查间隔（天）")
    public void checkEvery(int days, String reason) {
        checkEvery.add(days, reason);
    }

    @Override
    protected DunningStep fold() {
        int every = checkEvery.required("days until the customer is looked at again");
        var firstHeld = holdFrom.required("stage from which credit is held");
        int days = overdue.orElse(0);
        var reached = pauses.isEmpty() ? reached(days) : DunningStage.NONE;
        var stage = reached;
        if (most.orElse(reached).compareTo(reached) < 0) {
            stage = most.orElse(reached);
        } else {
            most.giveWay();
        }
        var at = stage;
        stages.forEach(
                (one, from) -> {
                    if (one != at) {
                        from.giveWay();
                    }
                });
        boolean hold = stage.compareTo(firstHeld) >= 0;
        if (!hold) {
            holdFrom.giveWay();
        }
        return new DunningStep(
                stage, hold, !hold && pauses.isEmpty(), Math.min(every, untilNext(days, every)));
    }

    private DunningStage reached(int days) {
        var reached = DunningStage.NONE;
        for (var entry : stages.entrySet()) {
            if (days >= entry.getValue().required()) {
                reached = entry.getKey();
            }
        }
        return reached;
    }

    private int untilNext(int days, int otherwise) {
        return stages.values().stream()
                .mapToInt(from -> from.required() - days)
                .filter(left -> left > 0)
                .min()
                .orElse(otherwise);
    }

    @Override
    protected String headline(DunningStep step) {
        return step.stage().name();
    }

    @Override
    protected String inWords(DunningStep step) {
        return step.stage().english() + " | " + step.stage().chinese();
    }
}
