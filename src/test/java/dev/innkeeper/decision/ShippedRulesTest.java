package dev.innkeeper.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.innkeeper.decision.scenario.ScenarioRun;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The shipped rules do what their scenarios say. */
class ShippedRulesTest {

    @ParameterizedTest
    @MethodSource("dev.innkeeper.decision.ShippedRules#decisions")
    void keepEveryScenarioAndTryEveryRule(Decision<?, ?> decision) {
        var run = ScenarioRun.of(ShippedRules.shipped(decision));

        assertThat(run.problems()).isEmpty();
        assertThat(run.untried()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("dev.innkeeper.decision.ShippedRules#decisions")
    void answerTheSameInWhateverOrderTheyAreWritten(Decision<?, ?> decision) {
        try (var rules = ShippedRules.reversed(decision)) {
            assertThat(ScenarioRun.of(rules).problems()).isEmpty();
        }
    }
}
