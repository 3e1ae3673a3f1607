package dev.innkeeper.change;

import dev.innkeeper.common.Page;
import dev.innkeeper.common.Utc;
import dev.innkeeper.decision.serve.LiveRules.Stamp;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The releases, and which of them is live. */
@Repository
class Releases {

    private static final String COLUMNS =
            """
            SELECT number, hash, source, draft_id, restores, author, approver, comment, live_at, checks
            FROM change_release
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    Releases(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** The live release as the transaction sees it. */
    Stamp stamp() {
        return jdbc.sql(
                        """
                        SELECT r.number, r.hash
                        FROM change_live l JOIN change_release r ON r.number = l.number
                        WHERE l.one = 1
                        """)
                .query((row, n) -> new Stamp(row.getLong("number"), row.getString("hash")))
                .optional()
                .orElse(Stamp.NONE);
    }

    /** The number of the live release; nobody else publishes until the transaction ends. */
    long lockLive() {
        return jdbc.sql("SELECT number FROM change_live WHERE one = 1 FOR UPDATE")
                .query(Long.class)
                .single();
    }

    /** Adds a release and makes it the live one. */
    void goLive(Release release, Content content) {
        jdbc.sql(
                        """
                        INSERT INTO change_release
                        (number, hash, source, draft_id, restores, author, approver, part, comment, live_at, checks)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        release.number(),
                        release.hash(),
                        release.source().name(),
                        release.draft(),
                        release.restores(),
                        release.author(),
                        release.approver(),
                        release.source() == Release.Source.DRAFT ? "APPROVER" : null,
                        release.comment(),
                        Utc.of(release.liveAt()),
                        release.checks())
                .update();
        batches.batchUpdate(
                "INSERT INTO change_release_unit (number, unit, hash) VALUES (?, ?, ?)",
                content.hashes().entrySet().stream()
                        .map(
                                unit ->
                                        new Object[] {
                                            release.number(), unit.getKey().name(), unit.getValue()
                                        })
                        .toList());
        jdbc.sql("UPDATE change_live SET number = ? WHERE one = 1")
                .param(release.number())
                .update();
    }

    Optional<Release> find(long number) {
        return jdbc.sql(COLUMNS + "WHERE number = ?")
                .param(number)
                .query(Releases::read)
                .optional();
    }

    /** The latest first. */
    Page<Release> list(int offset, int limit) {
        return new Page<>(
                jdbc.sql(COLUMNS + "ORDER BY number DESC LIMIT ? OFFSET ?")
                        .params(limit, offset)
                        .query(Releases::read)
                        .list(),
                jdbc.sql("SELECT COUNT(*) FROM change_release").query(Long.class).single());
    }

    /** What a release holds; nothing for a number that there is not. */
    Content content(long number) {
        var hashes = new TreeMap<Unit, String>();
        jdbc.sql("SELECT unit, hash FROM change_release_unit WHERE number = ?")
                .param(number)
                .query(
                        row -> {
                            hashes.put(new Unit(row.getString("unit")), row.getString("hash"));
                        });
        return new Content(hashes);
    }

    /** The releases in which a unit had these files, the first first. */
    List<Long> with(Unit unit, String hash) {
        return jdbc.sql(
                        "SELECT number FROM change_release_unit WHERE unit = ? AND hash = ? ORDER"
                                + " BY number")
                .params(unit.name(), hash)
                .query(Long.class)
                .list();
    }

    private static Release read(ResultSet row, int number) throws SQLException {
        return new Release(
                row.getLong("number"),
                row.getString("hash"),
                Release.Source.valueOf(row.getString("source")),
                row.getObject("draft_id", Long.class),
                row.getObject("restores", Long.class),
                row.getString("author"),
                row.getString("approver"),
                row.getString("comment"),
                Utc.read(row, "live_at"),
                row.getString("checks"));
    }
}
