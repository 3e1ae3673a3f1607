package dev.innkeeper.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.innkeeper.decision.load.Sources;
import dev.innkeeper.support.InnkeeperTest;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is shipped passes the checks that every change has to pass. */
@InnkeeperTest
class ShippedUnitsIT {

    @Autowired private Workplace workplace;
    @Autowired private Checks checks;
    @Autowired private Releases releases;

    @Test
    void everyUnitPassesAllChecks() {
        var units = new TreeMap<Unit, Sources>();
        workplace.units().forEach(unit -> units.put(unit, workplace.read(unit)));
        var report = checks.check(units);
        assertThat(report.results())
                .flatExtracting(CheckReport.Result::findings)
                .filteredOn(finding -> finding.isError())
                .isEmpty();
        assertThat(report.passed()).isTrue();
        assertThat(report.results())
                .filteredOn(result -> result.check() == CheckReport.Check.SCENARIOS)
                .allMatch(result -> result.tried() > 0)
                .hasSizeGreaterThan(20);
    }

    @Test
    void theFirstReleaseHoldsWhatTheFoldersHold() {
        assertThat(releases.content(1).hashes())
                .allSatisfy(
                        (unit, hash) ->
                                assertThat(workplace.read(unit).hash())
                                        .as("" + unit)
                                        .isEqualTo(hash))
                .hasSameSizeAs(workplace.units());
    }
}
