package dev.innkeeper.change;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.innkeeper.change.CheckReport.Check;
import dev.innkeeper.change.CheckReport.Result;
import dev.innkeeper.common.Actor;
import dev.innkeeper.common.Finding;
import dev.innkeeper.common.Group;
import dev.innkeeper.common.Refusal;
import dev.innkeeper.common.Utc;
import dev.innkeeper.decision.Json;
import dev.innkeeper.decision.load.Sources;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Checks drafts, and keeps what the checks said. */
@Service
public class CheckDesk {

    private final Checks checks;
    private final DraftDesk desk;
    private final Releases releases;
    private final ChangeLog log;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    // a report that an earlier version of the program wrote stays readable
    private final ObjectMapper json =
            Json.mapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    CheckDesk(
            Checks checks,
            DraftDesk desk,
            Releases releases,
            ChangeLog log,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock clock) {
        this.checks = checks;
        this.desk = desk;
        this.releases = releases;
        this.log = log;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * What was checked when.
     *
     * @param contentHash what exactly
     * @param liveRelease beside which release
     * @param checkedBy for whom
     * @param checkedAt when
     * @param report what was found
     * @param current whether neither the draft nor what is live has changed since
     */
    public record Checked(
            String contentHash,
            long liveRelease,
            String checkedBy,
            Instant checkedAt,
            CheckReport report,
            boolean current) {}

    /** Checks a draft as it is now. */
    public Checked check(long draft, Actor by) {
        if (!by.isIn(Group.RULE_EDITOR) && !by.isIn(Group.RULE_APPROVER)) {
            throw Refusal.forbidden(
                    "Only rule editors and approvers run checks. | 只有规则编辑和规则审批可以运行检查。",
                    "Read the last result: GET /api/drafts/{id}/checks |"
                            + " 请查看最近结果：GET /api/drafts/{id}/checks");
        }
        return check(draft, by.userId());
    }

    Checked check(long draft, String by) {
        desk.find(draft);
        long live = releases.stamp().number();
        String hash = desk.contentHash(draft);
        var report = report(draft, desk.units(draft, live));
        return transaction.execute(status -> keep(draft, hash, live, report, by));
    }

    /** Checks units of a draft, and that nothing went live over their heads. */
    CheckReport report(long draft, Map<Unit, Sources> units) {
        var results = new ArrayList<>(checks.check(units).results());
        var overtaken =
                desk.conflicts(draft).stream()
                        .map(
                                file ->
                                        Finding.error(
                                                file.path(),
                                                "",
                                                "The live file has changed since this one was made from it, and would be overwritten. Compare both (GET /api/drafts/%d/diff), then keep yours (POST /api/drafts/%1$d/rebase) or leave the live one. | 线上文件在您修改期间已变更，将被覆盖。请比较两者（GET /api/drafts/%1$d/diff），再保留您的版本（POST /api/drafts/%1$d/rebase）或保留线上版本。"
                                                        .formatted(draft)))
                        .toList();
        if (!overtaken.isEmpty()) {
            results.add(new Result(Check.CONFLICTS, "", overtaken.size(), overtaken));
        }
        if (units.isEmpty()) {
            results.add(
                    new Result(
                            Check.CONFLICTS,
                            "",
                            0,
                            List.of(
                                    Finding.error(
                                            "",
                                            "",
                                            "The draft changes no file. Save one first: PUT /api/drafts/%d/files | 草稿没有修改任何文件，请先保存文件：PUT /api/drafts/%1$d/files"
                                                    .formatted(draft)))));
        }
        return CheckReport.of(results);
    }

    Checked keep(long draft, String hash, long live, CheckReport report, String by) {
        var now = clock.instant();
        jdbc.sql(
                        """
                        INSERT INTO change_check
                        (draft_id, content_hash, live_release, passed, report, checked_by, checked_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(draft, hash, live, report.passed(), write(report), by, Utc.of(now))
                .update();
        log.add(
                by,
                ChangeEvent.Kind.CHECKED,
                draft,
                null,
                report.passed()
                        ? "Passed, with %d warnings. | 通过，%1$d条警告。"
                                .formatted(report.count(Finding.Severity.WARNING))
                        : "%d errors, %d warnings. | %1$d个错误，%2$d条警告。"
                                .formatted(
                                        report.count(Finding.Severity.ERROR),
                                        report.count(Finding.Severity.WARNING)));
        return new Checked(hash, live, by, now, report, true);
    }

    /** What the last checks of a draft said. */
    public Optional<Checked> last(long draft) {
        String hash = desk.contentHash(draft);
        long live = releases.stamp().number();
        return jdbc.sql(
                        """
                        SELECT content_hash, live_release, report, checked_by, checked_at
                        FROM change_check WHERE draft_id = ? ORDER BY id DESC LIMIT 1
                        """)
                .param(draft)
                .query(
                        (row, n) ->
                                new Checked(
                                        row.getString("content_hash"),
                                        row.getLong("live_release"),
                                        row.getString("checked_by"),
                                        Utc.read(row, "checked_at"),
                                        read(row.getString("report")),
                                        row.getString("content_hash").equals(hash)
                                                && row.getLong("live_release") == live))
                .optional();
    }

    String write(CheckReport report) {
        try {
            return json.writeValueAsString(report);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    CheckReport read(String report) {
        try {
            return report.equals("{}")
                    ? CheckReport.of(List.of())
                    : json.readValue(report, CheckReport.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored report cannot be read", e);
        }
    }
}
