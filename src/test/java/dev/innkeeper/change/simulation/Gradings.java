package dev.innkeeper.change.simulation;

import dev.innkeeper.complaint.ComplaintDecisions;
import dev.innkeeper.complaint.facts.Category;
import dev.innkeeper.complaint.facts.Channel;
import dev.innkeeper.complaint.facts.Finding;
import dev.innkeeper.complaint.facts.Harm;
import dev.innkeeper.complaint.facts.InvestigatedComplaint;
import dev.innkeeper.complaint.facts.Kind;
import dev.innkeeper.complaint.facts.ProposedCompensation;
import dev.innkeeper.complaint.facts.ReportedComplaint;
import dev.innkeeper.complaint.facts.Severity;
import dev.innkeeper.decision.Decisions;
import dev.innkeeper.decision.Facts;
import dev.innkeeper.decision.ShippedRules;
import dev.innkeeper.decision.ShippedRules.Change;
import dev.innkeeper.decision.load.Sources;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Complaints about noise that the house grades and compensates, and rules that differ. */
public final class Gradings {

    public static final String GRADING = ComplaintDecisions.GRADING.name();
    public static final String COMPENSATION = ComplaintDecisions.COMPENSATION.name();

    /** A large amount in dispute is at least S2 only from 6,000 CNY on. */
    public static final Change LARGE_FROM_6000 =
            new Change(
                    "severity.drl.csv",
                    "A large amount in dispute is at least S2,,,,,,5000",
                    "A large amount in dispute is at least S2,,,,,,6000");

    private Gradings() {}

    /** Grades a complaint with this amount in dispute; the id of the record. */
    public static String grade(Decisions decisions, String caseNumber, int amount) {
        return decisions
                .decide(
                        ComplaintDecisions.GRADING,
                        Facts.of(
                                new ReportedComplaint(
                                        Kind.COMPLAINT,
                                        Channel.LOBBY,
                                        Category.NOISE,
                                        Harm.INCONVENIENCE,
                                        false,
                                        false,
                                        false,
                                        BigDecimal.valueOf(amount))),
                        caseNumber)
                .id();
    }

    /** Asks what may be given for an S2 complaint with this amount in dispute. */
    public static String compensate(Decisions decisions, String caseNumber, int amount) {
        return decisions
                .decide(
                        ComplaintDecisions.COMPENSATION,
                        Facts.of(
                                new InvestigatedComplaint(
                                        Severity.S2, Finding.JUSTIFIED, BigDecimal.valueOf(amount)),
                                new ProposedCompensation(BigDecimal.valueOf(100))),
                        caseNumber)
                .id();
    }

    /** The shipped rules of grading with changes. */
    public static Map<String, Sources> grading(Change... changes) {
        return Map.of(GRADING, ShippedRules.changed(ComplaintDecisions.GRADING, changes).sources());
    }

    /** The table of severities with changes, by its path in a draft. */
    public static Map<String, byte[]> severities(Change... changes) {
        return Map.of(
                "rules/" + GRADING + "/severity.drl.csv",
                grading(changes).get(GRADING).files().get("severity.drl.csv"));
    }

    /** The shipped rules of grading with a rule of its own. */
    public static Map<String, Sources> gradingWith(String rule) {
        Map<String, byte[]> files =
                new HashMap<>(ShippedRules.shipped(ComplaintDecisions.GRADING).sources().files());
        files.put("more.drl", rule.getBytes(StandardCharsets.UTF_8));
        return Map.of(GRADING, new Sources(files));
    }
}
