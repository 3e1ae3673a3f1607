package dev.innkeeper.keyaccount.facts;

import dev.innkeeper.decision.Merged;
import dev.innkeeper.decision.Only;
import dev.innkeeper.decision.Outcome;
import dev.innkeeper.decision.RuleCall;
import java.util.EnumMap;
import java.util.Map;

/** Collects how near a deal is and how often it is followed up: the best grade wins. */
public final class DealGradeOutcome extends Outcome<DealGrading> {

    private final Merged<DealGrade> grade = gravest();
    private final Merged<Urgency> urgency = gravest();
    private final Map<DealGrade, Only<Rhythm>> rhythms = new EnumMap<>(DealGrade.class);

    /** The deal is at least of this grade. */
    @RuleCall(en = "At least this grade", zh = "至少为此等级")
    public void atLeast(DealGrade least, String reason) {
        grade.add(least, reason);
    }

    /** The deal is at least as urgent as this. */
    @RuleCall(en = "At least as urgent as this", zh = "至少为此紧急程度")
    public void atLeastUrgent(Urgency least, String reason) {
        urgency.add(least, reason);
    }

    /**
     * How often deals of a grade are followed up, and how long before it is due the follow-up
     * stands in the work list, which is never longer than from one to the next.
     */
    @RuleCall(
            en = "Grade, follow up every days, in the work list days before",
            zh = "等级、跟进周期（天）、提前列入待办（天）")
    public void followUp(DealGrade of, int everyDays, int openDaysBefore, String reason) {
        rhythms.computeIfAbsent(of, one -> only("follow-ups of grade " + one))
                .set(new Rhythm(everyDays, Math.min(everyDays, openDaysBefore)), reason);
    }

    @Override
    protected DealGrading fold() {
        var best = grade.required("grade");
        rhythms.forEach(
                (of, rhythm) -> {
                    if (of != best) {
                        rhythm.giveWay();
                    }
                });
        var rhythm =
                rhythms.computeIfAbsent(best, one -> only("follow-ups of grade " + one)).required();
        return new DealGrading(
                best, urgency.required("urgency"), rhythm.everyDays(), rhythm.openDaysBefore());
    }

    @Override
    protected String headline(DealGrading grading) {
        return grading.grade().name();
    }

    @Override
    protected String inWords(DealGrading grading) {
        return "%s, %s | %s，%s"
                .formatted(
                        grading.grade().english(),
                        grading.urgency().english(),
                        grading.grade().chinese(),
                        grading.urgency().chinese());
    }

    private record Rhythm(int everyDays, int openDaysBefore) {

        @Override
        public String toString() {
            return "every %d days, %d days before".formatted(everyDays, openDaysBefore);
        }
    }
}
