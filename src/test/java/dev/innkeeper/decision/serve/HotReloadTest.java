package dev.innkeeper.decision.serve;

import static dev.innkeeper.decision.Rules.rule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.innkeeper.common.Finding;
import dev.innkeeper.decision.DecisionFailed;
import dev.innkeeper.decision.Facts;
import dev.innkeeper.decision.Parcel;
import dev.innkeeper.decision.load.RuleFolder;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A saved file is live within two seconds; a broken one leaves what served; nothing leaks. */
class HotReloadTest {

    private static final Duration PROMISED = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String NAME = Parcel.PRICE.name();

    @TempDir private Path root;
    private Path file;
    private Shelf<Parcel.Price> shelf;
    private FolderWatcher watcher;

    @BeforeEach
    void start() throws IOException {
        Files.createDirectories(root.resolve(NAME));
        file = root.resolve(NAME).resolve("price.drl");
        Files.writeString(file, costs(1));
        var folder = new RuleFolder(root);
        shelf = new Shelf<>(Parcel.PRICE, Clock.systemUTC());
        shelf.take(folder.read(NAME));
        watcher =
                new FolderWatcher(
                        folder,
                        List.of(NAME),
                        Duration.ofMillis(500),
                        name -> shelf.take(folder.read(name)));
        watcher.start(new HashMap<>(Map.of(NAME, folder.fingerprint(NAME))));
        // the compiler is warm in a running service
        shelf.take(dev.innkeeper.decision.Rules.files("price.drl", costs(999)));
        shelf.take(folder.read(NAME));
    }

    @AfterEach
    void stop() {
        watcher.close();
        shelf.close();
    }

    private static String costs(int cents) {
        return rule(
                "A parcel costs something",
                "Item(grams > 0)",
                "outcome.cost(" + cents + ", \"So it is | 如此\");");
    }

    private long asked() {
        return shelf.required().ask(Facts.of(Parcel.Item.plain())).result().cents();
    }

    @Test
    void servesASavedFileWithinTwoSeconds() throws IOException {
        assertThat(asked()).isEqualTo(1);
        Files.writeString(file, costs(2));
        await().atMost(PROMISED).until(() -> asked() == 2);
    }

    @Test
    void servesAFileThatAnEditorPutsInPlaceOfTheOld() throws IOException {
        Path temporary = root.resolve(NAME).resolve("price.drl.tmp");
        Files.writeString(temporary, costs(3));
        Files.move(
                temporary,
                file,
                StandardCopyOption.REPLACE_EXISTING,
                StandardCopyOption.ATOMIC_MOVE);
        await().atMost(PATIENCE).until(() -> asked() == 3);
    }

    @Test
    void takesUpNewAndDeletedFiles() throws IOException {
        Path more = root.resolve(NAME).resolve("more.drl");
        Files.writeString(more, rule("More", "Item()", "outcome.cost(10, \"More | 更多\");"));
        await().atMost(PATIENCE).until(() -> asked() == 11);
        Files.delete(more);
        await().atMost(PATIENCE).until(() -> asked() == 1);
    }

    @Test
    void leavesTheLastGoodRulesServingWhenAFileIsBroken() throws IOException {
        Files.writeString(file, costs(2).replace("grams", "gram"));
        await().atMost(PATIENCE).until(() -> shelf.state().isBroken());
        assertThat(asked()).isEqualTo(1);
        assertThat(shelf.state().problems())
                .map(Finding::toString)
                .containsExactly("price.drl, line 3: Item has no field gram. Did you mean grams?");
        Files.writeString(file, costs(4));
        await().atMost(PATIENCE).until(() -> asked() == 4);
        assertThat(shelf.state().isBroken()).isFalse();
    }

    @Test
    void leavesTheLastGoodRulesServingWhenAllFilesAreDeleted() throws IOException {
        Files.delete(file);
        await().atMost(PATIENCE).until(() -> shelf.state().isBroken());
        assertThat(asked()).isEqualTo(1);
    }

    @Test
    void warnsButServesWhenAScenarioFails() throws IOException {
        Files.writeString(
                root.resolve(NAME).resolve("scenarios.yaml"),
                """
                scenarios:
                  - name: Nothing is free
                    given:
                      - Item: {grams: 1, worth: 1, distance: 1, speed: SLOW, fragile: false}
                    expect: {cents: 7}
                """);
        await().atMost(PATIENCE).until(() -> shelf.state().scenarios() == 1);
        assertThat(asked()).isEqualTo(1);
        assertThat(shelf.state().isBroken()).isFalse();
        assertThat(shelf.state().problems())
                .map(Finding::toString)
                .containsExactly(
                        "scenarios.yaml, scenario \"Nothing is free\": cents: expected 7, but got"
                                + " 1.");
    }

    @Test
    void saysThatNothingServesWhenThereWasNeverAGoodRule() {
        try (var empty = new Shelf<>(Parcel.PRICE, Clock.systemUTC())) {
            empty.take(dev.innkeeper.decision.Rules.files("a.drl", "rule"));
            assertThatThrownBy(empty::required)
                    .isInstanceOf(DecisionFailed.class)
                    .hasMessageContaining("No rules serve parcel/price. a.drl, line 1");
        }
    }

    @Test
    void leaksNothingOverThreeHundredReloads() {
        reload(0, 40);
        long before = classSpace();
        reload(40, 340);
        long grown = classSpace() - before;
        System.out.printf(
                "300 reloads: class space grew by %,d kB, to %,d kB%n",
                grown / 1024, classSpace() / 1024);
        assertThat(grown).isLessThan(8_000_000);
    }

    private void reload(int from, int to) {
        for (int i = from; i < to; i++) {
            shelf.take(dev.innkeeper.decision.Rules.files("price.drl", costs(100 + i)));
            assertThat(asked()).isEqualTo(100 + i);
        }
    }

    /** What classes take up once those of unloaded rules are gone. */
    private static long classSpace() {
        System.gc();
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getName().equals("Metaspace"))
                .mapToLong(pool -> pool.getUsage().getUsed())
                .sum();
    }
}
