package dev.innkeeper.change;

import dev.innkeeper.common.Utc;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which release each node serves. */
@Repository
public class Nodes {

    private static final Duration GONE = Duration.ofMinutes(1);
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(5);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final String own;
    private long told = -1;
    private Instant toldAt = Instant.EPOCH;

    Nodes(JdbcClient jdbc, Clock clock, ChangeProperties properties) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.own =
                Optional.ofNullable(properties.node())
                        .orElseGet(() -> host() + ":" + ProcessHandle.current().pid());
    }

    /**
     * A node that was heard of within the last minute.
     *
     * @param name of the node
     * @param release which it serves
     * @param since when it began to
     * @param seenAt when it was last heard of
     */
    public record Node(String name, long release, Instant since, Instant seenAt) {}

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }

    /** Tells the others what this node serves: when that changes, and every few seconds. */
    synchronized void tell(long release) {
        var now = clock.instant();
        if (release == told && Duration.between(toldAt, now).abs().compareTo(SIGN_OF_LIFE) < 0) {
            return;
        }
        jdbc.sql(
                        """
                        INSERT INTO change_node (node, number, since, seen_at)
                        VALUES (:node, :number, :now, :now)
                        ON DUPLICATE KEY UPDATE since = IF(number = :number, since, :now),
                            number = :number, seen_at = :now
                        """)
                .param("node", own)
                .param("number", release)
                .param("now", Utc.of(now))
                .update();
        if (told < 0) {
            jdbc.sql("DELETE FROM change_node WHERE seen_at < ?")
                    .param(Utc.of(now.minus(GONE)))
                    .update();
        }
        told = release;
        toldAt = now;
    }

    /** The nodes that run. */
    public List<Node> list() {
        return jdbc.sql(
                        """
                        SELECT node, number, since, seen_at FROM change_node
                        WHERE seen_at >= ? ORDER BY node
                        """)
                .param(Utc.of(clock.instant().minus(GONE)))
                .query(
                        (row, n) ->
                                new Node(
                                        row.getString("node"),
                                        row.getLong("number"),
                                        Utc.read(row, "since"),
                                        Utc.read(row, "seen_at")))
                .list();
    }
}
