package dev.innkeeper.decision.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.innkeeper.decision.Decision;
import dev.innkeeper.decision.ShippedRules;
import dev.innkeeper.decision.load.RuleFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The generated pages of {@code docs/} say what the rules and their facts say. They are written
 * anew by {@code ./mvnw test -Dtest=ReferenceTest -Dreference.write=true}.
 */
class ReferenceTest {

    private static final RuleFolder RULES = new RuleFolder(Path.of("rules"));
    private static final String COMMAND = "./mvnw test -Dtest=ReferenceTest -Dreference.write=true";

    @Test
    void tellsTheVocabularyOfEveryDecision() throws IOException {
        holds(
                Path.of("docs", "vocabulary.md"),
                new VocabularyPage(ShippedRules.decisions()).text());
    }

    @Test
    void listsEveryRuleByDecision() throws IOException {
        holds(
                Path.of("docs", "rules-reference.md"),
                new RulesPage(ShippedRules.decisions(), RULES).text());
    }

    @Test
    void findsADecisionForEveryFolderOfRules() throws IOException {
        try (var folders = Files.walk(Path.of("rules"), 2)) {
            assertThat(
                            folders.filter(path -> path.getNameCount() == 3)
                                    .map(path -> path.getName(1) + "/" + path.getName(2)))
                    .containsExactlyInAnyOrderElementsOf(
                            ShippedRules.decisions().stream().map(Decision::name).toList());
        }
    }

    @Test
    void findsALabelInBothLanguagesForEveryFactFieldAndCall() {
        for (var decision : ShippedRules.decisions()) {
            var vocabulary = new dev.innkeeper.decision.gate.Vocabulary(decision);
            for (var fact : vocabulary.facts().values()) {
                assertThat(List.of(fact.english(), fact.chinese()))
                        .as(fact.name())
                        .doesNotContain("");
                for (var field : fact.fields().values()) {
                    assertThat(List.of(field.english(), field.chinese()))
                            .as(fact.name() + "." + field.name())
                            .doesNotContain("");
                }
            }
            for (var call : vocabulary.calls().values()) {
                assertThat(List.of(call.english(), call.chinese()))
                        .as(call.name())
                        .doesNotContain("");
            }
        }
    }

    private static void holds(Path page, String text) throws IOException {
        if (Boolean.getBoolean("reference.write")) {
            Files.writeString(page, text);
        }
        assertThat(Files.exists(page) ? Files.readString(page) : "")
                .as("%s is out of date. Write it anew: %s", page, COMMAND)
                .isEqualTo(text);
    }
}
