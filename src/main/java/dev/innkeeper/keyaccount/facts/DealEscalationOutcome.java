package dev.innkeeper.keyaccount.facts;

import dev.innkeeper.common.Group;
import dev.innkeeper.decision.Contribution;
import dev.innkeeper.decision.Only;
import dev.innkeeper.decision.Outcome;
import dev.innkeeper.decision.RuleCall;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Collects who hears of a deal that does not move: each level is told once, when it is reached. */
public final class DealEscalationOutcome extends Outcome<DealEscalation> {

    private final Map<Integer, Only<Group>> ladder = new TreeMap<>();
    private final List<Reached> all = new ArrayList<>(2);
    private int nextCheckAfterDays;

    /** Which group is told at a level. */
    @RuleCall(en = "Level and its group", zh = "级别及通知组")
    public void rung(int level, Group group, String reason) {
        at(level).set(group, reason);
    }

    /**
     * A deal that has stood in its stage for so many days is at this level. Its group is told once,
     * at the first check that finds it so; before it the deal is looked at again then.
     *
     * @param days the days in the stage at which
     * @param inStage the days in the stage now
     * @param before the days in the stage at the last check
     * @param level the level
     */
    @RuleCall(en = "Level after days in the stage", zh = "停留若干天后的级别")
    public void levelAfterDays(int days, int inStage, int before, int level, String reason) {
        if (inStage >= days) {
            reach(level, before < days, reason);
        } else if (nextCheckAfterDays == 0 || days - inStage < nextCheckAfterDays) {
            nextCheckAfterDays = days - inStage;
        }
    }

    /**
     * A deal with so many follow-ups missed in a row is at this level. Its group is told once, at
     * the first check that finds it so.
     *
     * @param missed the follow-ups missed in a row at which
     * @param inARow those missed by now
     * @param before those missed at the last check
     * @param level the level
     */
    @RuleCall(en = "Level after follow-ups missed in a row", zh = "连续若干次未跟进后的级别")
    public void levelAfterMissed(int missed, int inARow, int before, int level, String reason) {
        if (inARow >= missed) {
            reach(level, before < missed, reason);
        }
    }

    @Override
    protected DealEscalation fold() {
        int level = all.stream().mapToInt(Reached::level).max().orElse(0);
        var told = EnumSet.noneOf(Group.class);
        for (Reached reached : all) {
            if (reached.now()) {
                told.add(at(reached.level()).required());
            } else if (reached.level() < level) {
                reached.contribution().giveWay();
            }
        }
        ladder.forEach(
                (at, group) -> {
                    if (all.stream().noneMatch(reached -> reached.decides(at, level))) {
                        group.giveWay();
                    }
                });
        return new DealEscalation(told, level, nextCheckAfterDays);
    }

    @Override
    protected String headline(DealEscalation escalation) {
        return "level " + escalation.level();
    }

    @Override
    protected String inWords(DealEscalation escalation) {
        return "level %d | %1$d级".formatted(escalation.level());
    }

    private void reach(int level, boolean now, String reason) {
        all.add(new Reached(level, now, because(reason)));
    }

    private Only<Group> at(int level) {
        return ladder.computeIfAbsent(level, one -> only("group of level " + one));
    }

    private record Reached(int level, boolean now, Contribution contribution) {

        boolean decides(int at, int highest) {
            return level == at && (now || level == highest);
        }
    }
}
