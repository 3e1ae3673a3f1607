package dev.innkeeper.change;

import dev.innkeeper.common.Page;
import dev.innkeeper.common.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** The drafts with their files and the people who took part. */
@Repository
class Drafts {

    private static final String COLUMNS =
            """
            SELECT id, version, title, owner, state, base_release, created_at, changed_at, changed_by,
                effective_at, approved_hash, release_number
            FROM change_draft
            """;

    private final JdbcClient jdbc;

    Drafts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds a draft and tells its id. */
    long add(Draft draft) {
        var key = new GeneratedKeyHolder();
        jdbc.sql(
                        """
                        INSERT INTO change_draft
                        (version, title, owner, state, base_release, created_at, changed_at, changed_by)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        draft.version(),
                        draft.title(),
                        draft.owner(),
                        draft.state().name(),
                        draft.baseRelease(),
                        Utc.of(draft.createdAt()),
                        Utc.of(draft.changedAt()),
                        draft.changedBy())
                .update(key, "id");
        return idOf(key);
    }

    Optional<Draft> find(long id) {
        return jdbc.sql(COLUMNS + "WHERE id = ?").param(id).query(Drafts::read).optional();
    }

    /** The draft, which nobody else changes until the transaction ends. */
    Optional<Draft> lock(long id) {
        return jdbc.sql(COLUMNS + "WHERE id = ? FOR UPDATE")
                .param(id)
                .query(Drafts::read)
                .optional();
    }

    void save(Draft draft) {
        jdbc.sql(
                        """
                        UPDATE change_draft
                        SET version = ?, title = ?, state = ?, changed_at = ?, changed_by = ?,
                            effective_at = ?, approved_hash = ?, release_number = ?
                        WHERE id = ?
                        """)
                .params(
                        draft.version(),
                        draft.title(),
                        draft.state().name(),
                        Utc.of(draft.changedAt()),
                        draft.changedBy(),
                        Utc.ofNullable(draft.effectiveAt()),
                        draft.approvedHash(),
                        draft.release(),
                        draft.id())
                .update();
    }

    /** The drafts changed last first, of one state or of all. */
    Page<Draft> list(Draft.@Nullable State state, int offset, int limit) {
        String where = state == null ? "" : "WHERE state = '" + state.name() + "' ";
        return new Page<>(
                jdbc.sql(COLUMNS + where + "ORDER BY changed_at DESC, id DESC LIMIT ? OFFSET ?")
                        .params(limit, offset)
                        .query(Drafts::read)
                        .list(),
                jdbc.sql("SELECT COUNT(*) FROM change_draft " + where).query(Long.class).single());
    }

    /** The approved drafts whose time has come. */
    List<Long> due(Instant now) {
        return jdbc.sql(
                        """
                        SELECT id FROM change_draft
                        WHERE state = 'APPROVED' AND effective_at <= ? ORDER BY effective_at, id
                        """)
                .param(Utc.of(now))
                .query(Long.class)
                .list();
    }

    /** The draft of the folders that is still open and changes a unit. */
    Optional<Draft> openOfFolder(Unit unit) {
        return jdbc.sql(
                        COLUMNS
                                + """
                                WHERE state = 'OPEN' AND owner = 'folder' AND id IN
                                (SELECT draft_id FROM change_draft_file WHERE path LIKE ?)
                                ORDER BY id DESC LIMIT 1
                                """)
                .param(unit.name().replace("_", "\\_") + "/%")
                .query(Drafts::read)
                .optional();
    }

    /** Keeps a file as it was saved, for good, and makes it the one that counts. */
    void put(long draft, int version, DraftFile file, String by, Instant at) {
        var key = new GeneratedKeyHolder();
        jdbc.sql(
                        """
                        INSERT INTO change_revision (draft_id, version, path, content, saved_by, saved_at)
                        VALUES (?, ?, ?, ?, ?, ?)
                        """)
                .params(draft, version, file.path(), file.content(), by, Utc.of(at))
                .update(key, "id");
        jdbc.sql(
                        """
                        INSERT INTO change_draft_file (draft_id, path, revision_id, hash, base_hash)
                        VALUES (?, ?, ?, ?, ?)
                        ON DUPLICATE KEY UPDATE revision_id = VALUES(revision_id),
                            hash = VALUES(hash), base_hash = VALUES(base_hash)
                        """)
                .params(draft, file.path(), idOf(key), file.hash(), file.baseHash())
                .update();
    }

    /** Leaves a file as it is live; what was saved of it stays readable. */
    void leave(long draft, String path) {
        jdbc.sql("DELETE FROM change_draft_file WHERE draft_id = ? AND path = ?")
                .params(draft, path)
                .update();
    }

    /** The files that a draft changes, by path. */
    List<DraftFile> files(long draft) {
        return jdbc.sql(
                        """
                        SELECT f.path, r.content, f.hash, f.base_hash
                        FROM change_draft_file f JOIN change_revision r ON r.id = f.revision_id
                        WHERE f.draft_id = ? ORDER BY f.path
                        """)
                .param(draft)
                .query(Drafts::readFile)
                .list();
    }

    /** The hash of every file that a draft changes, by path: what {@link #files} hold, in short. */
    List<DraftFile> hashes(long draft) {
        return jdbc.sql(
                        """
                        SELECT path, NULL AS content, hash, base_hash FROM change_draft_file
                        WHERE draft_id = ? ORDER BY path
                        """)
                .param(draft)
                .query(Drafts::readFile)
                .list();
    }

    /** What was saved of a file, the last first. */
    Page<Revision> revisions(long draft, String path, int offset, int limit) {
        return new Page<>(
                jdbc.sql(
                                """
                                SELECT id, version, path, content IS NULL AS deleted, saved_by, saved_at
                                FROM change_revision WHERE draft_id = ? AND path = ?
                                ORDER BY id DESC LIMIT ? OFFSET ?
                                """)
                        .params(draft, path, limit, offset)
                        .query(Drafts::readRevision)
                        .list(),
                jdbc.sql("SELECT COUNT(*) FROM change_revision WHERE draft_id = ? AND path = ?")
                        .params(draft, path)
                        .query(Long.class)
                        .single());
    }

    /** The content of something that was saved. */
    Optional<byte[]> revision(long draft, long revision) {
        return jdbc.sql("SELECT content FROM change_revision WHERE draft_id = ? AND id = ?")
                .params(draft, revision)
                .query(byte[].class)
                .optional();
    }

    /** The people who took part, and how. */
    List<Person> people(long draft) {
        return jdbc.sql(
                        "SELECT person, part FROM change_person WHERE draft_id = ? ORDER BY part"
                                + " DESC, person")
                .param(draft)
                .query(
                        (row, n) ->
                                new Person(
                                        row.getString("person"),
                                        Person.Part.valueOf(row.getString("part"))))
                .list();
    }

    /**
     * Notes that a person takes a part.
     *
     * @return the part that the person has, which is another one where it was taken before
     */
    Person.Part take(long draft, String person, Person.Part part) {
        jdbc.sql("INSERT IGNORE INTO change_person (draft_id, person, part) VALUES (?, ?, ?)")
                .params(draft, person, part.name())
                .update();
        return Person.Part.valueOf(
                jdbc.sql("SELECT part FROM change_person WHERE draft_id = ? AND person = ?")
                        .params(draft, person)
                        .query(String.class)
                        .single());
    }

    private static long idOf(GeneratedKeyHolder key) {
        return Objects.requireNonNull(key.getKey()).longValue();
    }

    private static Draft read(ResultSet row, int number) throws SQLException {
        return new Draft(
                row.getLong("id"),
                row.getInt("version"),
                row.getString("title"),
                row.getString("owner"),
                Draft.State.valueOf(row.getString("state")),
                row.getLong("base_release"),
                Utc.read(row, "created_at"),
                Utc.read(row, "changed_at"),
                row.getString("changed_by"),
                Utc.readNullable(row, "effective_at"),
                row.getString("approved_hash"),
                row.getObject("release_number", Long.class));
    }

    private static DraftFile readFile(ResultSet row, int number) throws SQLException {
        return new DraftFile(
                row.getString("path"),
                row.getBytes("content"),
                row.getString("hash"),
                row.getString("base_hash"));
    }

    private static Revision readRevision(ResultSet row, int number) throws SQLException {
        return new Revision(
                row.getLong("id"),
                row.getInt("version"),
                row.getString("path"),
                row.getBoolean("deleted"),
                row.getString("saved_by"),
                Utc.read(row, "saved_at"));
    }
}
