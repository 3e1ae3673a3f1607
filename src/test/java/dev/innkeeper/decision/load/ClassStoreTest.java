package dev.innkeeper.decision.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassStoreTest {

    private static final Map<String, byte[]> CLASSES = Map.of("a/B.class", new byte[] {1, 2, 3});

    @TempDir private Path folder;

    @Test
    void findsAgainWhatItKept() {
        new ClassStore(folder).keep("key", CLASSES);
        var found = new ClassStore(folder).find("key").orElseThrow();
        assertThat(found).containsOnlyKeys("a/B.class");
        assertThat(found.get("a/B.class")).containsExactly(1, 2, 3);
        assertThat(new ClassStore(folder).find("other")).isEmpty();
    }

    @Test
    void findsNothingInAFileThatIsSpoilt() throws IOException {
        Files.write(folder.resolve("key.zip"), new byte[] {1, 2, 3});
        assertThat(new ClassStore(folder).find("key")).isEmpty();
    }

    @Test
    void letsTheOldestGo() {
        var store = new ClassStore(folder);
        for (int i = 0; i < 70; i++) {
            store.keep("key" + i, CLASSES);
        }
        assertThat(folder.toFile().list()).hasSize(60);
    }

    @Test
    void goesOnWhereNothingCanBeKept() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        new ClassStore(file).keep("key", CLASSES);
        assertThat(new ClassStore(file).find("key")).isEmpty();
    }
}
