package dev.innkeeper.change.simulation;

import static dev.innkeeper.change.simulation.Gradings.COMPENSATION;
import static dev.innkeeper.change.simulation.Gradings.GRADING;
import static dev.innkeeper.change.simulation.Gradings.LARGE_FROM_6000;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.innkeeper.common.Actor;
import dev.innkeeper.common.Group;
import dev.innkeeper.common.Refusal;
import dev.innkeeper.complaint.ComplaintDecisions;
import dev.innkeeper.complaint.facts.ComplaintText;
import dev.innkeeper.decision.Decisions;
import dev.innkeeper.decision.Facts;
import dev.innkeeper.decision.ShippedRules;
import dev.innkeeper.decision.ShippedRules.Change;
import dev.innkeeper.decision.load.Sources;
import dev.innkeeper.decision.serve.Explanations;
import dev.innkeeper.support.InnkeeperTest;
import dev.innkeeper.support.TimeMachine;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A draft tells of each case that was decided how it would have decided it. */
@InnkeeperTest
class SimulationIT {

    private static final Actor EDITOR = new Actor("editor1", Set.of(Group.RULE_EDITOR));

    @Autowired private Simulations simulations;
    @Autowired private SimulationShift shift;
    @Autowired private SimulationRuns runs;
    @Autowired private Decisions decisions;
    @Autowired private Explanations explanations;
    @Autowired private TimeMachine time;
    @Autowired private JdbcClient jdbc;

    private Instant start;

    @BeforeEach
    void begin() {
        start = time.now();
        time.advance(Duration.ofMinutes(1));
    }

    private Simulation simulate(Map<String, Sources> rules) throws InterruptedException {
        long id = order(rules);
        shift.workOff();
        return simulations.read(id);
    }

    private long order(Map<String, Sources> rules) {
        time.advance(Duration.ofMinutes(1));
        return simulations.start(7, "hash", rules, start, time.now(), EDITOR);
    }

    private static SimulatedDecision only(Simulation simulation) {
        assertThat(simulation.decisions()).hasSize(1);
        return simulation.decisions().get(0);
    }

    @Test
    void countsHowManyCasesWouldBeDecidedOtherwise() throws InterruptedException {
        Gradings.grade(decisions, "CMP-2026-000001", 100);
        Gradings.grade(decisions, "CMP-2026-000002", 5500);
        Gradings.grade(decisions, "CMP-2026-000003", 6500);
        Gradings.grade(decisions, "CMP-2026-000003", 5600);

        var simulation = simulate(Gradings.grading(LARGE_FROM_6000));

        assertThat(simulation.state()).isEqualTo(State.DONE);
        assertThat(simulation.cases()).isEqualTo(3);
        assertThat(simulation.casesChanged()).isEqualTo(2);
        assertThat(only(simulation).total()).isEqualTo(4);
        assertThat(only(simulation).looked()).isEqualTo(4);
        assertThat(only(simulation).changed()).isEqualTo(2);
        assertThat(only(simulation).figures().outcomes())
                .containsExactlyInAnyOrder(
                        new Figures.Outcome("S2", "S3", 2, 2),
                        new Figures.Outcome("S3", "S3", 1, 0),
                        new Figures.Outcome("S2", "S2", 1, 0));
    }

    @Test
    void saysNothingOfRulesThatDecideAllTheSame() throws InterruptedException {
        Gradings.grade(decisions, "CMP-2026-000001", 5500);
        Gradings.compensate(decisions, "CMP-2026-000001", 5500);

        var simulation =
                simulate(
                        Map.of(
                                GRADING,
                                ShippedRules.shipped(ComplaintDecisions.GRADING).sources(),
                                COMPENSATION,
                                ShippedRules.shipped(ComplaintDecisions.COMPENSATION).sources()));

        assertThat(simulation.sum(SimulatedDecision::looked)).isEqualTo(2);
        assertThat(simulation.sum(SimulatedDecision::changed)).isZero();
        assertThat(simulation.casesChanged()).isZero();
    }

    @Test
    void sumsCeilingsAndCountsTheWorkOfDepartmentsThenAndNow() throws InterruptedException {
        Gradings.compensate(decisions, "CMP-2026-000001", 1000);
        Gradings.compensate(decisions, "CMP-2026-000002", 400);

        var simulation =
                simulate(
                        Map.of(
                                COMPENSATION,
                                ShippedRules.changed(
                                                ComplaintDecisions.COMPENSATION,
                                                new Change(
                                                        "ceiling.drl.csv",
                                                        "\"S2, UNJUSTIFIED\",50",
                                                        "\"S2, UNJUSTIFIED\",75"),
                                                new Change(
                                                        "approval.drl.csv",
                                                        "A small amount is approved at step"
                                                                + " 1,200",
                                                        "A small amount is approved at step"
                                                                + " 1,50"))
                                        .sources()));

        var figures = only(simulation).figures();
        assertThat(figures.sums())
                .singleElement()
                .satisfies(
                        sum -> {
                            assertThat(sum.field()).isEqualTo("ceiling");
                            assertThat(sum.before()).isEqualByComparingTo("700");
                            assertThat(sum.after()).isEqualByComparingTo(new BigDecimal("1050"));
                        });
        assertThat(figures.counts())
                .containsExactly(new Figures.Count("approvers", "SUPERVISOR", 0, 2));
        assertThat(figures.outcomes())
                .containsExactly(new Figures.Outcome("no approval", "supervisor", 2, 2));
    }

    @Test
    void showsEachCaseWithBothExplanations() throws InterruptedException {
        String decided = Gradings.grade(decisions, "CMP-2026-000002", 5500);

        var simulation = simulate(Gradings.grading(LARGE_FROM_6000));

        var cases = simulations.cases(simulation.id(), DifferenceFilter.ALL, 0, 10);
        assertThat(cases.total()).isEqualTo(1);
        var one = cases.items().get(0);
        assertThat(one.difference().decisionId()).isEqualTo(decided);
        assertThat(one.difference().changes())
                .singleElement()
                .satisfies(
                        change -> {
                            assertThat(change.field()).isEqualTo("severity");
                            assertThat(change.before().asText()).isEqualTo("S2");
                            assertThat(change.after().asText()).isEqualTo("S3");
                        });
        assertThat(explanations.sentence(one.decided())).contains("The amount in dispute is large");
        var now = one.simulated(only(simulation).release());
        assertThat(explanations.sentence(now)).doesNotContain("amount in dispute").contains("S3");
        assertThat(explanations.steps(now))
                .extracting(Explanations.Step::rule)
                .contains("A service failure is at least S3");
        assertThat(now.release()).isEqualTo(Gradings.grading(LARGE_FROM_6000).get(GRADING).hash());
    }

    @Test
    void findsTheCasesOfOneTransition() throws InterruptedException {
        Gradings.grade(decisions, "CMP-2026-000001", 5500);
        Gradings.grade(decisions, "CMP-2026-000002", 25_000);

        long id = simulate(Gradings.gradingWith(CONTRADICTION)).id();

        assertThat(numbers(id, new DifferenceFilter(GRADING, "S2", null, null)))
                .containsExactly("CMP-2026-000002");
        assertThat(numbers(id, new DifferenceFilter(null, "S3", null, null))).isEmpty();
        assertThat(numbers(id, new DifferenceFilter(null, null, "", true)))
                .containsExactly("CMP-2026-000002");
        assertThat(numbers(id, new DifferenceFilter(null, null, null, false))).isEmpty();
    }

    private List<String> numbers(long id, DifferenceFilter filter) {
        return simulations.cases(id, filter, 0, 10).items().stream()
                .map(one -> one.difference().caseNumber())
                .toList();
    }

    private static final String CONTRADICTION =
            """
            rule "A very large amount belongs to sales"
            when
                ReportedComplaint( amountInDispute >= 20000 )
            then
                outcome.owner(Group.SALES, "A very large amount belongs to sales | 巨额争议归销售部");
            end
            """;

    @Test
    void goesOnWhereTheDraftCannotAnswerAndShowsTheCase() throws InterruptedException {
        Gradings.grade(decisions, "CMP-2026-000001", 100);
        Gradings.grade(decisions, "CMP-2026-000002", 25_000);
        Gradings.grade(decisions, "CMP-2026-000003", 200);

        var simulation = simulate(Gradings.gradingWith(CONTRADICTION));

        assertThat(simulation.state()).isEqualTo(State.DONE);
        assertThat(only(simulation).looked()).isEqualTo(3);
        assertThat(only(simulation).failed()).isEqualTo(1);
        assertThat(only(simulation).changed()).isZero();
        assertThat(only(simulation).figures().failures())
                .singleElement()
                .satisfies(
                        failure ->
                                assertThat(failure.reason())
                                        .contains("contradict each other on the owner")
                                        .contains(" | "));
        assertThat(only(simulation).figures().counts())
                .as("the case that failed is left out on both sides")
                .allMatch(count -> count.before() == 2 && count.after() == 2);
        var failed = simulations.cases(simulation.id(), DifferenceFilter.ALL, 0, 10).items();
        assertThat(failed)
                .singleElement()
                .satisfies(
                        one ->
                                assertThat(one.difference().problem())
                                        .contains("contradict each other on the owner"));
    }

    @Test
    void asksOnlyWhatWasDecidedInThePeriod() throws InterruptedException {
        Gradings.grade(decisions, "CMP-2026-000001", 5500);
        time.advance(Duration.ofDays(1));
        var from = time.now();
        Gradings.grade(decisions, "CMP-2026-000002", 5500);
        time.advance(Duration.ofDays(1));
        var to = time.now();
        Gradings.grade(decisions, "CMP-2026-000003", 5500);

        long id = simulations.start(7, "hash", Gradings.grading(LARGE_FROM_6000), from, to, EDITOR);
        shift.workOff();

        assertThat(numbers(id, DifferenceFilter.ALL)).containsExactly("CMP-2026-000002");
        assertThat(simulations.read(id).sum(SimulatedDecision::total)).isEqualTo(1);
    }

    @Test
    void aSimulationThatANodeLeftBehindIsGoneOnWithWithoutCountingTwice()
            throws InterruptedException {
        copies(Gradings.grade(decisions, "CMP-2026-000001", 5500), 2499);
        long id = order(Gradings.grading(LARGE_FROM_6000));
        var taken = runs.take(Kind.WHAT_IF, "a node that is killed").orElseThrow();
        try (var run = runs.open(taken, "a node that is killed")) {
            assertThat(run.page(taken.to())).isTrue();
            run.save();
            assertThat(run.page(taken.to())).isTrue();
        }
        long saved = simulations.read(id).sum(SimulatedDecision::looked);
        assertThat(saved).isPositive().isLessThan(2500);

        shift.workOff();
        assertThat(simulations.read(id).sum(SimulatedDecision::looked))
                .as("as long as the node may be at it, nobody else is")
                .isEqualTo(saved);
        time.advance(SimulationRuns.LEASE);
        shift.workOff();

        var simulation = simulations.read(id);
        assertThat(simulation.state()).isEqualTo(State.DONE);
        assertThat(only(simulation).looked()).isEqualTo(2500);
        assertThat(only(simulation).changed()).isEqualTo(2500);
        assertThat(only(simulation).figures().outcomes())
                .containsExactly(new Figures.Outcome("S2", "S3", 2500, 2500));
        assertThat(simulations.cases(id, DifferenceFilter.ALL, 0, 1).total()).isEqualTo(2500);
    }

    @Test
    void whoLostASimulationKeepsNothingMoreOfIt() throws InterruptedException {
        copies(Gradings.grade(decisions, "CMP-2026-000001", 5500), 10);
        long id = order(Gradings.grading(LARGE_FROM_6000));
        var taken = runs.take(Kind.WHAT_IF, "a slow node").orElseThrow();
        try (var slow = runs.open(taken, "a slow node")) {
            slow.page(taken.to());
            time.advance(SimulationRuns.LEASE);
            shift.workOff();

            assertThatThrownBy(slow::save).isInstanceOf(SimulationRun.Lost.class);
        }
        assertThat(only(simulations.read(id)).looked()).isEqualTo(11);
    }

    @Test
    void aCancelledSimulationKeepsWhatWasDoneUntilThen() throws InterruptedException {
        copies(Gradings.grade(decisions, "CMP-2026-000001", 5500), 1499);
        long id = order(Gradings.grading(LARGE_FROM_6000));
        var taken = runs.take(Kind.WHAT_IF, "a node").orElseThrow();
        try (var run = runs.open(taken, "a node")) {
            run.page(taken.to());
            run.save();

            assertThat(simulations.cancel(id, EDITOR).state()).isEqualTo(State.CANCELLED);

            assertThatThrownBy(() -> run.goOn(taken.to())).isInstanceOf(SimulationRun.Lost.class);
        }
        var simulation = simulations.read(id);
        assertThat(simulation.note()).contains("editor1");
        assertThat(only(simulation).looked()).isPositive().isLessThan(1500);
        assertThat(simulations.cases(id, DifferenceFilter.ALL, 0, 1).total())
                .isEqualTo(only(simulation).looked());
        assertThat(simulations.cancel(id, EDITOR).state()).isEqualTo(State.CANCELLED);
        shift.workOff();
        assertThat(simulations.read(id).state()).isEqualTo(State.CANCELLED);
    }

    @Test
    void whatIsDoneCannotBeCancelled() throws InterruptedException {
        long id = simulate(Gradings.grading(LARGE_FROM_6000)).id();

        assertThatThrownBy(() -> simulations.cancel(id, EDITOR))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("is over")
                .hasMessageContaining("已结束");
    }

    @Test
    void aSimulationThatBreaksOffAgainAndAgainFailsAndSaysSo() throws InterruptedException {
        Gradings.grade(decisions, "CMP-2026-000001", 5500);
        long id = order(Gradings.grading(LARGE_FROM_6000));
        for (int n = 0; n < 3; n++) {
            assertThat(runs.take(Kind.WHAT_IF, "node " + n)).isPresent();
            time.advance(SimulationRuns.LEASE);
        }

        shift.workOff();

        assertThat(simulations.read(id).state()).isEqualTo(State.FAILED);
        assertThat(simulations.read(id).note()).contains("broke off").contains("中断");
    }

    @Test
    void rulesThatCannotBeTriedFailWithThePlaceAndTheRemedy() throws InterruptedException {
        Map<String, byte[]> files = new HashMap<>();
        files.put("a.drl", "rule \"x\" when Unknown() then end".getBytes());

        var simulation = simulate(Map.of(GRADING, new Sources(files)));

        assertThat(simulation.state()).isEqualTo(State.FAILED);
        assertThat(simulation.note()).contains(GRADING).contains("a.drl").contains(" | ");
    }

    @Test
    void whatCannotBeToldSinceTheTextIsErasedCountsApart() throws InterruptedException {
        var triage = ComplaintDecisions.TRIAGE;
        String id =
                decisions
                        .decide(
                                triage,
                                Facts.of(new ComplaintText("The room was noisy all night")),
                                "CMP-2026-000001")
                        .id();
        jdbc.sql("UPDATE decision SET facts = '[{\"ComplaintText\":{\"text\":\"\"}}]' WHERE id = ?")
                .param(id)
                .update();

        var simulation = simulate(Map.of(triage.name(), ShippedRules.shipped(triage).sources()));

        assertThat(only(simulation).erased()).isEqualTo(1);
        assertThat(only(simulation).changed()).isZero();
    }

    /** More records like one, each of a case of its own, three in the same millisecond. */
    private void copies(String id, int count) {
        jdbc.sql(
                        """
                        INSERT INTO decision
                            (id, case_number, name, headline, release_id, decided_at, micros, facts, result, fired)
                        SELECT UUID(), CONCAT('CMP-2026-1', LPAD(seq, 5, '0')), name, headline, release_id,
                            decided_at + INTERVAL seq DIV 3 * 1000 MICROSECOND, micros, facts, result, fired
                        FROM decision JOIN seq_1_to_%d WHERE id = ?
                        """
                                .formatted(count))
                .param(id)
                .update();
    }
}
