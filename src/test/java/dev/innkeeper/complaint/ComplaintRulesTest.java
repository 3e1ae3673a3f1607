package dev.innkeeper.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.innkeeper.decision.Decision;
import dev.innkeeper.decision.scenario.ScenarioRun;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The shipped rules do what their scenarios say, and no rule is left untried. */
class ComplaintRulesTest {

    static List<Decision<?, ?>> decisions() {
        return ComplaintDecisions.catalog().decisions();
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void keepsEveryScenarioAndTriesEveryRule(Decision<?, ?> decision) {
        try (var rules = ComplaintRules.shipped(decision)) {
            var run = ScenarioRun.of(rules);

            assertThat(run.problems()).isEmpty();
            assertThat(run.untried()).isEmpty();
        }
    }
}
