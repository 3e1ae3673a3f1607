package dev.innkeeper.complaint;

import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Utc;
import dev.innkeeper.complaint.facts.Category;
import dev.innkeeper.complaint.facts.EarlierCompensation;
import dev.innkeeper.complaint.facts.EarlierComplaint;
import dev.innkeeper.complaint.facts.RecentComplaint;
import dev.innkeeper.complaint.facts.SameCause;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What the tables know of earlier cases, as facts: raw ages, latest first. Which age matters is for
 * the rules to say; only so many of the latest are looked at that no rule could want more.
 */
@Repository
class ComplaintFacts {

    private static final int LATEST = 100;
    private static final long MILLIS_OF_A_MINUTE = Duration.ofMinutes(1).toMillis();

    private final JdbcClient jdbc;

    ComplaintFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The customer's cases received before, that are not linked to another. */
    List<RecentComplaint> recentComplaints(String customerId, Instant receivedAt) {
        return jdbc.sql(
                        """
                        SELECT number, category, received_at, status FROM complaint
                        WHERE customer_id = ? AND received_at <= ? AND status <> 'LINKED'
                        ORDER BY received_at DESC, number DESC LIMIT ?\
                        """)
                .params(customerId, Utc.of(receivedAt), LATEST)
                .query(
                        (row, n) ->
                                new RecentComplaint(
                                        row.getString("number"),
                                        Category.valueOf(row.getString("category")),
                                        begunMinutes(Utc.read(row, "received_at"), receivedAt),
                                        !ComplaintStatus.valueOf(row.getString("status")).isOver()))
                .list();
    }

    /** The customer's other complaints received before; suggestions are none. */
    List<EarlierComplaint> earlierComplaints(
            String customerId, CaseNumber except, Instant receivedAt) {
        return jdbc.sql(
                        """
                        SELECT received_at FROM complaint
                        WHERE customer_id = ? AND received_at <= ? AND number <> ?
                          AND kind = 'COMPLAINT'
                        ORDER BY received_at DESC LIMIT ?\
                        """)
                .params(customerId, Utc.of(receivedAt), except.value(), LATEST)
                .query(
                        (row, n) ->
                                new EarlierComplaint(
                                        n + 1, daysAgo(Utc.read(row, "received_at"), receivedAt)))
                .list();
    }

    /** What the customer was given before. */
    List<EarlierCompensation> earlierCompensations(String customerId, Instant now) {
        return jdbc.sql(
                        """
                        SELECT given_at FROM complaint_compensation
                        WHERE customer_id = ? AND given_at IS NOT NULL AND amount > 0
                        ORDER BY given_at DESC LIMIT ?\
                        """)
                .params(customerId, LATEST)
                .query(
                        (row, n) ->
                                new EarlierCompensation(
                                        n + 1, daysAgo(Utc.read(row, "given_at"), now)))
                .list();
    }

    /** Other complaints in which the root cause was found, each once, at its latest finding. */
    List<SameCause> sameCauses(String rootCause, CaseNumber except, Instant now) {
        return jdbc.sql(
                        """
                        SELECT MAX(at) AS latest FROM complaint_finding
                        WHERE root_cause = ? AND number <> ?
                        GROUP BY number ORDER BY latest DESC LIMIT ?\
                        """)
                .params(rootCause, except.value(), LATEST)
                .query((row, n) -> new SameCause(n + 1, daysAgo(Utc.read(row, "latest"), now)))
                .list();
    }

    private static long begunMinutes(Instant from, Instant to) {
        return -Math.floorDiv(-Duration.between(from, to).toMillis(), MILLIS_OF_A_MINUTE);
    }

    private static int daysAgo(Instant then, Instant now) {
        return (int) Math.max(Duration.between(then, now).toDays(), 0);
    }
}
