package dev.innkeeper.complaint;

import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Group;
import dev.innkeeper.common.Money;
import dev.innkeeper.common.Utc;
import dev.innkeeper.complaint.facts.Channel;
import dev.innkeeper.complaint.facts.Finding;
import dev.innkeeper.complaint.facts.RemedyKind;
import dev.innkeeper.complaint.facts.ServqualDimension;
import dev.innkeeper.complaint.facts.Triage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is written down beside a complaint, one row for each time. */
@Repository
class ComplaintRecords {

    private static final String COMMA = ",";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    ComplaintRecords(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** A compensation with the id of its row. */
    record Compensating(long id, CompensationView view) {}

    void addFinding(CaseNumber number, Instant at, String by, Investigation.Found found) {
        jdbc.sql(
                        """
                        INSERT INTO complaint_finding (number, at, actor, finding, account,
                            root_cause, root_cause_words, answerable)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)\
                        """)
                .params(
                        number.value(),
                        Utc.of(at),
                        by,
                        found.finding().name(),
                        found.account(),
                        found.rootCause(),
                        found.rootCauseWords(),
                        found.answerable().id())
                .update();
    }

    List<FindingView> findings(CaseNumber number) {
        return jdbc.sql(
                        """
                        SELECT f.at, f.actor, f.finding, f.account, f.root_cause, c.english,
                               c.chinese, f.root_cause_words, f.answerable
                        FROM complaint_finding f JOIN root_cause c ON c.code = f.root_cause
                        WHERE f.number = ? ORDER BY f.id\
                        """)
                .param(number.value())
                .query(
                        (row, n) ->
                                new FindingView(
                                        Utc.read(row, "at"),
                                        row.getString("actor"),
                                        Finding.valueOf(row.getString("finding")),
                                        row.getString("account"),
                                        row.getString("root_cause"),
                                        row.getString("english"),
                                        row.getString("chinese"),
                                        row.getString("root_cause_words"),
                                        Group.of(row.getString("answerable"))))
                .list();
    }

    Optional<FindingView> lastFinding(CaseNumber number) {
        List<FindingView> findings = findings(number);
        return findings.isEmpty()
                ? Optional.empty()
                : Optional.of(findings.get(findings.size() - 1));
    }

    void propose(Complaint complaint, ProposedRemedy remedy, Instant at, String by) {
        jdbc.sql(
                        """
                        INSERT INTO complaint_compensation (number, customer_id, state, proposed_at,
                            proposed_by, kinds, amount, words, flagged, reason)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, FALSE, '')\
                        """)
                .params(
                        complaint.number().value(),
                        complaint.report().customerId(),
                        CompensationView.State.PROPOSED.name(),
                        Utc.of(at),
                        by,
                        kinds(remedy.kinds()),
                        remedy.amount().amount(),
                        remedy.words())
                .update();
    }

    List<Compensating> compensations(CaseNumber number) {
        return jdbc.sql(
                        """
                        SELECT id, state, proposed_at, proposed_by, kinds, amount, words, ceiling,
                               approver_group, flagged, decided_by, decided_at, reason
                        FROM complaint_compensation WHERE number = ? ORDER BY id\
                        """)
                .param(number.value())
                .query((row, n) -> compensation(row))
                .list();
    }

    void update(Compensating compensating, boolean given, Instant at) {
        CompensationView view = compensating.view();
        jdbc.sql(
                        """
                        UPDATE complaint_compensation
                        SET state = ?, ceiling = ?, approver_group = ?, flagged = ?, decided_by = ?,
                            decided_at = ?, reason = ?, given_at = IF(?, ?, given_at)
                        WHERE id = ?\
                        """)
                .params(
                        view.state().name(),
                        view.ceiling() == null ? null : view.ceiling().amount(),
                        view.approverGroup() == null ? null : view.approverGroup().id(),
                        view.flagged(),
                        view.decidedBy(),
                        Utc.ofNullable(view.decidedAt()),
                        view.reason(),
                        given,
                        Utc.of(at),
                        compensating.id())
                .update();
    }

    void addCallback(
            CaseNumber number,
            Instant at,
            String by,
            int attempt,
            CallbackOutcome outcome,
            Callback callback) {
        long id =
                jdbc.sql(
                                """
                                INSERT INTO complaint_callback
                                    (number, at, actor, attempt, outcome, words)
                                VALUES (?, ?, ?, ?, ?, ?) RETURNING id\
                                """)
                        .params(
                                number.value(),
                                Utc.of(at),
                                by,
                                attempt,
                                outcome.name(),
                                callback.words())
                        .query(Long.class)
                        .single();
        if (!callback.scores().isEmpty()) {
            batches.batchUpdate(
                    """
                    INSERT INTO complaint_score (callback_id, dimension, expected, perceived)
                    VALUES (?, ?, ?, ?)\
                    """,
                    callback.scores().stream()
                            .map(
                                    score ->
                                            new Object[] {
                                                id,
                                                score.dimension().name(),
                                                score.expected(),
                                                score.perceived()
                                            })
                            .toList());
        }
    }

    List<CallbackView> callbacks(CaseNumber number) {
        Map<Long, List<ServqualScore>> scores = new HashMap<>();
        jdbc.sql(
                        """
                        SELECT s.callback_id, s.dimension, s.expected, s.perceived
                        FROM complaint_score s JOIN complaint_callback c ON c.id = s.callback_id
                        WHERE c.number = ? ORDER BY FIELD(s.dimension, 'RELIABILITY',
                            'RESPONSIVENESS', 'ASSURANCE', 'EMPATHY', 'TANGIBLES')\
                        """)
                .param(number.value())
                .query(
                        row -> {
                            scores.computeIfAbsent(
                                            row.getLong("callback_id"), id -> new ArrayList<>())
                                    .add(
                                            new ServqualScore(
                                                    ServqualDimension.valueOf(
                                                            row.getString("dimension")),
                                                    row.getInt("expected"),
                                                    row.getInt("perceived")));
                        });
        return jdbc.sql(
                        """
                        SELECT id, at, actor, attempt, outcome, words FROM complaint_callback
                        WHERE number = ? ORDER BY id\
                        """)
                .param(number.value())
                .query(
                        (row, n) ->
                                new CallbackView(
                                        Utc.read(row, "at"),
                                        row.getString("actor"),
                                        row.getInt("attempt"),
                                        CallbackOutcome.valueOf(row.getString("outcome")),
                                        scores.getOrDefault(row.getLong("id"), List.of()),
                                        row.getString("words")))
                .list();
    }

    void addMessage(CaseNumber number, Instant at, String by, GuestMessage message) {
        jdbc.sql(
                        """
                        INSERT INTO complaint_message (number, at, actor, channel, text)
                        VALUES (?, ?, ?, ?, ?)\
                        """)
                .params(number.value(), Utc.of(at), by, message.channel().name(), message.text())
                .update();
    }

    List<GuestMessageView> messages(CaseNumber number) {
        return jdbc.sql(
                        """
                        SELECT at, actor, channel, text FROM complaint_message
                        WHERE number = ? ORDER BY id\
                        """)
                .param(number.value())
                .query(
                        (row, n) ->
                                new GuestMessageView(
                                        Utc.read(row, "at"),
                                        row.getString("actor"),
                                        Channel.valueOf(row.getString("channel")),
                                        row.getString("text")))
                .list();
    }

    void addExample(CaseNumber number, Instant at, String by, String text, Triage was, Triage is) {
        jdbc.sql(
                        """
                        INSERT INTO complaint_triage_example (number, at, actor, text, was_category,
                            was_dimension, was_harm, was_lawyer_or_press, is_category, is_dimension,
                            is_harm, is_lawyer_or_press)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
                        """)
                .params(
                        number.value(),
                        Utc.of(at),
                        by,
                        text,
                        was.category().name(),
                        was.dimension().name(),
                        was.harm().name(),
                        was.lawyerOrPressNamed(),
                        is.category().name(),
                        is.dimension().name(),
                        is.harm().name(),
                        is.lawyerOrPressNamed())
                .update();
    }

    private static Compensating compensation(ResultSet row) throws SQLException {
        var ceiling = row.getBigDecimal("ceiling");
        String approver = row.getString("approver_group");
        return new Compensating(
                row.getLong("id"),
                new CompensationView(
                        CompensationView.State.valueOf(row.getString("state")),
                        Utc.read(row, "proposed_at"),
                        row.getString("proposed_by"),
                        Arrays.stream(row.getString("kinds").split(COMMA))
                                .map(RemedyKind::valueOf)
                                .toList(),
                        new Money(row.getBigDecimal("amount")),
                        row.getString("words"),
                        ceiling == null ? null : new Money(ceiling),
                        approver == null ? null : Group.of(approver),
                        row.getBoolean("flagged"),
                        row.getString("decided_by"),
                        Utc.readNullable(row, "decided_at"),
                        row.getString("reason")));
    }

    private static String kinds(Set<RemedyKind> kinds) {
        return kinds.stream().sorted().map(Enum::name).collect(Collectors.joining(COMMA));
    }
}
