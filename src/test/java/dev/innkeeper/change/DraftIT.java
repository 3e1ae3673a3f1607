package dev.innkeeper.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.innkeeper.complaint.ComplaintDecisions;
import dev.innkeeper.complaint.facts.Severity;
import dev.innkeeper.decision.Decisions;
import dev.innkeeper.decision.Facts;
import dev.innkeeper.decision.scenario.ScenarioFile;
import dev.innkeeper.support.Api;
import dev.innkeeper.support.InnkeeperTest;
import dev.innkeeper.support.TimeMachine;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A change is drafted, checked, approved by somebody else, live, and rolled back. */
@InnkeeperTest
class DraftIT {

    @LocalServerPort private int port;
    @Autowired private Decisions decisions;
    @Autowired private JdbcClient jdbc;
    @Autowired private TimeMachine time;
    @Autowired private Publication publication;

    private Editing editing;

    @BeforeEach
    void open() {
        editing = new Editing(port);
    }

    /** How 4,000 in dispute are graded by the rules that serve. */
    private Severity graded() {
        return decisions.look(ComplaintDecisions.GRADING, dispute("4000")).severity();
    }

    private static Facts dispute(String amount) {
        var file = new ScenarioFile(ComplaintDecisions.GRADING, "scenarios.yaml");
        file.read(
                """
                defaults:
                  ReportedComplaint: {kind: COMPLAINT, channel: LOBBY, category: NOISE, harm: INCONVENIENCE, publiclyVisible: false, lawyerOrPressNamed: false, remedySought: false, amountInDispute: %s}
                scenarios:
                  - name: A dispute
                    given: [{ReportedComplaint: {}}]
                    expect: {severity: S3}
                """
                        .formatted(amount)
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(file.problems()).isEmpty();
        return file.scenarios().get(0).given();
    }

    @Test
    void aGoodChangeIsLiveOnceSomebodyElseApprovesAndTheAuditTellsAll() {
        long draft = editing.largeFrom3000();
        assertThat(graded()).isEqualTo(Severity.S3);
        assertThat(editing.check(draft).at("passed").asBoolean()).isTrue();

        long release = editing.publish(draft);

        assertThat(release).isEqualTo(2);
        assertThat(graded()).isEqualTo(Severity.S2);
        var live = editing.editor().get("/api/releases/live");
        assertThat(live.text("summary.author")).isEqualTo("editor1");
        assertThat(live.text("summary.approver")).isEqualTo("approver1");
        assertThat(live.text("summary.source")).isEqualTo("DRAFT");
        assertThat(live.at("checks")).isNotEmpty();
        assertThat(live.at("nodes")).isNotEmpty();

        var back =
                editing.approver()
                        .post(
                                "/api/releases/1/roll-back",
                                Map.of("comment", "Too many urgent ones"));
        assertThat(back.status()).as(back.toString()).isEqualTo(201);
        assertThat(back.at("summary.number").asLong()).isEqualTo(3);
        assertThat(back.at("summary.restores").asLong()).isEqualTo(1);
        assertThat(graded()).isEqualTo(Severity.S3);

        assertThat(editing.editor().get("/api/changes").at("items"))
                .extracting(event -> event.path("kind").asText() + " " + event.path("by").asText())
                .containsExactly(
                        "ROLLED_BACK approver1",
                        "PUBLISHED approver1",
                        "APPROVED approver1",
                        "REQUESTED editor1",
                        "CHECKED editor1",
                        "SAVED editor1",
                        "SAVED editor1",
                        "CREATED editor1");
    }

    @Test
    void aDraftThatFailsAnExampleIsNotEvenAskedFor() {
        long draft = editing.begin("Disputes are large from 3,000 on");
        editing.replace(draft, Editing.SEVERITY, ",5000,", ",3000,");

        var found = editing.check(draft);
        assertThat(found.at("passed").asBoolean()).isFalse();
        var failing =
                found.at("results").findParents("expected").stream()
                        .filter(
                                finding ->
                                        finding.path("expected")
                                                .asText()
                                                .equals("severity: \"S3\""))
                        .findFirst()
                        .orElseThrow();
        assertThat(failing.path("place").asText()).contains("4,999.99 in dispute is normal");
        assertThat(failing.path("got").asText()).isEqualTo("severity: \"S2\"");

        var refused = editing.request(draft);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("field")).isEqualTo("checks");
        assertThat(editing.read(draft).text("state")).isEqualTo("OPEN");
    }

    @Test
    void nobodyApprovesWhatTheyWroteWhateverTheirGroups() {
        long draft = editing.largeFrom3000();
        editing.request(draft);

        assertThat(editing.decide(draft, "approval", editing.editor(), null).status())
                .isEqualTo(403);
        jdbc.sql(
                        "INSERT INTO change_person (draft_id, person, part) VALUES (?, 'approver1',"
                                + " 'EDITOR')")
                .param(draft)
                .update();
        var refused = editing.approve(draft);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text("detail")).contains("You wrote on this draft yourself");
        assertThat(editing.read(draft).text("state")).isEqualTo("REQUESTED");
    }

    @Test
    void theDatabaseItselfHoldsFourEyes() {
        assertThatThrownBy(
                        () ->
                                jdbc.sql(
                                                """
                                                INSERT INTO change_release
                                                (number, hash, source, restores, author, approver, comment, live_at, checks)
                                                VALUES (99, '', 'ROLL_BACK', 1, 'editor1', 'editor1', '', '2026-01-01', '{}')
                                                """)
                                        .update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("change_release_four_eyes");
        long draft = editing.begin("Mine");
        assertThatThrownBy(
                        () ->
                                jdbc.sql(
                                                """
                                                INSERT INTO change_release
                                                (number, hash, source, draft_id, author, approver, part, comment, live_at, checks)
                                                VALUES (99, '', 'DRAFT', ?, 'somebody', 'editor1', 'APPROVER', '', '2026-01-01', '{}')
                                                """)
                                        .param(draft)
                                        .update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("change_release_approver");
    }

    @Test
    void nobodyChangesReleasesOrTheAudit() {
        editing.begin("Something");
        for (var statement :
                new String[] {
                    "UPDATE change_event SET actor = 'nobody'",
                    "DELETE FROM change_event",
                    "UPDATE change_release SET comment = ''",
                    "DELETE FROM change_release",
                    "UPDATE change_release_unit SET hash = ''",
                    "DELETE FROM change_release_unit",
                    "UPDATE unit_content SET files = ''",
                    "DELETE FROM unit_content"
                }) {
            assertThatThrownBy(() -> jdbc.sql(statement).update())
                    .as(statement)
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageMatching("(?s).*never (changed|deleted).*");
        }
    }

    @Test
    void theSecondOfTwoEditorsIsToldAndNothingIsLost() {
        long draft = editing.begin("Two at once");
        int read = editing.version(draft);
        var first = Editing.save(draft, read, Editing.SEVERITY, "first", editing.editor());
        assertThat(first.status()).isEqualTo(200);

        var second = Editing.save(draft, read, Editing.SEVERITY, "second", editing.editor());

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.text("detail")).contains("editor1 changed this draft meanwhile");
        assertThat(second.text("remedy")).contains("read the draft again");
        assertThat(
                        new String(
                                editing.editor()
                                        .get(
                                                "/api/drafts/%d/file?path=%s"
                                                        .formatted(draft, Editing.SEVERITY))
                                        .bytes(),
                                StandardCharsets.UTF_8))
                .isEqualTo("first");
    }

    @Test
    void everythingThatWasSavedStaysReadable() {
        long draft = editing.begin("Undo");
        editing.save(draft, Editing.SEVERITY, "one");
        editing.save(draft, Editing.SEVERITY, "two");
        editing.editor()
                .send(
                        "DELETE",
                        "/api/drafts/%d/file?path=%s&version=%d"
                                .formatted(draft, Editing.SEVERITY, editing.version(draft)),
                        null,
                        BodyPublishers.noBody());
        assertThat(editing.read(draft).at("files")).isEmpty();

        var revisions =
                editing.editor()
                        .get("/api/drafts/%d/revisions?path=%s".formatted(draft, Editing.SEVERITY));

        assertThat(revisions.at("total").asInt()).isEqualTo(2);
        long oldest = revisions.at("items.1.id").asLong();
        assertThat(
                        new String(
                                editing.editor()
                                        .get("/api/drafts/%d/revisions/%d".formatted(draft, oldest))
                                        .bytes(),
                                StandardCharsets.UTF_8))
                .isEqualTo("one");
    }

    @Test
    void aDraftApprovedForLaterIsLiveWhenItsTimeComes() {
        long draft = editing.largeFrom3000();
        editing.request(draft);
        var approved =
                editing.decide(
                        draft,
                        "approval",
                        editing.approver(),
                        time.now().plus(Duration.ofDays(2)).toString());
        assertThat(approved.text("state")).isEqualTo("APPROVED");
        publication.publishDue();
        assertThat(graded()).isEqualTo(Severity.S3);

        time.advance(Duration.ofDays(2));
        publication.publishDue();

        assertThat(editing.read(draft).text("state")).isEqualTo("PUBLISHED");
        assertThat(graded()).isEqualTo(Severity.S2);
    }

    @Test
    void anApprovalCanBeTakenBackBeforeItsTimeComes() {
        long draft = editing.largeFrom3000();
        editing.request(draft);
        editing.decide(
                draft,
                "approval",
                editing.approver(),
                time.now().plus(Duration.ofDays(2)).toString());

        var recalled =
                editing.editor()
                        .post(
                                "/api/drafts/%d/recall".formatted(draft),
                                Map.of("comment", "One more thing"));
        assertThat(recalled.text("state")).isEqualTo("OPEN");
        time.advance(Duration.ofDays(3));
        publication.publishDue();
        assertThat(graded()).isEqualTo(Severity.S3);
    }

    @Test
    void aReturnedDraftIsWrittenOnAndAskedForAgain() {
        long draft = editing.largeFrom3000();
        editing.request(draft);
        assertThat(editing.save(draft, Editing.SEVERITY, "x").status()).isEqualTo(409);

        var returned =
                editing.approver()
                        .post(
                                "/api/drafts/%d/return".formatted(draft),
                                Map.of("comment", "Say why in the title"));

        assertThat(returned.text("state")).isEqualTo("OPEN");
        assertThat(
                        editing.editor()
                                .get("/api/drafts/%d/history".formatted(draft))
                                .text("items.0.words"))
                .isEqualTo("Say why in the title");
        editing.editor()
                .put(
                        "/api/drafts/" + draft,
                        "{\"version\": %d, \"title\": \"Guests of 3,000 wait no longer\"}"
                                .formatted(editing.version(draft)));
        assertThat(editing.publish(draft)).isEqualTo(2);
    }

    @Test
    void aDraftGoesLiveWhenItsWritersAskedUnlessTheApproverSaysOtherwise() {
        long draft = editing.largeFrom3000();
        var monday = time.now().plus(Duration.ofDays(2)).toString();
        editing.decide(draft, "request", editing.editor(), monday);
        assertThat(editing.approve(draft).text("state")).isEqualTo("APPROVED");
        assertThat(editing.read(draft).text("effectiveAt")).isEqualTo(monday);
        assertThat(
                        editing.editor()
                                .get("/api/drafts/%d/history".formatted(draft))
                                .text("items.0.words"))
                .isEqualTo("As agreed on Monday → " + monday);
    }

    @Test
    void aTimeAskedForBeforeADraftWasReturnedCountsNoMore() {
        long draft = editing.largeFrom3000();
        editing.decide(
                draft, "request", editing.editor(), time.now().plus(Duration.ofDays(2)).toString());
        editing.approver()
                .post("/api/drafts/%d/return".formatted(draft), Map.of("comment", "Sooner"));
        assertThat(editing.publish(draft)).isEqualTo(2);
    }

    @Test
    void approvesOnlyTheVersionThatWasSeen() {
        long draft = editing.largeFrom3000();
        editing.request(draft);
        var unseen =
                editing.approver()
                        .post(
                                "/api/drafts/%d/approval".formatted(draft),
                                Map.of("version", 1, "comment", "Fine"));
        assertThat(unseen.status()).isEqualTo(409);
        assertThat(editing.read(draft).text("state")).isEqualTo("REQUESTED");
    }

    @Test
    void aChangeThatWasOvertakenIsNotPublishedOverTheOther() {
        long slow = editing.begin("Reworded");
        editing.replace(slow, Editing.SEVERITY, "Others can read it", "Everybody can read it");
        editing.publish(editing.largeFrom3000());

        var found = editing.check(slow);
        assertThat(found.at("passed").asBoolean()).isFalse();
        assertThat(found.body().toString())
                .contains("The live file has changed since this one was made from it");
        assertThat(editing.request(slow).status()).isEqualTo(422);

        editing.save(
                slow,
                Editing.SEVERITY,
                editing.live(Editing.SEVERITY)
                        .replace("Others can read it", "Everybody can read it"));
        var rebased =
                editing.editor()
                        .post(
                                "/api/drafts/%d/rebase?path=%s&version=%d"
                                        .formatted(slow, Editing.SEVERITY, editing.version(slow)),
                                "");
        assertThat(rebased.status()).as(rebased.toString()).isEqualTo(200);
        editing.publish(slow);
        assertThat(graded()).isEqualTo(Severity.S2);
        assertThat(editing.live(Editing.SEVERITY)).contains("Everybody can read it");
    }

    @Test
    void changesOfDifferentFilesGoLiveOneAfterTheOther() {
        long other = editing.begin("Reworded");
        editing.replace(
                other,
                "rules/complaint/compensation/scenarios.yaml",
                "scenarios:",
                "# reviewed in November\nscenarios:");
        editing.publish(editing.largeFrom3000());
        assertThat(editing.publish(other)).isEqualTo(3);
        assertThat(graded()).isEqualTo(Severity.S2);
    }

    @Test
    void anApprovedDraftThatNoLongerPassesGoesBackToItsWriters() {
        long later = editing.largeFrom3000();
        editing.request(later);
        editing.decide(
                later,
                "approval",
                editing.approver(),
                time.now().plus(Duration.ofDays(1)).toString());
        long sooner = editing.begin("Reworded");
        editing.replace(sooner, Editing.SEVERITY, "Others can read it", "Everybody can read it");
        editing.publish(sooner);

        time.advance(Duration.ofDays(1));
        publication.publishDue();

        assertThat(editing.read(later).text("state")).isEqualTo("OPEN");
        var history = editing.editor().get("/api/drafts/%d/history".formatted(later));
        assertThat(history.text("items.0.kind")).isEqualTo("REFUSED");
        assertThat(history.text("items.0.words"))
                .contains("The live file has changed since this one was made from it");
        assertThat(graded()).isEqualTo(Severity.S3);
    }

    @Test
    void showsHowADraftAndHowReleasesDiffer() {
        long draft = editing.largeFrom3000();
        var diff = editing.editor().get("/api/drafts/%d/diff".formatted(draft));
        assertThat(diff.at("1.path").asText()).isEqualTo(Editing.SEVERITY);
        assertThat(diff.at("1.lines"))
                .extracting(line -> line.asText())
                .anyMatch(line -> line.startsWith("-A large amount") && line.contains("5000"))
                .anyMatch(line -> line.startsWith("+A large amount") && line.contains("3000"));
        editing.publish(draft);
        var releases = editing.editor().get("/api/releases/live/diff?from=1");
        assertThat(releases.at("1.path").asText()).isEqualTo(Editing.SEVERITY);
        assertThat(editing.editor().get("/api/releases/1/diff?from=1").body()).isEmpty();
    }

    @Test
    void aReleaseGoesOutAsAZipFileAndComesInAsADraft() {
        editing.publish(editing.largeFrom3000());
        byte[] zip = editing.editor().get("/api/releases/1/export").bytes();

        var imported =
                editing.editor()
                        .send(
                                "POST",
                                "/api/drafts/import?title=As+it+was",
                                "application/zip",
                                BodyPublishers.ofByteArray(zip));

        assertThat(imported.status()).as(imported.toString()).isEqualTo(201);
        assertThat(imported.at("files"))
                .extracting(file -> file.path("path").asText())
                .containsExactly(Editing.SCENARIOS, Editing.SEVERITY);
        assertThat(editing.publish(imported.at("id").asLong())).isEqualTo(3);
        assertThat(graded()).isEqualTo(Severity.S3);
        assertThat(editing.editor().get("/api/releases/3").text("hash"))
                .isEqualTo(editing.editor().get("/api/releases/1").text("hash"));
    }

    @Test
    void takesNothingOutOfAZipFileThatLeadsElsewhere() {
        for (var path : new String[] {"../../etc/passwd", "rules/x/y/../z.drl", "pom.xml"}) {
            var refused =
                    editing.editor()
                            .send(
                                    "POST",
                                    "/api/drafts/import",
                                    "application/zip",
                                    BodyPublishers.ofByteArray(
                                            Bundle.of(Map.of(path, new byte[] {1}))));
            assertThat(refused.status()).as(path).isEqualTo(400);
            assertThat(refused.text("field")).isEqualTo("path");
        }
        var noZip =
                editing.editor()
                        .send(
                                "POST",
                                "/api/drafts/import",
                                "application/zip",
                                BodyPublishers.ofString("no zip"));
        assertThat(noZip.status()).isEqualTo(400);
        assertThat(noZip.text("field")).isEqualTo("file");
    }

    @Test
    void refusesWhatItCannotRead() {
        var editor = editing.editor();
        assertThat(editor.post("/api/drafts", "{}").text("field")).isEqualTo("title");
        assertThat(editor.get("/api/drafts/999999").status()).isEqualTo(404);
        assertThat(editor.get("/api/releases/999999").status()).isEqualTo(404);
        assertThat(editor.get("/api/releases/x").status()).isEqualTo(400);
        long draft = editing.begin("Anything");
        assertThat(editing.save(draft, "rules/complaint/none.txt", "x").status()).isEqualTo(400);
        assertThat(editing.read(draft).at("checks").isMissingNode()).isTrue();
        assertThat(editor.get("/api/drafts/%d/checks".formatted(draft)).status()).isEqualTo(404);
        var both =
                editor.put(
                        "/api/drafts/%d/file?path=%s".formatted(draft, Editing.SEVERITY),
                        "{\"version\": 1, \"text\": \"x\", \"base64\": \"eA==\"}");
        assertThat(both.status()).isEqualTo(400);
        assertThat(both.text("field")).isEqualTo("text");
        var nothing = editing.request(draft);
        assertThat(nothing.status()).isEqualTo(422);
    }

    @Test
    void takesAFileInBase64AndTheSameRequestOnce() {
        var body =
                Map.of(
                        "title",
                        "With a file",
                        "files",
                        List.of(
                                Map.of(
                                        "path",
                                        Editing.SEVERITY,
                                        "base64",
                                        Base64.getEncoder().encodeToString(new byte[] {65}))));
        var keyed = editing.editor().with("Idempotency-Key", "draft-1");
        var first = keyed.post("/api/drafts", body);
        var again = keyed.post("/api/drafts", body);
        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.at("id")).isEqualTo(first.at("id"));
        assertThat(first.text("files.0.kind")).isEqualTo("CHANGED");
    }

    @Test
    void onlyEditorsWriteAndOnlyApproversDecide() {
        long draft = editing.largeFrom3000();
        var approver = editing.approver();
        assertThat(
                        Editing.save(draft, editing.version(draft), Editing.SEVERITY, "x", approver)
                                .status())
                .isEqualTo(403);
        assertThat(approver.post("/api/drafts", Map.of("title", "Mine")).status()).isEqualTo(403);
        assertThat(
                        editing.editor()
                                .post("/api/releases/1/roll-back", Map.of("comment", "x"))
                                .status())
                .isEqualTo(403);
        var auditor = Api.at(port).as("auditor1");
        assertThat(auditor.get("/api/drafts/" + draft).at("allowed")).isEmpty();
        assertThat(
                        auditor.post("/api/drafts/" + draft + "/comments", Map.of("comment", "x"))
                                .status())
                .isEqualTo(403);
        assertThat(Api.at(port).as("lobby1").get("/api/drafts").status()).isEqualTo(403);
        assertThat(Api.at(port).get("/api/releases").status()).isEqualTo(401);
        approver.post("/api/drafts/%d/comments".formatted(draft), Map.of("comment", "Why 3,000?"));
        assertThat(
                        editing.editor()
                                .get("/api/drafts/%d/history".formatted(draft))
                                .text("items.0.words"))
                .isEqualTo("Why 3,000?");
    }

    @Test
    void aRollBackToWhatIsLiveIsRefused() {
        var refused =
                editing.approver().post("/api/releases/1/roll-back", Map.of("comment", "Back"));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("detail")).contains("holds what is live already");
    }

    @Test
    void theAuthorOfWhatAReleaseHoldsDoesNotBringItBack() {
        editing.publish(editing.largeFrom3000());
        editing.approver().post("/api/releases/1/roll-back", Map.of("comment", "Back"));
        var editorWhoApproves = Api.at(port).as("editor1");
        assertThat(
                        editorWhoApproves
                                .post("/api/releases/2/roll-back", Map.of("comment", "Mine"))
                                .status())
                .isEqualTo(403);
    }

    @Test
    void aDraftGivenUpStaysReadable() {
        long draft = editing.largeFrom3000();
        var withdrawn =
                editing.editor()
                        .post(
                                "/api/drafts/%d/withdrawal".formatted(draft),
                                Map.of("comment", "No"));
        assertThat(withdrawn.text("state")).isEqualTo("WITHDRAWN");
        assertThat(editing.save(draft, Editing.SEVERITY, "x").status()).isEqualTo(409);
        assertThat(editing.editor().get("/api/drafts/%d/diff".formatted(draft)).body()).hasSize(2);
        assertThat(editing.editor().get("/api/drafts?state=WITHDRAWN").at("total").asInt())
                .isEqualTo(1);
    }

    @Test
    void refusesRulesOfADecisionThatNobodyAsks() {
        long draft = editing.begin("A decision of my own");
        editing.save(draft, "rules/complaint/mood/mood.drl", "rule \"x\" when then end");
        var found = editing.check(draft);
        assertThat(found.at("passed").asBoolean()).isFalse();
        assertThat(found.body().toString()).contains("The program asks no decision complaint/mood");
    }
}
