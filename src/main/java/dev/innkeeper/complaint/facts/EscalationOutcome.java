package dev.innkeeper.complaint.facts;

import dev.innkeeper.common.Group;
import dev.innkeeper.decision.Contribution;
import dev.innkeeper.decision.DecisionFailed;
import dev.innkeeper.decision.Merged;
import dev.innkeeper.decision.Only;
import dev.innkeeper.decision.Outcome;
import dev.innkeeper.decision.RuleCall;
import dev.innkeeper.decision.Sum;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Collects how far up a case goes, who is told and when to look again: floors and steps add up to
 * the level.
 */
public final class EscalationOutcome extends Outcome<Escalation> {

    private final Only<Integer> levelNow = only("level now");
    private final Only<Group> ownerNow = only("owner now");
    private final Merged<Integer> least = highest();
    private final Sum steps = sum();
    private final TreeMap<Integer, Rung> ladder = new TreeMap<>();
    private final Map<Integer, List<Contribution>> rungs = new HashMap<>();
    private final Map<ComplaintClock, Integer> checks = new EnumMap<>(ComplaintClock.class);
    private boolean handlerWarned;

    /** Where the case stays unless it is raised. */
    @RuleCall(en = "Stays at this level with this group", zh = "停留在此级别和责任组")
    public void stay(int level, Group owner, String reason) {
        levelNow.set(level, reason);
        ownerNow.set(owner, reason);
    }

    /** Who answers at a level above, and which other group is told when the case gets there. */
    @RuleCall(en = "Level, its group and who else is told", zh = "级别、责任组及另行通知的组")
    public void rung(int level, Group owner, Group alsoTold, String reason) {
        rungs.computeIfAbsent(level, one -> new ArrayList<>(1)).add(because(reason));
        var rung = new Rung(owner, alsoTold);
        var other = ladder.putIfAbsent(level, rung);
        if (other != null && !other.equals(rung)) {
            throw new DecisionFailed(
                    "Two rules name different groups for level %d: %s and %s. Change one of them."
                            .formatted(level, other.owner().id(), owner.id()));
        }
    }

    /** The case goes to this level at least. */
    @RuleCall(en = "At least this level", zh = "至少升至此级别")
    public void atLeast(int level, String reason) {
        least.add(level, reason);
    }

    /** The case goes up by so many levels. */
    @RuleCall(en = "Up by levels", zh = "升级级数")
    public void raise(int levels, String reason) {
        steps.add(levels, reason);
    }

    /**
     * At this share of a clock's time the handler is warned and the level stays. Before it the case
     * is looked at again then; after it the warning is given once, at the first check that finds it
     * reached.
     *
     * @param clock which clock
     * @param percent the share at which
     * @param elapsed the share that is over now
     * @param before the share that was over at the last check
     */
    @RuleCall(en = "Warn the handler at percent of the clock", zh = "在时钟的此比例提醒经办人")
    public void warnAt(ComplaintClock clock, int percent, int elapsed, int before, String reason) {
        if (reachedNow(clock, percent, elapsed, before)) {
            because(reason);
            handlerWarned = true;
        }
    }

    /** At this share of a clock's time, as {@link #warnAt}, the case goes up by so many levels. */
    @RuleCall(en = "Up by levels at percent of the clock", zh = "在时钟的此比例升级若干级")
    public void raiseAt(
            ComplaintClock clock, int percent, int elapsed, int before, int levels, String reason) {
        if (reachedNow(clock, percent, elapsed, before)) {
            steps.add(levels, reason);
        }
    }

    /**
     * At this share of a clock's time, as {@link #warnAt}, the case goes to this level at least.
     */
    @RuleCall(en = "At least this level at percent of the clock", zh = "在时钟的此比例至少升至此级别")
    public void atLeastAt(
            ComplaintClock clock, int percent, int elapsed, int before, int level, String reason) {
        if (reachedNow(clock, percent, elapsed, before)) {
            least.add(level, reason);
        }
    }

    @Override
    protected Escalation fold() {
        int now = levelNow.required();
        int top = ladder.isEmpty() ? now : Math.max(now, ladder.lastKey());
        int level = (int) Math.min(top, Math.max(now, least.orElse(now)) + steps.total());
        boolean raised = level > now;
        var owner = ownerNow.required();
        Set<Group> told = Set.of();
        lettingGiveWay(now, raised ? level : now);
        if (raised) {
            var rung = ladder.get(level);
            if (rung == null) {
                throw new DecisionFailed("No rule names the group of level " + level + ".");
            }
            owner = rung.owner();
            told = EnumSet.of(rung.owner(), rung.alsoTold());
        }
        return new Escalation(level, raised, owner, told, raised || handlerWarned, nextChecks());
    }

    /** What did not bring the case to its level, and the other levels, decided nothing. */
    private void lettingGiveWay(int now, int level) {
        if (level > now) {
            levelNow.giveWay();
            ownerNow.giveWay();
        } else {
            steps.giveWay();
        }
        if (level == now || least.orElse(now) <= now) {
            least.giveWay();
        }
        rungs.forEach(
                (at, contributions) -> {
                    if (at != level || level == now) {
                        contributions.forEach(Contribution::giveWay);
                    }
                });
    }

    @Override
    protected String headline(Escalation escalation) {
        return "level " + escalation.level();
    }

    @Override
    protected String inWords(Escalation escalation) {
        return "level %d | %1$d级".formatted(escalation.level());
    }

    private boolean reachedNow(ComplaintClock clock, int percent, int elapsed, int before) {
        if (elapsed < percent) {
            checks.merge(clock, percent, Math::min);
            return false;
        }
        return before < percent;
    }

    private List<NextCheck> nextChecks() {
        return checks.entrySet().stream()
                .map(check -> new NextCheck(check.getKey(), check.getValue()))
                .toList();
    }

    private record Rung(Group owner, Group alsoTold) {}
}
