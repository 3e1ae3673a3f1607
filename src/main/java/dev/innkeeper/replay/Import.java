package dev.innkeeper.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Sends a file of customers, stays, invoices or payments to a running service, and looks on. */
public final class Import {

    private static final int DONE = 0;
    private static final int SOME_REFUSED = 1;
    private static final int FAILED = 2;
    private static final int SHOWN = 20;
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Set<String> OVER = Set.of("DONE", "FAILED", "CANCELLED");

    private final ImportOptions options;
    private final Service service;
    private final PrintStream out;
    private final boolean terminal;
    private String shown = "";

    private Import(ImportOptions options, PrintStream out, boolean terminal) {
        this.options = options;
        this.service = options.service();
        this.out = out;
        this.terminal = terminal;
    }

    /**
     * Runs the command.
     *
     * @param arguments what the rows are, the file and the options; without any, they are explained
     */
    public static void main(String... arguments) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.exit(run(out, System.console() != null, arguments));
    }

    /** Runs the command and says how it went: 0 all taken, 1 some refused, 2 not possible. */
    static int run(PrintStream out, boolean terminal, String... arguments) {
        ImportOptions options;
        try {
            options = ImportOptions.of(arguments);
        } catch (IllegalArgumentException wrong) {
            out.println(wrong.getMessage());
            out.println();
            out.println(ImportOptions.USAGE);
            return FAILED;
        }
        return options.service()
                .doing(out, () -> new Import(options, out, terminal).send())
                .orElse(FAILED);
    }

    private int send() throws IOException, InterruptedException {
        Charset told = options.charset();
        Charset charset = told == null ? Encoding.of(options.file()) : told;
        out.println(
                String.format(
                        Locale.ROOT,
                        "%s, %.1f MB, read as %s; sent to %s as %s",
                        options.file().getFileName(),
                        Files.size(options.file()) / 1e6,
                        charset,
                        service.address(),
                        service.user()));
        JsonNode received =
                service.ask(
                        service.to(address())
                                .header("Content-Type", "text/csv;charset=" + charset.name())
                                .expectContinue(true)
                                .POST(HttpRequest.BodyPublishers.ofFile(options.file()))
                                .build());
        String href = received.path("href").asText();
        out.println(
                received.path("number").asText()
                        + (OVER.contains(received.path("state").asText())
                                ? ": this file was imported before"
                                : " received; it goes on without this command, see GET " + href));
        JsonNode report = received;
        while (!OVER.contains(report.path("state").asText())) {
            progress(report);
            Thread.sleep(PAUSE.toMillis());
            report = service.ask(service.to(href).GET().build());
        }
        return summary(report);
    }

    private String address() {
        return "/api/imports?kind="
                + options.kind()
                + parameter("dates", options.dates())
                + parameter("system", options.system())
                + parameter("ignore", options.ignore())
                + parameter("file", options.file().getFileName().toString());
    }

    private static String parameter(String name, @Nullable String value) {
        return value == null
                ? ""
                : "&" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private void progress(JsonNode report) {
        String line =
                String.format(
                        Locale.ROOT,
                        "%d %%, %d rows, %.0f per second, %d refused",
                        report.path("percent").asInt(),
                        report.path("rows").asLong(),
                        report.path("rowsPerSecond").asDouble(),
                        report.path("refused").asLong());
        if (!line.equals(shown)) {
            out.print(terminal ? "\r" + line + "   " : line + "\n");
            out.flush();
            shown = line;
        }
    }

    private int summary(JsonNode report) throws IOException, InterruptedException {
        if (terminal && !shown.isEmpty()) {
            out.println();
        }
        out.println();
        out.println(
                String.format(
                        Locale.ROOT,
                        "%s: %d rows, %.0f per second",
                        report.path("stateName").asText(),
                        report.path("rows").asLong(),
                        report.path("rowsPerSecond").asDouble()));
        for (String count : new String[] {"taken", "changed", "unchanged", "refused"}) {
            out.println(
                    String.format(Locale.ROOT, "  %-10s%10d", count, report.path(count).asLong()));
        }
        if (report.path("refused").asLong() > 0) {
            problems(report);
        }
        JsonNode stopped = report.path("stopped");
        if (stopped.isObject()) {
            out.println();
            out.println(
                    "From line "
                            + stopped.path("line").asLong()
                            + " on nothing was read: "
                            + words(stopped));
        }
        if (!report.path("state").asText().equals("DONE")) {
            return FAILED;
        }
        return report.path("refused").asLong() == 0 ? DONE : SOME_REFUSED;
    }

    private void problems(JsonNode report) throws IOException, InterruptedException {
        String href = report.path("problemsHref").asText();
        JsonNode page = service.ask(service.to(href + "?size=" + SHOWN).GET().build());
        out.println();
        for (JsonNode problem : page.path("items")) {
            String field = problem.path("field").asText();
            out.println(
                    "  line "
                            + problem.path("line").asLong()
                            + (field.isEmpty() ? "" : ", " + field)
                            + ": "
                            + words(problem));
        }
        long more = page.path("total").asLong() - page.path("items").size();
        if (more > 0) {
            out.println("  and " + more + " more: GET " + href);
        }
    }

    private static String words(JsonNode problem) {
        return problem.path("message").asText() + " " + problem.path("remedy").asText();
    }
}
