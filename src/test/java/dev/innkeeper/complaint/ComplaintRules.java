package dev.innkeeper.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.innkeeper.decision.Decision;
import dev.innkeeper.decision.load.RuleSet;
import dev.innkeeper.decision.load.RuleSetLoader;
import dev.innkeeper.decision.load.Sources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The shipped rules of complaints, as they are or with a change in a copy of their folder. */
final class ComplaintRules {

    private ComplaintRules() {}

    /** A text of a file that is replaced by another. */
    record Change(String file, String from, String to) {}

    static <R extends Record> RuleSet<R> shipped(Decision<?, R> decision) {
        return load(decision, files(decision));
    }

    static <R extends Record> RuleSet<R> changed(Decision<?, R> decision, Change... changes) {
        var files = files(decision);
        for (Change change : changes) {
            files.computeIfPresent(change.file(), (name, content) -> replaced(content, change));
            assertThat(files).containsKey(change.file());
        }
        return load(decision, files);
    }

    private static byte[] replaced(byte[] content, Change change) {
        String text = new String(content, StandardCharsets.UTF_8);
        assertThat(text).containsOnlyOnce(change.from());
        return text.replace(change.from(), change.to()).getBytes(StandardCharsets.UTF_8);
    }

    private static <R extends Record> RuleSet<R> load(
            Decision<?, R> decision, Map<String, byte[]> files) {
        var loaded = RuleSetLoader.load(decision, new Sources(files));
        assertThat(loaded.problems()).isEmpty();
        return loaded.rules().orElseThrow();
    }

    private static Map<String, byte[]> files(Decision<?, ?> decision) {
        var files = new HashMap<String, byte[]>();
        try (var folder = Files.list(Path.of("rules").resolve(decision.name()))) {
            for (Path file : folder.toList()) {
                files.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }
}
