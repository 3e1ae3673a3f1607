package dev.innkeeper.decision.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.innkeeper.complaint.ComplaintDecisions;
import dev.innkeeper.complaint.facts.ComplaintText;
import dev.innkeeper.decision.Decision;
import dev.innkeeper.decision.Fact;
import dev.innkeeper.decision.Facts;
import dev.innkeeper.decision.ShippedRules;
import dev.innkeeper.decision.Tally;
import dev.innkeeper.decision.load.RuleSet;
import dev.innkeeper.decision.load.RuleSetLoader;
import dev.innkeeper.decision.scenario.Scenario;
import dev.innkeeper.decision.scenario.ScenarioFile;
import dev.innkeeper.keyaccount.KeyAccountDecisions;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules that do not serve are asked what was recorded. */
class TrialTest {

    private static final Instant NOON = Instant.parse("2026-03-02T04:00:00Z");

    private final FactsJson json = new FactsJson();

    private <R extends Record> DecisionRecord recorded(RuleSet<R> rules, Facts facts) {
        var answer = rules.ask(facts);
        return new DecisionRecord(
                "0b0e7a1c-1111-4a6d-9d1f-000000000001",
                "CMP-2026-000001",
                rules.decision().name(),
                answer.headline(),
                rules.release(),
                NOON,
                10,
                json.write(facts),
                json.write(answer.result()),
                json.write(answer.fired()));
    }

    private Trial trial(RuleSet<?> rules) {
        return new Trial(rules, json);
    }

    private static List<Scenario> scenarios(RuleSet<?> rules) {
        var file = new ScenarioFile(rules.decision(), RuleSetLoader.SCENARIOS);
        file.read(rules.sources().files().get(RuleSetLoader.SCENARIOS));
        return file.scenarios().stream().filter(one -> one.fails().isEmpty()).toList();
    }

    static List<Decision<?, ?>> decisions() {
        return ShippedRules.decisions();
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void theSameRulesAnswerWhatWasRecorded(Decision<?, ?> decision) {
        var rules = ShippedRules.shipped(decision);
        for (Scenario scenario : scenarios(rules)) {
            var tried = trial(rules).ask(recorded(rules, scenario.given()));

            assertThat(tried.problem()).as(scenario.name()).isEmpty();
            assertThat(tried.changes()).as(scenario.name()).isEmpty();
            assertThat(tried.before()).as(scenario.name()).isEqualTo(tried.after());
        }
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void whatIsAddedUpHasANameInBothLanguages(Decision<?, ?> decision) {
        var measures = trial(ShippedRules.shipped(decision)).measures();

        assertThat(measures)
                .extracting(Measure::field)
                .isEqualTo(
                        Arrays.stream(decision.resultType().getRecordComponents())
                                .filter(component -> component.isAnnotationPresent(Tally.class))
                                .map(component -> component.getName())
                                .toList());
        assertThat(measures).allMatch(one -> one.label().matches(".+ \\| .+"));
        assertThat(decision.resultType().getRecordComponents())
                .filteredOn(component -> component.isAnnotationPresent(Tally.class))
                .allMatch(component -> component.isAnnotationPresent(Fact.class));
    }

    @Test
    void aRewardThatIsNotGrantedAddsNothing() {
        var rules = ShippedRules.shipped(KeyAccountDecisions.PARTNER_REWARD);
        var amounts =
                scenarios(rules).stream()
                        .map(scenario -> rules.ask(scenario.given()).result())
                        .toList();
        assertThat(amounts)
                .as("an example of a reward that has an amount and is not granted")
                .anyMatch(reward -> !reward.eligible() && reward.amount().signum() > 0);

        var measure = Measure.of(KeyAccountDecisions.PARTNER_REWARD.resultType()).get(0);

        assertThat(amounts)
                .allSatisfy(
                        reward ->
                                assertThat(measure.of(reward).amount())
                                        .isEqualByComparingTo(
                                                reward.eligible()
                                                        ? reward.amount()
                                                        : BigDecimal.ZERO));
    }

    @Test
    void ofAListOfApproversOnlyWhoApprovesFirstIsCounted() {
        var rules = ShippedRules.shipped(KeyAccountDecisions.REWARD_APPROVAL);
        var approval =
                scenarios(rules).stream()
                        .map(scenario -> rules.ask(scenario.given()).result())
                        .filter(one -> one.approvers().size() > 1)
                        .findFirst()
                        .orElseThrow();

        var measure = Measure.of(KeyAccountDecisions.REWARD_APPROVAL.resultType()).get(0);

        assertThat(measure.of(approval).values())
                .containsExactly(approval.approvers().get(0).name());
        assertThat(measure.labelOf("SUPERVISOR")).isEqualTo("Supervisor | 部门主管");
    }

    @Test
    void anExampleHoldsNothingOfWhatTheGuestWroteButWordsOfTheList() {
        var rules = ShippedRules.shipped(ComplaintDecisions.TRIAGE);
        var decided =
                recorded(
                        rules,
                        Facts.of(
                                new ComplaintText(
                                        "I am Wang Xiaoming, 139 0000 1234. The bathroom was"
                                                + " filthy and we saw a cockroach. 隔音太差！")));

        var example = trial(rules).example(decided);

        assertThat(decided.facts()).contains("Xiaoming");
        assertThat(example.facts())
                .doesNotContain("Xiaoming")
                .doesNotContain("139")
                .doesNotContain("bathroom was")
                .contains("filthy");
        assertThat(example.faithful()).isTrue();
        assertThat(example.headline()).isEqualTo(decided.headline());
    }

    @Test
    void factsThatCannotBeReadAnyMoreFailWithTheReason() {
        var rules = ShippedRules.shipped(ComplaintDecisions.TRIAGE);
        var decided = recorded(rules, Facts.of(new ComplaintText("Noise")));
        var older =
                new DecisionRecord(
                        decided.id(),
                        decided.caseNumber(),
                        decided.name(),
                        decided.headline(),
                        decided.release(),
                        decided.decidedAt(),
                        decided.micros(),
                        "[{\"OldFact\":{}}]",
                        decided.result(),
                        decided.fired());

        var tried = trial(rules).ask(older);

        assertThat(tried.failed()).isTrue();
        assertThat(tried.problem()).contains("OldFact").contains("无法回答");
    }

    @Test
    void aSetThatWasWrittenInAnotherOrderIsTheSame() {
        var rules = ShippedRules.shipped(ComplaintDecisions.GRADING);
        var shown =
                scenarios(rules).stream()
                        .filter(one -> rules.ask(one.given()).result().candidates().size() > 1)
                        .findFirst()
                        .orElseThrow();
        var decided = recorded(rules, shown.given());
        var groups = (ArrayNode) json.tree(decided.result()).get("candidates");
        var turned = groups.deepCopy();
        for (int n = 0; n < groups.size(); n++) {
            turned.set(n, groups.get(groups.size() - 1 - n));
        }
        var other =
                new DecisionRecord(
                        decided.id(),
                        decided.caseNumber(),
                        decided.name(),
                        decided.headline(),
                        decided.release(),
                        decided.decidedAt(),
                        decided.micros(),
                        decided.facts(),
                        decided.result().replace(groups.toString(), turned.toString()),
                        decided.fired());

        assertThat(other.result()).isNotEqualTo(decided.result());
        assertThat(trial(rules).ask(other).changes()).isEmpty();
    }
}
