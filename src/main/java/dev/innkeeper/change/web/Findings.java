package dev.innkeeper.change.web;

import dev.innkeeper.change.CheckDesk;
import dev.innkeeper.change.CheckReport;
import dev.innkeeper.common.Finding;
import dev.innkeeper.common.Language;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/**
 * What checks found, in the language of the reader.
 *
 * @param passed whether nothing keeps the change from going live
 * @param errors how many findings keep it from going live
 * @param warnings how many are told only
 * @param current whether neither the draft nor what is live has changed since
 * @param checkedBy for whom it was checked
 * @param checkedAt when
 * @param liveRelease beside which release
 * @param results check by check
 */
@Schema(name = "CheckFindings")
record Findings(
        boolean passed,
        long errors,
        long warnings,
        boolean current,
        String checkedBy,
        Instant checkedAt,
        long liveRelease,
        List<Result> results) {

    /** What one check found in one unit. */
    @Schema(name = "CheckResult")
    record Result(CheckReport.Check check, String unit, int tried, List<Found> findings) {

        static Result of(CheckReport.Result result, Language language) {
            return new Result(
                    result.check(),
                    result.unit(),
                    result.tried(),
                    result.findings().stream().map(one -> Found.of(one, language)).toList());
        }
    }

    /** Something wrong, with the remedy. */
    @Schema(name = "CheckFinding")
    record Found(
            Finding.Severity severity,
            String file,
            String place,
            String message,
            String expected,
            String got) {

        static Found of(Finding finding, Language language) {
            return new Found(
                    finding.severity(),
                    finding.file(),
                    finding.place(),
                    language.of(finding.message()),
                    finding.expected(),
                    finding.got());
        }
    }

    static Findings of(CheckDesk.Checked checked, Language language) {
        var report = checked.report();
        return new Findings(
                report.passed(),
                report.count(Finding.Severity.ERROR),
                report.count(Finding.Severity.WARNING),
                checked.current(),
                checked.checkedBy(),
                checked.checkedAt(),
                checked.liveRelease(),
                results(report, language));
    }

    static List<Result> results(CheckReport report, Language language) {
        return report.results().stream().map(one -> Result.of(one, language)).toList();
    }
}
