package dev.innkeeper.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.innkeeper.complaint.ComplaintDecisions;
import dev.innkeeper.creditreview.CreditDecisions;
import dev.innkeeper.customer.CustomerDecisions;
import dev.innkeeper.decision.load.RuleSet;
import dev.innkeeper.decision.load.RuleSetLoader;
import dev.innkeeper.decision.load.Sources;
import dev.innkeeper.keyaccount.KeyAccountDecisions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The shipped rules, as they are or with a change in a copy of their folder. */
public final class ShippedRules {

    private static final Map<String, RuleSet<?>> SHIPPED = new ConcurrentHashMap<>();
    private static final int TABLE_HEAD = 7;

    private ShippedRules() {}

    /** A text of a file that is replaced by another. */
    public record Change(String file, String from, String to) {}

    /** Every decision of the house. */
    public static List<Decision<?, ?>> decisions() {
        return Stream.of(
                        ComplaintDecisions.catalog(),
                        KeyAccountDecisions.catalog(),
                        CreditDecisions.catalog(),
                        CustomerDecisions.catalog())
                .<Decision<?, ?>>flatMap(catalog -> catalog.decisions().stream())
                .toList();
    }

    /** The rules as they are, made once for all tests, which do not close them. */
    @SuppressWarnings("unchecked")
    public static <R extends Record> RuleSet<R> shipped(Decision<?, R> decision) {
        return (RuleSet<R>)
                SHIPPED.computeIfAbsent(decision.name(), name -> load(decision, files(decision)));
    }

    /** The rules with some texts replaced; each stands once in its file. */
    public static <R extends Record> RuleSet<R> changed(
            Decision<?, R> decision, Change... changes) {
        return load(decision, edited(decision, changes).files());
    }

    /** The files with some texts replaced; each stands once in its file. */
    public static Sources edited(Decision<?, ?> decision, Change... changes) {
        var files = files(decision);
        for (Change change : changes) {
            files.computeIfPresent(change.file(), (name, content) -> replaced(content, change));
            assertThat(files).containsKey(change.file());
        }
        return new Sources(files);
    }

    /** The rules with their files, and in each its rules, in the opposite order. */
    public static <R extends Record> RuleSet<R> reversed(Decision<?, R> decision) {
        var files = files(decision);
        var names = files.keySet().stream().filter(name -> name.contains(".drl")).sorted().toList();
        for (String name : names) {
            String text = new String(files.remove(name), StandardCharsets.UTF_8);
            files.put(
                    "%03d-%s".formatted(names.size() - names.indexOf(name), name),
                    (name.endsWith(".csv") ? rowsReversed(text) : rulesReversed(text))
                            .getBytes(StandardCharsets.UTF_8));
        }
        return load(decision, files);
    }

    private static String rowsReversed(String table) {
        var lines = new ArrayList<>(table.lines().toList());
        Collections.reverse(lines.subList(TABLE_HEAD, lines.size()));
        return String.join("\n", lines) + "\n";
    }

    private static String rulesReversed(String text) {
        var rules = Arrays.asList(text.split("(?m)^(?=rule )"));
        Collections.reverse(rules);
        return String.join("\n", rules);
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
