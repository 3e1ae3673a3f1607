package dev.innkeeper.change;

import dev.innkeeper.common.Finding;
import java.util.List;

/**
 * What the checks of a change found.
 *
 * @param passed whether nothing keeps it from going live
 * @param results check by check
 */
public record CheckReport(boolean passed, List<Result> results) {

    /** The report of these results. */
    static CheckReport of(List<Result> results) {
        return new CheckReport(
                results.stream()
                        .flatMap(one -> one.findings().stream())
                        .noneMatch(Finding::isError),
                List.copyOf(results));
    }

    /** How many findings there are of a severity. */
    public long count(Finding.Severity severity) {
        return results.stream()
                .flatMap(one -> one.findings().stream())
                .filter(finding -> finding.severity() == severity)
                .count();
    }

    /**
     * What one check found in one unit.
     *
     * @param check which check
     * @param unit {@code rules/complaint/grading} or {@code processes/complaint}
     * @param tried how many rules, examples or files were checked; 0 where the check could not run
     * @param findings what is wrong
     */
    public record Result(Check check, String unit, int tried, List<Finding> findings) {}

    /** A kind of check. */
    public enum Check {
        /** Whether the rules can be read: syntax, allowed words, fields, types, cells. */
        READING,
        /** Whether the rules agree: rows that quarrel or never count, ranges with gaps. */
        TABLES,
        /** Whether every example comes out as expected. */
        SCENARIOS,
        /** Whether every rule fires in some example. */
        COVERAGE,
        /** Whether diagrams and forms can be read, keep to the house and do no harm. */
        DIAGRAMS,
        /** Whether running cases could go on with the new diagrams. */
        RUNNING_CASES,
        /** Whether the live files are still those that the change was made from. */
        CONFLICTS
    }
}
