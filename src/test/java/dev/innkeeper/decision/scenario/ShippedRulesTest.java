package dev.innkeeper.decision.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.innkeeper.complaint.ComplaintDecisions;
import dev.innkeeper.decision.Decision;
import dev.innkeeper.decision.DecisionCatalog;
import dev.innkeeper.decision.gate.Problem;
import dev.innkeeper.decision.load.RuleFolder;
import dev.innkeeper.decision.load.RuleSetLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules that are shipped: they pass the gate, their scenarios hold, and every rule is tried. */
class ShippedRulesTest {

    private static final RuleFolder RULES = new RuleFolder(Path.of("rules"));

    /** The catalogs of all features. */
    static final List<DecisionCatalog> CATALOGS = List.of(ComplaintDecisions.catalog());

    static Stream<Decision<?, ?>> decisions() {
        return CATALOGS.stream().flatMap(catalog -> catalog.decisions().stream());
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void holdTheirScenariosAndTryEveryRule(Decision<?, ?> decision) {
        var loaded = RuleSetLoader.load(decision, RULES.read(decision.name()));
        assertThat(loaded.problems()).map(Problem::toString).isEmpty();
        try (var rules = loaded.rules().orElseThrow()) {
            var run = ScenarioRun.of(rules);
            assertThat(run.problems()).map(Problem::toString).isEmpty();
            assertThat(run.untried()).map(Problem::toString).isEmpty();
            assertThat(run.count()).isPositive();
        }
    }

    @Test
    void existForEveryFolderAndNoOther() throws IOException {
        try (var features = Files.walk(Path.of("rules"), 2)) {
            var folders =
                    features.filter(path -> path.getNameCount() == 3)
                            .map(path -> path.getName(1) + "/" + path.getName(2))
                            .toList();
            assertThat(folders)
                    .containsExactlyInAnyOrderElementsOf(decisions().map(Decision::name).toList());
        }
    }
}
