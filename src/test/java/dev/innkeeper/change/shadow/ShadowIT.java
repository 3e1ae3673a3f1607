package dev.innkeeper.change.shadow;

import static dev.innkeeper.change.simulation.Gradings.LARGE_FROM_6000;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.innkeeper.change.Draft;
import dev.innkeeper.change.DraftDesk;
import dev.innkeeper.change.simulation.DifferenceFilter;
import dev.innkeeper.change.simulation.Gradings;
import dev.innkeeper.change.simulation.Kind;
import dev.innkeeper.change.simulation.SimulatedDecision;
import dev.innkeeper.change.simulation.Simulation;
import dev.innkeeper.change.simulation.SimulationProperties;
import dev.innkeeper.change.simulation.SimulationRuns;
import dev.innkeeper.change.simulation.Simulations;
import dev.innkeeper.change.simulation.State;
import dev.innkeeper.common.Actor;
import dev.innkeeper.common.Group;
import dev.innkeeper.common.Refusal;
import dev.innkeeper.decision.Decisions;
import dev.innkeeper.decision.ShippedRules.Change;
import dev.innkeeper.support.InnkeeperTest;
import dev.innkeeper.support.TimeMachine;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A draft runs beside the live rules: it decides as well, and nothing is done by it. */
@InnkeeperTest
class ShadowIT {

    private static final Actor EDITOR = new Actor("editor1", Set.of(Group.RULE_EDITOR));
    private static final String TABLE = "rules/" + Gradings.GRADING + "/severity.drl.csv";
    private static final String EXAMPLES = "rules/" + Gradings.GRADING + "/scenarios.yaml";

    @Autowired private Shadows shadows;
    @Autowired private Simulations simulations;
    @Autowired private SimulationRuns runs;
    @Autowired private SimulationProperties properties;
    @Autowired private DraftDesk desk;
    @Autowired private Decisions decisions;
    @Autowired private TimeMachine time;
    @Autowired private Clock clock;

    private ShadowWatch watch;
    private Draft draft;

    @BeforeEach
    void begin() {
        watch = node();
        draft =
                desk.create(
                        "Large from 6,000 on", "", Gradings.severities(LARGE_FROM_6000), EDITOR);
    }

    @AfterEach
    void end() {
        watch.handBack();
    }

    private ShadowWatch node() {
        return new ShadowWatch(simulations, runs, desk, properties, clock);
    }

    private void start() {
        shadows.start(draft.id(), time.now().plus(Duration.ofDays(7)), EDITOR);
    }

    private Simulation lookedAt(ShadowWatch by) throws InterruptedException {
        time.advance(ShadowWatch.SETTLED.plusSeconds(1));
        by.look();
        return shadows.read(draft.id());
    }

    private static long looked(Simulation shadow) {
        return shadow.sum(SimulatedDecision::looked);
    }

    @Test
    void eachDecisionThatIsMadeFromNowOnIsPutToTheDraftAsWell() throws InterruptedException {
        Gradings.grade(decisions, "CMP-2026-000001", 5500);
        time.advance(Duration.ofMinutes(1));
        start();
        Gradings.grade(decisions, "CMP-2026-000002", 5500);
        Gradings.grade(decisions, "CMP-2026-000003", 100);
        watch.look();
        assertThat(looked(shadows.read(draft.id())))
                .as("a transaction of that time may not be over yet")
                .isZero();

        assertThat(looked(lookedAt(watch))).isEqualTo(2);
        Gradings.grade(decisions, "CMP-2026-000004", 5700);
        var shadow = lookedAt(watch);

        assertThat(shadow.kind()).isEqualTo(Kind.SHADOW);
        assertThat(shadow.state()).isEqualTo(State.RUNNING);
        assertThat(looked(shadow)).isEqualTo(3);
        assertThat(shadow.sum(SimulatedDecision::changed)).isEqualTo(2);
        assertThat(simulations.cases(shadow.id(), DifferenceFilter.ALL, 0, 10).items())
                .extracting(one -> one.difference().caseNumber())
                .containsExactly("CMP-2026-000002", "CMP-2026-000004");
    }

    @Test
    void theHouseDecidesByTheLiveRulesMeanwhile() throws InterruptedException {
        start();
        lookedAt(watch);

        Gradings.grade(decisions, "CMP-2026-000001", 5500);

        lookedAt(watch);
        assertThat(
                        simulations
                                .cases(shadows.read(draft.id()).id(), DifferenceFilter.ALL, 0, 10)
                                .items())
                .singleElement()
                .satisfies(
                        one -> {
                            assertThat(one.decided().headline()).isEqualTo("S2");
                            assertThat(one.difference().becomes()).isEqualTo("S3");
                        });
    }

    @Test
    void itEndsWhenItsTimeIsOver() throws InterruptedException {
        shadows.start(draft.id(), time.now().plus(Duration.ofHours(1)), EDITOR);
        Gradings.grade(decisions, "CMP-2026-000001", 5500);
        time.advance(Duration.ofHours(1));
        Gradings.grade(decisions, "CMP-2026-000002", 5500);

        var shadow = lookedAt(watch);

        assertThat(shadow.state()).isEqualTo(State.DONE);
        assertThat(looked(shadow)).isEqualTo(1);
    }

    @Test
    void itBeginsAnewWhereTheRulesOfTheDraftAreChanged() throws InterruptedException {
        start();
        Gradings.grade(decisions, "CMP-2026-000001", 5500);
        var before = lookedAt(watch);
        draft =
                desk.save(
                        draft.id(),
                        draft.version(),
                        TABLE,
                        Gradings.severities(
                                        new Change(
                                                "severity.drl.csv",
                                                "at least S2,,,,,,5000",
                                                "at least S2,,,,,,7000"))
                                .get(TABLE),
                        EDITOR);
        lookedAt(watch);
        Gradings.grade(decisions, "CMP-2026-000002", 6500);

        var after = lookedAt(watch);

        assertThat(simulations.read(before.id()).state()).isEqualTo(State.DONE);
        assertThat(simulations.read(before.id()).note()).contains("was changed").contains("更改");
        assertThat(after.id()).isNotEqualTo(before.id());
        assertThat(after.note()).contains("Begun anew").contains("重新开始");
        assertThat(after.to()).isEqualTo(before.to());
        assertThat(looked(after)).isEqualTo(1);
        assertThat(after.sum(SimulatedDecision::changed)).isEqualTo(1);
    }

    @Test
    void itGoesOnWhereOnlyScenariosOfTheDraftAreChanged() throws InterruptedException {
        start();
        var before = lookedAt(watch);
        byte[] examples =
                (new String(desk.read(draft.id(), EXAMPLES), StandardCharsets.UTF_8) + "# more\n")
                        .getBytes(StandardCharsets.UTF_8);
        draft = desk.save(draft.id(), draft.version(), EXAMPLES, examples, EDITOR);

        var after = lookedAt(watch);

        assertThat(after.id()).isEqualTo(before.id());
        assertThat(after.state()).isEqualTo(State.RUNNING);
        assertThat(after.contentHash()).isEqualTo(desk.contentHash(draft.id()));
    }

    @Test
    void itEndsWithTheDraft() throws InterruptedException {
        start();
        lookedAt(watch);
        desk.withdraw(draft.id(), "Not needed", EDITOR);

        var shadow = lookedAt(watch);

        assertThat(shadow.state()).isEqualTo(State.DONE);
        assertThat(shadow.note()).contains("given up").contains("撤回");
    }

    @Test
    void aDraftHasOneShadowAtATime() {
        start();

        assertThatThrownBy(this::start)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> {
                            assertThat(refusal.kind()).isEqualTo(Refusal.Kind.NOT_NOW);
                            assertThat(refusal.remedy()).contains("End it first").contains("先结束");
                        });

        assertThat(shadows.stop(draft.id(), EDITOR).state()).isEqualTo(State.CANCELLED);
        start();
        assertThat(shadows.read(draft.id()).state()).isEqualTo(State.WAITING);
    }

    @Test
    void itEndsAtAMomentAhead() {
        assertThatThrownBy(() -> shadows.start(draft.id(), time.now(), EDITOR))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.field()).isEqualTo("until"));
    }

    @Test
    void anotherNodeGoesOnAtOnceWhereOneIsShutDown() throws InterruptedException {
        start();
        Gradings.grade(decisions, "CMP-2026-000001", 5500);
        lookedAt(watch);
        Gradings.grade(decisions, "CMP-2026-000002", 5500);
        watch.handBack();

        var other = node();
        var shadow = lookedAt(other);
        other.handBack();

        assertThat(looked(shadow)).isEqualTo(2);
    }

    @Test
    void anotherNodeGoesOnWhereOneWasKilledAndNothingCountsTwice() throws InterruptedException {
        start();
        Gradings.grade(decisions, "CMP-2026-000001", 5500);
        lookedAt(watch);
        Gradings.grade(decisions, "CMP-2026-000002", 5500);
        var other = node();
        assertThat(looked(lookedAt(other))).as("it may be alive").isEqualTo(1);
        time.advance(Duration.ofMinutes(1));

        assertThat(looked(lookedAt(other))).isEqualTo(2);
        assertThat(looked(lookedAt(watch))).isEqualTo(2);
        other.handBack();
    }
}
