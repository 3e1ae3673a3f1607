package dev.innkeeper.complaint;

import dev.innkeeper.complaint.facts.BookedEvent;
import dev.innkeeper.complaint.facts.CaseStanding;
import dev.innkeeper.complaint.facts.Category;
import dev.innkeeper.complaint.facts.ClockReading;
import dev.innkeeper.complaint.facts.Compensation;
import dev.innkeeper.complaint.facts.CompensationOutcome;
import dev.innkeeper.complaint.facts.ComplaintText;
import dev.innkeeper.complaint.facts.CorrectiveActionNeed;
import dev.innkeeper.complaint.facts.CorrectiveActionOutcome;
import dev.innkeeper.complaint.facts.Deadlines;
import dev.innkeeper.complaint.facts.DeadlinesOutcome;
import dev.innkeeper.complaint.facts.EarlierCompensation;
import dev.innkeeper.complaint.facts.EarlierComplaint;
import dev.innkeeper.complaint.facts.Escalation;
import dev.innkeeper.complaint.facts.EscalationOutcome;
import dev.innkeeper.complaint.facts.Grade;
import dev.innkeeper.complaint.facts.GradingOutcome;
import dev.innkeeper.complaint.facts.Harm;
import dev.innkeeper.complaint.facts.InvestigatedComplaint;
import dev.innkeeper.complaint.facts.KnownCustomer;
import dev.innkeeper.complaint.facts.Link;
import dev.innkeeper.complaint.facts.LinkingOutcome;
import dev.innkeeper.complaint.facts.NewComplaint;
import dev.innkeeper.complaint.facts.ProposedCompensation;
import dev.innkeeper.complaint.facts.RecentComplaint;
import dev.innkeeper.complaint.facts.Reopening;
import dev.innkeeper.complaint.facts.ReportedComplaint;
import dev.innkeeper.complaint.facts.SameCause;
import dev.innkeeper.complaint.facts.ServqualDimension;
import dev.innkeeper.complaint.facts.Stay;
import dev.innkeeper.complaint.facts.Triage;
import dev.innkeeper.complaint.facts.TriageOutcome;
import dev.innkeeper.decision.Aspect;
import dev.innkeeper.decision.Decision;
import dev.innkeeper.decision.DecisionCatalog;
import dev.innkeeper.decision.WordMatch;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The questions about complaints that rules answer, each by its folder under {@code
 * rules/complaint}.
 */
public final class ComplaintDecisions {

    /** From {@link ComplaintText}: what a text is about. */
    public static final Decision<TriageOutcome, Triage> TRIAGE =
            new Decision<>(
                    "complaint/triage",
                    TriageOutcome::new,
                    Triage.class,
                    List.of(ComplaintText.class, WordMatch.class),
                    aspects());

    /**
     * From {@link NewComplaint} and each {@link RecentComplaint} of the same customer: whether the
     * new one joins an earlier case.
     */
    public static final Decision<LinkingOutcome, Link> LINKING =
            new Decision<>(
                    "complaint/linking",
                    LinkingOutcome::new,
                    Link.class,
                    List.of(NewComplaint.class, RecentComplaint.class));

    /**
     * From {@link ReportedComplaint} and, where known, {@link KnownCustomer}, each {@link
     * EarlierComplaint} of the customer, {@link BookedEvent} and {@link Stay}: how grave it is and
     * who handles it.
     */
    public static final Decision<GradingOutcome, Grade> GRADING =
            new Decision<>(
                    "complaint/grading",
                    GradingOutcome::new,
                    Grade.class,
                    List.of(
                            ReportedComplaint.class,
                            KnownCustomer.class,
                            EarlierComplaint.class,
                            BookedEvent.class,
                            Stay.class));

    /** From {@link Grade}: the times in which the case is handled and who apologises. */
    public static final Decision<DeadlinesOutcome, Deadlines> DEADLINES =
            new Decision<>(
                    "complaint/deadlines",
                    DeadlinesOutcome::new,
                    Deadlines.class,
                    List.of(Grade.class));

    /**
     * From {@link CaseStanding}, a {@link ClockReading} for each running clock and, while a case is
     * being taken up again, {@link Reopening}: the level from now on, who is told, and when to ask
     * again.
     */
    public static final Decision<EscalationOutcome, Escalation> ESCALATION =
            new Decision<>(
                    "complaint/escalation",
                    EscalationOutcome::new,
                    Escalation.class,
                    List.of(CaseStanding.class, ClockReading.class, Reopening.class));

    /**
     * From {@link InvestigatedComplaint}, {@link ProposedCompensation} and, where known, {@link
     * KnownCustomer} and each {@link EarlierCompensation}: what may be given and who approves it.
     */
    public static final Decision<CompensationOutcome, Compensation> COMPENSATION =
            new Decision<>(
                    "complaint/compensation",
                    CompensationOutcome::new,
                    Compensation.class,
                    List.of(
                            InvestigatedComplaint.class,
                            ProposedCompensation.class,
                            KnownCustomer.class,
                            EarlierCompensation.class));

    /**
     * From {@link InvestigatedComplaint} and each {@link SameCause}: whether the cause must be
     * mended, until when, and when the effect is verified.
     */
    public static final Decision<CorrectiveActionOutcome, CorrectiveActionNeed> CORRECTIVE_ACTION =
            new Decision<>(
                    "complaint/corrective-action",
                    CorrectiveActionOutcome::new,
                    CorrectiveActionNeed.class,
                    List.of(InvestigatedComplaint.class, SameCause.class));

    private ComplaintDecisions() {}

    /** All of them, for loading their rules at start. */
    public static DecisionCatalog catalog() {
        return DecisionCatalog.of(
                TRIAGE, LINKING, GRADING, DEADLINES, ESCALATION, COMPENSATION, CORRECTIVE_ACTION);
    }

    /**
     * A word that stands for NOTHING hides shorter words inside it, as "no smell" hides "smell".
     */
    private static List<Aspect> aspects() {
        return List.of(
                new Aspect("category", orNothing(Category.values())),
                new Aspect("harm", orNothing(Harm.values())),
                new Aspect("dimension", orNothing(ServqualDimension.values())),
                Aspect.of("mention", "LAWYER_OR_PRESS", "NOTHING"));
    }

    private static List<String> orNothing(Enum<?>[] values) {
        return Stream.concat(Arrays.stream(values).map(Enum::name), Stream.of("NOTHING")).toList();
    }
}
