package dev.innkeeper.decision.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.innkeeper.common.Finding;
import dev.innkeeper.decision.Decision;
import dev.innkeeper.decision.gate.RuleInfo;
import dev.innkeeper.decision.load.RuleFolder;
import dev.innkeeper.decision.load.RuleSetLoader;
import java.util.List;

/** Writes a table of every rule by decision. */
final class RulesPage {

    private final List<Decision<?, ?>> decisions;
    private final RuleFolder folder;

    RulesPage(List<Decision<?, ?>> decisions, RuleFolder folder) {
        this.decisions = decisions;
        this.folder = folder;
    }

    String text() {
        var page =
                new StringBuilder(
                        "# Every rule\n\n"
                            + "Generated from `rules/`; words that start with $ are filled in.\n");
        for (Decision<?, ?> decision : decisions) {
            var checked = RuleSetLoader.check(decision, folder.read(decision.name()));
            assertThat(checked.problems()).map(Finding::toString).isEmpty();
            page.append(
                    "\n## %s\n\n%d rules.\n\n| rule | reason | 理由 | where |\n|---|---|---|---|\n"
                            .formatted(decision.name(), checked.rules().size()));
            checked.rules().forEach(rule -> page.append(row(rule.info())));
        }
        return page.toString();
    }

    private static String row(RuleInfo rule) {
        var english =
                rule.reasons().stream()
                        .map(reason -> reason.substring(0, reason.indexOf(" | ")))
                        .distinct();
        var chinese =
                rule.reasons().stream()
                        .map(reason -> reason.substring(reason.indexOf(" | ") + 3))
                        .distinct();
        return "| %s%s | %s | %s | %s |\n"
                .formatted(
                        rule.name(),
                        rule.baseline() ? " *(baseline)*" : "",
                        String.join("; ", english.toList()),
                        String.join("；", chinese.toList()),
                        // the file only: rows move
                        "`" + rule.file() + "`");
    }
}
