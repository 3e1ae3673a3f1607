package dev.innkeeper.keyaccount.facts;

import dev.innkeeper.decision.Merged;
import dev.innkeeper.decision.Only;
import dev.innkeeper.decision.Outcome;
import dev.innkeeper.decision.RuleCall;
import dev.innkeeper.decision.Sum;

/** Collects what a lead scores and what becomes of it: points add up, a discard outweighs them. */
public final class LeadQualificationOutcome extends Outcome<Qualification> {

    private final Sum points = sum();
    private final Merged<Integer> volumePoints = highest();
    private final Only<Integer> qualifyFrom = only("points from which a lead qualifies");
    private final Only<Integer> nurtureFrom = only("points from which a lead is nurtured");
    private boolean discarded;

    /** So many points more. */
    @RuleCall(en = "Points more", zh = "加分")
    public void addPoints(int more, String reason) {
        points.add(more, reason);
    }

    /** So many points for the volume; of several the most count. */
    @RuleCall(en = "Points for the volume", zh = "消费规模得分")
    public void volumePoints(int least, String reason) {
        volumePoints.add(least, reason);
    }

    /** A lead with so many points or more qualifies. */
    @RuleCall(en = "Qualifies from points", zh = "确认有效的最低分")
    public void qualifyFrom(int least, String reason) {
        qualifyFrom.set(least, reason);
    }

    /** A lead with so many points or more that does not qualify is nurtured. */
    @RuleCall(en = "Nurtured from points", zh = "继续培育的最低分")
    public void nurtureFrom(int least, String reason) {
        nurtureFrom.set(least, reason);
    }

    /** The lead is discarded whatever its points. */
    @RuleCall(en = "Discard", zh = "放弃")
    public void discard(String reason) {
        because(reason);
        discarded = true;
    }

    @Override
    protected Qualification fold() {
        int total = Math.toIntExact(points.total() + volumePoints.orElse(0));
        return new Qualification(total, verdict(total));
    }

    private LeadVerdict verdict(int total) {
        int qualify = qualifyFrom.required();
        int nurture = nurtureFrom.required();
        if (discarded) {
            qualifyFrom.giveWay();
            nurtureFrom.giveWay();
            return LeadVerdict.DISCARD;
        }
        if (total >= qualify) {
            nurtureFrom.giveWay();
            return LeadVerdict.QUALIFY;
        }
        if (total >= nurture) {
            return LeadVerdict.NURTURE;
        }
        qualifyFrom.giveWay();
        return LeadVerdict.DISCARD;
    }

    @Override
    protected String headline(Qualification qualification) {
        return qualification.verdict().name();
    }

    @Override
    protected String inWords(Qualification qualification) {
        return "%1$s, %2$d points | %3$s，%2$d分"
                .formatted(
                        qualification.verdict().english(),
                        qualification.points(),
                        qualification.verdict().chinese());
    }
}
