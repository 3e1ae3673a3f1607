package dev.innkeeper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.innkeeper.common.Actor;
import dev.innkeeper.common.Contact;
import dev.innkeeper.common.Group;
import dev.innkeeper.complaint.Intake;
import dev.innkeeper.complaint.facts.Channel;
import dev.innkeeper.complaint.process.ComplaintProcess;
import dev.innkeeper.support.FailingWrites;
import dev.innkeeper.support.InnkeeperTest;
import dev.innkeeper.support.RowCounts;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A complaint is there with its process, its decisions and its notices, or not at all: whichever of
 * its writes fails, and be it the commit, no table of engine, cases, decisions or outbox has a row
 * more than before.
 */
@InnkeeperTest
class OneTransactionIT {

    private static final int MORE_THAN_A_START_WRITES = 500;
    private static final Actor PMS = new Actor("pms", Set.of(Group.INTEGRATION));

    @Autowired private ComplaintProcess process;
    @Autowired private FailingWrites writes;
    @Autowired private JdbcTemplate jdbc;

    @AfterEach
    void letWritesWork() {
        writes.stop();
    }

    @Test
    void keepsNothingOfAComplaintWhicheverOfItsWritesFails() {
        // The release of a rule set is noted once, with the first decision made by it.
        process.start(complaint("first"), PMS);
        var before = RowCounts.of(jdbc);

        var failed = 0;
        for (var failure = startFailingAt(1);
                failure.isPresent();
                failure = startFailingAt(failed + 1)) {
            failed++;
            assertThat(RowCounts.of(jdbc)).as(failed + ": " + failure.get()).isEqualTo(before);
            assertThat(failed).isLessThan(MORE_THAN_A_START_WRITES);
        }

        assertThat(failed).as("writes of one start").isGreaterThan(15);
        assertThat(grown(before))
                .contains(
                        "ACT_RU_EXECUTION",
                        "ACT_RU_TASK",
                        "ACT_HI_PROCINST",
                        "complaint",
                        "case_event",
                        "case_clock",
                        "decision",
                        "notification");
    }

    /** The message of the failure, or nothing where the start has no so many writes. */
    private Optional<String> startFailingAt(int write) {
        writes.failAt(write);
        try {
            process.start(complaint("another guest"), PMS);
            return Optional.empty();
        } catch (RuntimeException e) {
            var root = NestedExceptionUtils.getMostSpecificCause(e);
            assertThat(root).isInstanceOf(FailingWrites.WriteFailed.class);
            return Optional.of(root.getMessage());
        } finally {
            writes.stop();
        }
    }

    private static Intake complaint(String guest) {
        return Intake.said(
                        Channel.EMAIL, "The air conditioning did not work and the room was dirty.")
                .contact(
                        new Contact(
                                guest, null, null, guest.replace(' ', '.') + "@example.com", null))
                .build();
    }

    private Set<String> grown(Map<String, Long> before) {
        var grown = new TreeSet<String>();
        RowCounts.of(jdbc)
                .forEach(
                        (table, count) -> {
                            if (count > before.get(table)) {
                                grown.add(table);
                            }
                        });
        return grown;
    }
}
