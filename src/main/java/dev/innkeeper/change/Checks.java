package dev.innkeeper.change;

import dev.innkeeper.change.CheckReport.Check;
import dev.innkeeper.change.CheckReport.Result;
import dev.innkeeper.common.Finding;
import dev.innkeeper.decision.load.Sources;
import dev.innkeeper.decision.serve.RuleChecks;
import dev.innkeeper.workflow.DiagramReview;
import dev.innkeeper.workflow.migration.MigrationDryRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Checks everything that a change would publish; what serves stays as it is. */
@Component
class Checks {

    private final RuleChecks rules;
    private final DiagramReview diagrams;
    private final MigrationDryRun runningCases;

    Checks(RuleChecks rules, DiagramReview diagrams, MigrationDryRun runningCases) {
        this.rules = rules;
        this.diagrams = diagrams;
        this.runningCases = runningCases;
    }

    /** Checks units as they would be published, each with all its files. */
    CheckReport check(Map<Unit, Sources> changed) {
        var results = new ArrayList<Result>();
        new TreeMap<>(changed)
                .forEach(
                        (unit, sources) ->
                                results.addAll(
                                        unit.isRules()
                                                ? rules(unit, sources)
                                                : diagrams(unit, sources)));
        return CheckReport.of(results);
    }

    private List<Result> rules(Unit unit, Sources sources) {
        return rules.check(unit.shortName(), sources)
                .map(
                        report ->
                                List.of(
                                        new Result(
                                                Check.READING,
                                                unit.name(),
                                                sources.files().size(),
                                                report.reading()),
                                        new Result(
                                                Check.TABLES,
                                                unit.name(),
                                                report.rules(),
                                                report.tables()),
                                        new Result(
                                                Check.SCENARIOS,
                                                unit.name(),
                                                report.examples(),
                                                report.scenarios()),
                                        new Result(
                                                Check.COVERAGE,
                                                unit.name(),
                                                report.rules(),
                                                report.coverage())))
                .orElseGet(() -> List.of(unknownDecision(unit)));
    }

    private static Result unknownDecision(Unit unit) {
        return new Result(
                Check.READING,
                unit.name(),
                0,
                List.of(
                        Finding.error(
                                "",
                                "",
                                "The program asks no decision %s, so its rules would never be used. Take these files out, or put them into the folder of a decision that GET /api/rules lists. | 程序中没有决策%1$s，其规则永远不会被使用。请移除这些文件，或放入GET /api/rules所列决策的文件夹。"
                                        .formatted(unit.shortName()))));
    }

    private List<Result> diagrams(Unit unit, Sources sources) {
        var reviewed =
                new Result(
                        Check.DIAGRAMS,
                        unit.name(),
                        sources.files().size(),
                        diagrams.check(unit.shortName(), sources.files()));
        if (reviewed.findings().stream().anyMatch(Finding::isError)) {
            return List.of(reviewed);
        }
        return List.of(
                reviewed,
                new Result(
                        Check.RUNNING_CASES,
                        unit.name(),
                        sources.files().size(),
                        runningCases.dryRun(unit.shortName(), sources.files())));
    }
}
