package dev.innkeeper.complaint;

import static dev.innkeeper.complaint.ComplaintDecisions.COMPENSATION;
import static dev.innkeeper.complaint.ComplaintDecisions.CORRECTIVE_ACTION;
import static dev.innkeeper.complaint.ComplaintDecisions.DEADLINES;
import static dev.innkeeper.complaint.ComplaintDecisions.ESCALATION;
import static dev.innkeeper.complaint.ComplaintDecisions.GRADING;
import static dev.innkeeper.complaint.ComplaintDecisions.LINKING;
import static dev.innkeeper.complaint.ComplaintDecisions.TRIAGE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.innkeeper.common.Group;
import dev.innkeeper.common.Tier;
import dev.innkeeper.complaint.facts.BookedEvent;
import dev.innkeeper.complaint.facts.CaseStanding;
import dev.innkeeper.complaint.facts.Category;
import dev.innkeeper.complaint.facts.Channel;
import dev.innkeeper.complaint.facts.ClockReading;
import dev.innkeeper.complaint.facts.Compensation;
import dev.innkeeper.complaint.facts.ComplaintClock;
import dev.innkeeper.complaint.facts.ComplaintText;
import dev.innkeeper.complaint.facts.CorrectiveActionNeed;
import dev.innkeeper.complaint.facts.Deadlines;
import dev.innkeeper.complaint.facts.EarlierCompensation;
import dev.innkeeper.complaint.facts.EarlierComplaint;
import dev.innkeeper.complaint.facts.Escalation;
import dev.innkeeper.complaint.facts.Finding;
import dev.innkeeper.complaint.facts.Grade;
import dev.innkeeper.complaint.facts.Harm;
import dev.innkeeper.complaint.facts.InvestigatedComplaint;
import dev.innkeeper.complaint.facts.Kind;
import dev.innkeeper.complaint.facts.KnownCustomer;
import dev.innkeeper.complaint.facts.Link;
import dev.innkeeper.complaint.facts.NewComplaint;
import dev.innkeeper.complaint.facts.ProposedCompensation;
import dev.innkeeper.complaint.facts.RecentComplaint;
import dev.innkeeper.complaint.facts.ReopenReason;
import dev.innkeeper.complaint.facts.Reopening;
import dev.innkeeper.complaint.facts.ReportedComplaint;
import dev.innkeeper.complaint.facts.SameCause;
import dev.innkeeper.complaint.facts.Severity;
import dev.innkeeper.complaint.facts.Stay;
import dev.innkeeper.complaint.facts.TimeBasis;
import dev.innkeeper.complaint.facts.Triage;
import dev.innkeeper.decision.Facts;
import dev.innkeeper.decision.Figure;
import dev.innkeeper.decision.Figures;
import dev.innkeeper.decision.ShippedRules;
import dev.innkeeper.decision.ShippedRules.Change;
import dev.innkeeper.decision.load.RuleSet;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every figure of the policy stands in a rule file: changed there, the answer is another. */
class ComplaintFiguresTest {

    static List<Figure<?>> figures() {
        var all = new ArrayList<Figure<?>>();
        triage(new Figures<>(TRIAGE, all));
        linking(new Figures<>(LINKING, all));
        grading(new Figures<>(GRADING, all));
        escalation(new Figures<>(ESCALATION, all));
        compensation(new Figures<>(COMPENSATION, all));
        correctiveAction(new Figures<>(CORRECTIVE_ACTION, all));
        return all;
    }

    private static void triage(Figures<Triage> triage) {
        triage.see(
                "words.csv",
                "\n食物中毒,category,FOOD_SAFETY,30\n",
                "\n食物中毒,category,FOOD_SAFETY,1\n",
                Facts.of(new ComplaintText("食物中毒，前台爱理不理")),
                Triage::category,
                Category.FOOD_SAFETY,
                Category.STAFF_ATTITUDE);
        triage.see(
                "categories.drl.csv",
                "SAFETY, 1, It speaks of safety",
                "SAFETY, 0, It speaks of safety",
                Facts.of(new ComplaintText("安全隐患，吵")),
                Triage::category,
                Category.SAFETY,
                Category.NOISE);
        triage.see(
                "harm.drl.csv",
                "FINANCIAL, It speaks",
                "INCONVENIENCE, It speaks",
                Facts.of(new ComplaintText("乱收费")),
                Triage::harm,
                Harm.FINANCIAL,
                Harm.INCONVENIENCE);
    }

    private static void linking(Figures<Link> linking) {
        linking.see(
                "linking.drl",
                "minutesAgo <= 1440",
                "minutesAgo <= 1441",
                Facts.of(
                        new NewComplaint(Category.NOISE),
                        new RecentComplaint("CMP-2026-000001", Category.NOISE, 1441, true)),
                Link::linked,
                false,
                true);
    }

    private static void grading(Figures<Grade> grading) {
        grading.see(
                "grading.drl",
                "daysAgo <= 90",
                "daysAgo <= 89",
                Facts.of(complaint("0"), new EarlierComplaint(1, 90)),
                Grade::severity,
                Severity.S2,
                Severity.S3);
        grading.see(
                "grading.drl",
                "nth == 1",
                "nth == 2",
                Facts.of(complaint("0"), new EarlierComplaint(1, 1)),
                Grade::severity,
                Severity.S2,
                Severity.S3);
        grading.see(
                "grading.drl",
                "minutesToCheckOut <= 180",
                "minutesToCheckOut <= 181",
                Facts.of(complaint("0"), new Stay(true, 181)),
                Grade::severity,
                Severity.S3,
                Severity.S2);
        grading.see(
                "grading.drl",
                "minutesSinceStart >= 0",
                "minutesSinceStart >= 1",
                Facts.of(complaint("0"), new BookedEvent(0, 60)),
                Grade::severity,
                Severity.S2,
                Severity.S3);
        grading.see(
                "severity.drl.csv",
                ",5000,",
                ",5001,",
                Facts.of(complaint("5000")),
                Grade::severity,
                Severity.S2,
                Severity.S3);
        grading.see(
                "grading.drl",
                "tier == Tier.LOYAL_REGULAR",
                "tier == Tier.STRATEGIC_NEW",
                Facts.of(complaint("0"), new KnownCustomer(Tier.LOYAL_REGULAR)),
                Grade::severity,
                Severity.S2,
                Severity.S3);
    }

    private static void escalation(Figures<Escalation> escalation) {
        escalation.see(
                "acknowledge.drl.csv",
                "100, 3, Nobody",
                "101, 3, Nobody",
                acknowledge(Severity.S1, 100),
                Escalation::level,
                3,
                0);
        escalation.see(
                "acknowledge.drl.csv",
                "100, 3, Nobody",
                "100, 2, Nobody",
                acknowledge(Severity.S1, 100),
                Escalation::level,
                3,
                2);
        escalation.see(
                "acknowledge.drl.csv",
                "100, 2, Nobody",
                "100, 1, Nobody",
                acknowledge(Severity.S2, 100),
                Escalation::level,
                2,
                1);
        escalation.see(
                "acknowledge.drl.csv",
                "100, 1, Nobody acknowledged the S3",
                "100, 2, Nobody acknowledged the S3",
                acknowledge(Severity.S3, 100),
                Escalation::level,
                1,
                2);
        escalation.see(
                "acknowledge.drl.csv",
                "100, 1, Nobody acknowledged the S4",
                "100, 2, Nobody acknowledged the S4",
                acknowledge(Severity.S4, 100),
                Escalation::level,
                1,
                2);
        escalation.see(
                "resolve.drl.csv",
                "75, Most",
                "80, Most",
                resolve(0, 75, 0),
                Escalation::handlerNotified,
                true,
                false);
        escalation.see(
                "resolve.drl.csv", "75, Most", "80, Most", resolve(0, 0, -1), nextCheck(), 75, 80);
        escalation.see(
                "resolve.drl.csv",
                "100, 1, The",
                "101, 1, The",
                resolve(0, 100, 75),
                Escalation::level,
                1,
                0);
        escalation.see(
                "resolve.drl.csv",
                "100, 1, The",
                "100, 2, The",
                resolve(0, 100, 75),
                Escalation::level,
                1,
                2);
        escalation.see(
                "resolve.drl.csv",
                "150, 1, The",
                "160, 1, The",
                resolve(1, 150, 100),
                Escalation::level,
                2,
                1);
        escalation.see(
                "resolve.drl.csv",
                "200, 1, Twice",
                "210, 1, Twice",
                resolve(2, 200, 150),
                Escalation::level,
                3,
                2);
        escalation.see(
                "escalation.drl",
                "outcome.raise(1, \"The guest refused",
                "outcome.raise(2, \"The guest refused",
                reopened(ReopenReason.REMEDY_REFUSED, 1),
                Escalation::level,
                1,
                2);
        escalation.see(
                "escalation.drl",
                "outcome.raise(1, \"The guest is not",
                "outcome.raise(2, \"The guest is not",
                reopened(ReopenReason.NOT_SATISFIED, 1),
                Escalation::level,
                1,
                2);
        escalation.see(
                "escalation.drl",
                "nth >= 3",
                "nth >= 4",
                reopened(ReopenReason.NOT_SATISFIED, 3),
                Escalation::level,
                3,
                1);
        escalation.see(
                "escalation.drl",
                "outcome.atLeast(3,",
                "outcome.atLeast(1,",
                reopened(ReopenReason.NOT_SATISFIED, 3),
                Escalation::level,
                3,
                2);
        escalation.see(
                "levels.drl.csv",
                "1, SUPERVISOR, SUPERVISOR",
                "1, QUALITY, SUPERVISOR",
                resolve(0, 100, 75),
                Escalation::owner,
                Group.SUPERVISOR,
                Group.QUALITY);
        escalation.see(
                "levels.drl.csv",
                "3, GENERAL_MANAGER, CUSTOMER_SERVICE_MANAGER",
                "3, GENERAL_MANAGER, QUALITY",
                acknowledge(Severity.S1, 100),
                Escalation::told,
                Set.of(Group.GENERAL_MANAGER, Group.CUSTOMER_SERVICE_MANAGER),
                Set.of(Group.GENERAL_MANAGER, Group.QUALITY));
    }

    private static void compensation(Figures<Compensation> compensation) {
        Map.of("S1", 100, "S2", 50, "S3", 30, "S4", 10)
                .forEach(
                        (severity, percent) ->
                                compensation.see(
                                        "ceiling.drl.csv",
                                        "\"%s, UNJUSTIFIED\",%d\n".formatted(severity, percent),
                                        "\"%s, UNJUSTIFIED\",%d\n".formatted(severity, percent - 1),
                                        investigated(
                                                Severity.valueOf(severity), Finding.JUSTIFIED, "0"),
                                        Compensation::ceiling,
                                        yuan(10 * percent),
                                        yuan(10 * percent - 10)));
        compensation.see(
                "compensation.drl",
                "onlyPercent(50,",
                "onlyPercent(40,",
                investigated(Severity.S2, Finding.PARTLY, "0"),
                Compensation::ceiling,
                yuan(250),
                yuan(200));
        compensation.see(
                "compensation.drl",
                "addPoints(10,",
                "addPoints(20,",
                investigated(Severity.S2, Finding.JUSTIFIED, "0")
                        .and(new KnownCustomer(Tier.KEY_ACCOUNT)),
                Compensation::ceiling,
                yuan(600),
                yuan(700));
        compensation.see(
                "compensation.drl",
                "atMostPercent(100,",
                "atMostPercent(105,",
                investigated(Severity.S1, Finding.JUSTIFIED, "0")
                        .and(new KnownCustomer(Tier.LOYAL_REGULAR)),
                Compensation::ceiling,
                yuan(1000),
                yuan(1050));
        compensation.see(
                "compensation.drl",
                "goodwillUpTo(50,",
                "goodwillUpTo(60,",
                investigated(Severity.S3, Finding.UNJUSTIFIED, "0")
                        .and(new KnownCustomer(Tier.LOYAL_REGULAR)),
                Compensation::ceiling,
                yuan(50),
                yuan(60));
        compensation.see(
                "approval.drl.csv",
                ",200,",
                ",201,",
                investigated(Severity.S1, Finding.JUSTIFIED, "200.01"),
                Compensation::approvalNeeded,
                true,
                false);
        compensation.see(
                "approval.drl.csv",
                ",1000,",
                ",1001,",
                investigated(Severity.S1, Finding.JUSTIFIED, "1000.01"),
                first(),
                Group.CUSTOMER_SERVICE_MANAGER,
                Group.SUPERVISOR);
        compensation.see(
                "approval.drl.csv",
                ",5000,",
                ",5001,",
                investigated(Severity.S1, Finding.JUSTIFIED, "5000.01"),
                first(),
                Group.GENERAL_MANAGER,
                Group.CUSTOMER_SERVICE_MANAGER);
        compensation.see(
                "approvers.drl.csv",
                "1, SUPERVISOR",
                "1, QUALITY",
                investigated(Severity.S1, Finding.JUSTIFIED, "300"),
                first(),
                Group.SUPERVISOR,
                Group.QUALITY);
        var third =
                investigated(Severity.S1, Finding.JUSTIFIED, "300")
                        .and(
                                List.of(
                                        new EarlierCompensation(1, 1),
                                        new EarlierCompensation(2, 180)));
        compensation.see(
                "compensation.drl",
                "daysAgo <= 180",
                "daysAgo <= 179",
                third,
                Compensation::flagged,
                true,
                false);
        compensation.see(
                "compensation.drl",
                "nth == 2",
                "nth == 3",
                third,
                Compensation::flagged,
                true,
                false);
        compensation.see(
                "compensation.drl",
                "approvalHigher(1,",
                "approvalHigher(2,",
                third,
                first(),
                Group.CUSTOMER_SERVICE_MANAGER,
                Group.GENERAL_MANAGER);
    }

    private static void correctiveAction(Figures<CorrectiveActionNeed> action) {
        Map.of("S1", 3, "S2", 7, "S3", 14, "S4", 14)
                .forEach(
                        (severity, days) ->
                                action.see(
                                        "due.drl.csv",
                                        ",%s,%d\n".formatted(severity, days),
                                        ",%s,%d\n".formatted(severity, days + 1),
                                        found(Severity.valueOf(severity)),
                                        CorrectiveActionNeed::dueWithin,
                                        Duration.ofDays(days),
                                        Duration.ofDays(days + 1)));
        action.see(
                "corrective-action.drl",
                "verifyAfterDays(30,",
                "verifyAfterDays(31,",
                found(Severity.S1),
                CorrectiveActionNeed::verifyAfter,
                Duration.ofDays(30),
                Duration.ofDays(31));
        action.see(
                "corrective-action.drl",
                "severity in (Severity.S1, Severity.S2)",
                "severity in (Severity.S1)",
                found(Severity.S2),
                CorrectiveActionNeed::needed,
                true,
                false);
        var third = found(Severity.S3).and(List.of(new SameCause(1, 1), new SameCause(2, 30)));
        action.see(
                "corrective-action.drl",
                "daysAgo <= 30",
                "daysAgo <= 29",
                third,
                CorrectiveActionNeed::needed,
                true,
                false);
        action.see(
                "corrective-action.drl",
                "nth == 2",
                "nth == 3",
                third,
                CorrectiveActionNeed::needed,
                true,
                false);
    }

    @ParameterizedTest
    @MethodSource("figures")
    void aChangedFigureChangesTheAnswer(Figure<?> figure) {
        figure.decidesTheAnswer();
    }

    @Test
    void everyTimeComesFromTheTableOfDeadlines() {
        try (var rules =
                ShippedRules.changed(
                        DEADLINES,
                        row("15, ELAPSED", "16, CALENDAR"),
                        row("4, ELAPSED", "5, CALENDAR"),
                        row(",24,\"Group.CUSTOMER", ",25,\"Group.CUSTOMER"),
                        row("Group.CUSTOMER_SERVICE_MANAGER", "Group.GENERAL_MANAGER"),
                        row("30, CALENDAR", "31, CALENDAR"),
                        row("24, CALENDAR", "25, CALENDAR"),
                        row(",24,\"Group.SUPERVISOR", ",26,\"Group.QUALITY"),
                        row("120, CALENDAR", "121, ELAPSED"),
                        row(
                                "\"72, CALENDAR\",72,\"$grade.owner",
                                "\"73, CALENDAR\",74,\"Group.SALES"),
                        row("1440, CALENDAR", "1441, CALENDAR"),
                        row("168, ELAPSED\",168", "167, CALENDAR\",169"),
                        rule("statutoryLimitDays(7,", "statutoryLimitDays(8,"),
                        rule("waitForGuestDays(7,", "waitForGuestDays(6,"),
                        rule("callbackAttempts(3,", "callbackAttempts(4,"),
                        rule("callBackEveryHours(24,", "callBackEveryHours(23,"))) {

            assertThat(times(rules, Severity.S1))
                    .isEqualTo(
                            deadlines("PT16M", "CALENDAR", "PT5H", "CALENDAR", 25)
                                    .apply(Group.GENERAL_MANAGER));
            assertThat(times(rules, Severity.S2))
                    .isEqualTo(
                            deadlines("PT31M", "CALENDAR", "PT25H", "CALENDAR", 26)
                                    .apply(Group.QUALITY));
            assertThat(times(rules, Severity.S3))
                    .isEqualTo(
                            deadlines("PT121M", "ELAPSED", "PT73H", "CALENDAR", 74)
                                    .apply(Group.SALES));
            assertThat(times(rules, Severity.S4))
                    .isEqualTo(
                            deadlines("PT1441M", "CALENDAR", "PT167H", "CALENDAR", 169)
                                    .apply(Group.FINANCE));
        }
    }

    @Test
    void everyOwnerComesFromTheTableOfOwners() {
        var shipped = ShippedRules.shipped(GRADING);
        var owners = new EnumMap<Category, Group>(Category.class);
        for (Category category : Category.values()) {
            owners.put(category, shipped.ask(Facts.of(complaint(category))).result().owner());
        }
        var changes =
                owners.entrySet().stream()
                        .map(
                                row ->
                                        new Change(
                                                "owner.drl.csv",
                                                ",%s,\"%s,"
                                                        .formatted(
                                                                row.getKey(),
                                                                row.getValue().name()),
                                                ",%s,\"SALES,".formatted(row.getKey())))
                        .toArray(Change[]::new);

        try (var rules = ShippedRules.changed(GRADING, changes)) {
            assertThat(owners).doesNotContainValue(Group.SALES).hasSize(15);
            assertThat(Category.values())
                    .allSatisfy(
                            category ->
                                    assertThat(
                                                    rules.ask(Facts.of(complaint(category)))
                                                            .result()
                                                            .owner())
                                            .isEqualTo(Group.SALES));
        }
    }

    private static ReportedComplaint complaint(String amount) {
        return new ReportedComplaint(
                Kind.COMPLAINT,
                Channel.LOBBY,
                Category.NOISE,
                Harm.INCONVENIENCE,
                false,
                false,
                false,
                new BigDecimal(amount));
    }

    private static ReportedComplaint complaint(Category category) {
        return new ReportedComplaint(
                Kind.COMPLAINT,
                Channel.LOBBY,
                category,
                Harm.INCONVENIENCE,
                false,
                false,
                false,
                BigDecimal.ZERO);
    }

    private static Facts acknowledge(Severity severity, int percent) {
        return Facts.of(
                new CaseStanding(severity, 0, Group.ROOMS_SERVICE),
                new ClockReading(ComplaintClock.ACKNOWLEDGE, percent, 0));
    }

    private static Facts resolve(int level, int percent, int before) {
        return Facts.of(
                new CaseStanding(Severity.S3, level, Group.ROOMS_SERVICE),
                new ClockReading(ComplaintClock.RESOLVE, percent, before));
    }

    private static Facts reopened(ReopenReason reason, int nth) {
        return Facts.of(
                new CaseStanding(Severity.S3, 0, Group.ROOMS_SERVICE), new Reopening(reason, nth));
    }

    private static Facts investigated(Severity severity, Finding finding, String proposed) {
        return Facts.of(
                new InvestigatedComplaint(severity, finding, new BigDecimal(1000)),
                new ProposedCompensation(new BigDecimal(proposed)));
    }

    private static Facts found(Severity severity) {
        return Facts.of(new InvestigatedComplaint(severity, Finding.JUSTIFIED, BigDecimal.ZERO));
    }

    private static Function<Escalation, Object> nextCheck() {
        return escalation -> escalation.nextChecks().get(0).percent();
    }

    private static Function<Compensation, Object> first() {
        return compensation -> compensation.approvers().get(0);
    }

    private static BigDecimal yuan(int whole) {
        return new BigDecimal(whole + ".00");
    }

    private static Change row(String from, String to) {
        return new Change("deadlines.drl.csv", from, to);
    }

    private static Change rule(String from, String to) {
        return new Change("handling.drl", from, to);
    }

    private static Deadlines times(RuleSet<Deadlines> rules, Severity severity) {
        return rules.ask(Facts.of(new Grade(severity, Group.FINANCE, Set.of(Group.FINANCE))))
                .result();
    }

    private static Function<Group, Deadlines> deadlines(
            String acknowledge, String on, String resolve, String resolveOn, int callback) {
        return apology ->
                new Deadlines(
                        Duration.parse(acknowledge),
                        TimeBasis.valueOf(on),
                        Duration.parse(resolve),
                        TimeBasis.valueOf(resolveOn),
                        Duration.ofDays(8),
                        Duration.ofHours(callback),
                        apology,
                        Duration.ofDays(6),
                        4,
                        Duration.ofHours(23));
    }
}
