package dev.innkeeper.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.util.FileSystemUtils;

/**
 * Runs the benchmarks and prints their tables, which are also written to {@code
 * target/benchmarks.md}. See docs/benchmarks.md.
 */
public final class Benchmarks {

    private static final List<String> ALL =
            List.of("cases", "credit", "decision", "rules", "simulation", "startup");

    private Benchmarks() {}

    /**
     * Runs them.
     *
     * @param args which, separated by commas, or {@code all}; and the folder of the build
     */
    public static void main(String[] args) throws Exception {
        Set<String> wanted =
                new TreeSet<>(args[0].equals("all") ? ALL : Arrays.asList(args[0].split(",")));
        if (!ALL.containsAll(wanted)) {
            System.err.println("There are the benchmarks " + ALL + ", and all.");
            System.exit(2);
        }
        Path target = Path.of(args[1]).toAbsolutePath();
        Path folder = Files.createDirectories(target.resolve("bench"));
        Path rules = freshCopyOfRules(folder);
        Report report = new Report(System.out, target.resolve("benchmarks.md"));
        report.heading(
                "Benchmarks of %s: Java %s, %d processors, %s"
                        .formatted(
                                LocalDate.now(),
                                System.getProperty("java.version"),
                                Runtime.getRuntime().availableProcessors(),
                                System.getProperty("os.name")));
        try (Server server = Server.start(folder)) {
            if (wanted.contains("startup")) {
                new StartUp(server, target, report).run();
            }
            if (wanted.stream().anyMatch(one -> !one.equals("startup"))) {
                try (Innkeeper innkeeper = Innkeeper.start(server, rules)) {
                    if (wanted.contains("cases")) {
                        new Cases(server, innkeeper, report).run();
                    }
                    if (wanted.contains("credit")) {
                        new CreditChecks(server, innkeeper, report).run();
                    }
                    if (wanted.contains("decision")) {
                        new OneDecision(rules, report).run();
                    }
                    if (wanted.contains("rules")) {
                        new ChangedRule(innkeeper, rules, report).run();
                    }
                    if (wanted.contains("simulation")) {
                        new Simulating(server, innkeeper, rules, report).run();
                    }
                }
            }
        }
        // Pools of the libraries would keep the process alive for a while.
        System.exit(0);
    }

    private static Path freshCopyOfRules(Path folder) throws java.io.IOException {
        Path copy = folder.resolve("rules");
        FileSystemUtils.deleteRecursively(copy);
        FileSystemUtils.copyRecursively(Path.of("rules"), copy);
        return copy;
    }
}
