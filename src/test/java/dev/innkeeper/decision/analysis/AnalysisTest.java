package dev.innkeeper.decision.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.innkeeper.common.Finding;
import dev.innkeeper.decision.Decision;
import dev.innkeeper.decision.Parcel;
import dev.innkeeper.decision.Rules;
import dev.innkeeper.decision.ShippedRules;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AnalysisTest {

    private static List<Finding> findings(String rules) {
        return Analysis.of(Parcel.PRICE, Rules.files("a.drl", rules));
    }

    @Test
    void refusesARuleThatStandsThereTwice() {
        String heavy =
                Rules.rule("Heavy", "$i : Item(grams >= 500)", "outcome.cost(2, \"H | 重\");");
        String twin = Rules.rule("Weighty", "Item(grams >= 500)", "outcome.cost(2, \"W | 重\");");

        assertThat(findings(heavy)).isEmpty();
        assertThat(findings(heavy + twin))
                .singleElement()
                .satisfies(
                        finding -> {
                            assertThat(finding.isError()).isTrue();
                            assertThat(finding)
                                    .hasToString(
                                            "a.drl, line 7: \"Weighty\" asks and says the same as"
                                                    + " \"Heavy\" (a.drl:1). Delete one, or change"
                                                    + " it.");
                        });
    }

    @ParameterizedTest
    @MethodSource("dev.innkeeper.decision.ShippedRules#decisions")
    void findsNothingInTheShippedRules(Decision<?, ?> decision) {
        assertThat(Analysis.of(decision, ShippedRules.shipped(decision).sources())).isEmpty();
    }
}
