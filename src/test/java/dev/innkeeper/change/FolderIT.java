package dev.innkeeper.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.innkeeper.database.DatabaseProperties;
import dev.innkeeper.decision.DecisionCatalog;
import dev.innkeeper.decision.serve.RuleBook;
import dev.innkeeper.support.InnkeeperTest;
import dev.innkeeper.workflow.DiagramFolders;
import dev.innkeeper.workflow.OneTransaction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/** A file saved in the folders is live within two seconds; one with a mistake waits as a draft. */
@InnkeeperTest
class FolderIT {

    private static final Duration PROMISED = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @LocalServerPort private int port;
    @TempDir private Path root;
    @Autowired private FolderStates states;
    @Autowired private Releases releases;
    @Autowired private UnitContents contents;
    @Autowired private Drafts drafts;
    @Autowired private DraftDesk desk;
    @Autowired private CheckDesk checks;
    @Autowired private Publisher publisher;
    @Autowired private Publication publication;
    @Autowired private RuleBook rules;
    @Autowired private OneTransaction transaction;
    @Autowired private Clock clock;
    @Autowired private DatabaseProperties database;
    @Autowired private DiagramFolders diagrams;
    @Autowired private ObjectProvider<DecisionCatalog> catalogs;
    @Autowired private JdbcClient jdbc;

    private Editing editing;
    private FolderDesk folder;

    @BeforeEach
    void watch() throws IOException {
        editing = new Editing(port);
        FileSystemUtils.copyRecursively(Path.of("rules"), root);
        folder = folder(true);
        folder.start();
        // the folders are the seed, so nothing is taken; the checks are warm in a running service
        folder.take(Unit.ofRules("complaint/grading"));
    }

    @AfterEach
    void stop() {
        folder.stop();
        for (String decision : rules.names()) {
            rules.saved(decision, new RuleBook.Saved("", clock.instant(), List.of(), 0));
        }
        jdbc.sql(
                        """
                        UPDATE change_folder f JOIN change_release_unit u ON u.unit = f.unit AND u.number = 1
                        SET f.hash = u.hash
                        """)
                .update();
    }

    private FolderDesk folder(boolean publishing) {
        var properties =
                new ChangeProperties(
                        root, Duration.ofMillis(200), publishing, "test", Duration.ofSeconds(1));
        return new FolderDesk(
                new Workplace(properties, diagrams, catalogs),
                states,
                releases,
                contents,
                drafts,
                desk,
                checks,
                publisher,
                publication,
                rules,
                transaction,
                clock,
                properties,
                database);
    }

    private Path file(String path) {
        return root.resolve(path.substring("rules/".length()));
    }

    private void write(String path, String was, String is) throws IOException {
        var before = Files.readString(file(path));
        assertThat(before).contains(was);
        Path passing = root.resolve("passing.tmp");
        Files.writeString(passing, before.replace(was, is));
        Files.move(
                passing,
                file(path),
                StandardCopyOption.REPLACE_EXISTING,
                StandardCopyOption.ATOMIC_MOVE);
    }

    private boolean serves(String words) {
        return editing.live(Editing.SEVERITY).contains(words);
    }

    @Test
    void aSavedFileIsLiveWithinTwoSecondsAsAReleaseByTheFolder() throws IOException {
        write(Editing.SEVERITY, "Others can read it", "Everybody can read it");
        await().atMost(PATIENCE).until(() -> serves("Everybody can read it"));
        write(Editing.SEVERITY, "Everybody can read it", "All can read it");
        await().atMost(PROMISED).until(() -> serves("All can read it"));

        var live = editing.editor().get("/api/releases/live");
        assertThat(live.at("summary.number").asLong()).isEqualTo(3);
        assertThat(live.text("summary.source")).isEqualTo("FOLDER");
        assertThat(live.text("summary.author")).isEqualTo("folder");
        assertThat(editing.read(live.at("summary.draft").asLong()).text("state"))
                .isEqualTo("PUBLISHED");
    }

    @Test
    void aSavedFileThatFailsAnExampleWaitsAsADraftAndWhatWasLiveServesOn() throws IOException {
        write(Editing.SEVERITY, ",5000,", ",3000,");
        await().atMost(PATIENCE).until(() -> open() == 1);
        assertThat(releases.stamp().number()).isEqualTo(1);
        await().atMost(PATIENCE)
                .until(
                        () ->
                                editing.editor()
                                        .get("/api/rules/complaint/grading")
                                        .text("state")
                                        .equals("LAST_GOOD_SERVES"));
        assertThat(editing.editor().get("/api/rules/complaint/grading").body().toString())
                .contains("4,999.99 in dispute is normal");

        write(Editing.SCENARIOS, "amountInDispute: 4999.99", "amountInDispute: 2999.99");
        await().atMost(PATIENCE).until(() -> releases.stamp().number() == 2);
        assertThat(open()).isZero();
        assertThat(serves(",3000,")).isTrue();
    }

    @Test
    void aBrokenFileSaysWhereAndMendedNothingOfItIsLeft() throws IOException {
        write(Editing.SEVERITY, "amountInDispute >=", "amountInDispte >=");
        await().atMost(PATIENCE)
                .until(
                        () ->
                                editing.editor()
                                        .get("/api/rules/complaint/grading")
                                        .body()
                                        .toString()
                                        .contains("Did you mean amountInDispute?"));
        write(Editing.SEVERITY, "amountInDispte >=", "amountInDispute >=");
        await().atMost(PATIENCE)
                .until(
                        () ->
                                editing.editor()
                                                .get("/api/rules/complaint/grading")
                                                .text("state")
                                                .equals("LIVE")
                                        && open() == 0);
        assertThat(releases.stamp().number()).isEqualTo(1);
    }

    @Test
    void whatWasRolledBackIsNotPublishedAgainFromTheFolder() throws IOException {
        write(Editing.SEVERITY, "Others can read it", "Everybody can read it");
        await().atMost(PATIENCE).until(() -> serves("Everybody can read it"));
        editing.approver().post("/api/releases/1/roll-back", Map.of("comment", "Back"));

        folder.take(Unit.ofRules("complaint/grading"));
        assertThat(serves("Others can read it")).isTrue();

        write(Editing.SEVERITY, "Everybody can read it", "All can read it");
        await().atMost(PATIENCE).until(() -> open() == 1);
        await().atMost(PATIENCE)
                .until(
                        () ->
                                editing.editor()
                                        .get("/api/rules/complaint/grading")
                                        .body()
                                        .toString()
                                        .contains("The live file has changed"));
        assertThat(serves("Others can read it")).isTrue();
    }

    @Test
    void aReleaseIsWrittenIntoTheFolders() throws IOException {
        editing.publish(editing.largeFrom3000());
        var desks =
                new Workplace(
                        new ChangeProperties(
                                root, Duration.ofSeconds(1), true, "test", Duration.ofSeconds(1)),
                        diagrams,
                        catalogs);
        Files.writeString(file("rules/complaint/grading/extra.drl"), "rule \"x\" when then end");
        folder.stop();
        var unit = Unit.ofRules("complaint/grading");
        desks.write(
                unit, contents.find(unit, releases.content(2).hashes().get(unit)).orElseThrow());
        assertThat(Files.readString(file(Editing.SEVERITY))).contains(",3000,");
        assertThat(file("rules/complaint/grading/extra.drl")).doesNotExist();
    }

    @Test
    void withoutPublishingNothingIsTakenFromTheFolders() throws IOException {
        folder.stop();
        var idle = folder(false);
        idle.start();
        try {
            write(Editing.SEVERITY, "Others can read it", "Everybody can read it");
            assertThat(idle.isRunning()).isTrue();
            assertThat(serves("Others can read it")).isTrue();
            assertThat(drafts.list(null, 0, 10).total()).isZero();
        } finally {
            idle.stop();
        }
    }

    private long open() {
        return drafts.list(Draft.State.OPEN, 0, 10).total();
    }
}
