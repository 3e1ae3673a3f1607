package dev.innkeeper.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** Sends a CSV file through the API of a running service, and counts what became. */
public final class Replay {

    private static final int DONE = 0;
    private static final int SOME_REFUSED = 1;
    private static final int FAILED = 2;

    private final Options options;
    private final PrintStream out;
    private final boolean terminal;

    Replay(Options options, PrintStream out, boolean terminal) {
        this.options = options;
        this.out = out;
        this.terminal = terminal;
    }

    /**
     * Runs the command.
     *
     * @param arguments the file and the options; without any, they are explained
     */
    public static void main(String... arguments) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.exit(run(out, System.console() != null, arguments));
    }

    /** Runs the command and says how it went: 0 all taken, 1 some refused, 2 not possible. */
    static int run(PrintStream out, boolean terminal, String... arguments) {
        Options options;
        try {
            options = Options.of(arguments);
        } catch (IllegalArgumentException wrong) {
            out.println(wrong.getMessage());
            out.println();
            out.println(Options.USAGE);
            return FAILED;
        }
        return options.service()
                .doing(out, () -> new Replay(options, out, terminal).send())
                .orElse(FAILED);
    }

    private int send() throws IOException, InterruptedException {
        Table file = Table.read(options.file(), options.charset());
        out.println(
                file.rows().size()
                        + " rows in "
                        + options.file().getFileName()
                        + ", read as "
                        + file.charset()
                        + "; sent to "
                        + options.service().address()
                        + " as "
                        + options.service().user());
        Table sent = options.kind().prepared(file, out);
        List<Table.Row> rows = sent.rows();
        String fingerprint = fingerprint(sent);
        var tally = new Tally(options.kind());
        long start = System.nanoTime();
        try (Results results = Results.to(options.out(), options.kind())) {
            for (int first = 0; first < rows.size(); first += options.batch()) {
                List<Table.Row> some =
                        rows.subList(first, Math.min(rows.size(), first + options.batch()));
                JsonNode report = send(csv(sent.header(), some), fingerprint + "-" + first);
                for (JsonNode result : report.path("results")) {
                    Table.Row row = some.get(result.path("row").asInt() - 1);
                    tally.add(row.line(), result);
                    results.add(row.line(), result);
                }
                if (report.hasNonNull("stopped")) {
                    throw new Impossible(
                            "The service stopped reading: "
                                    + report.path("stopped").path("message").asText()
                                    + " Send the file again to go on.");
                }
                progress(tally, rows.size(), since(start));
            }
        }
        out.println();
        out.print(tally.summary(since(start)));
        return tally.refused() == 0 ? DONE : SOME_REFUSED;
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private void progress(Tally tally, int all, Duration took) {
        String line =
                String.format(
                        Locale.ROOT,
                        "%d of %d rows, %.1f per second, %d refused",
                        tally.rows(),
                        all,
                        tally.perSecond(took),
                        tally.refused());
        out.print(terminal ? "\r" + line + "   " : line + "\n");
        out.flush();
    }

    private static String csv(List<String> header, List<Table.Row> rows) throws IOException {
        var text = new StringBuilder();
        try (var printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
            printer.printRecord(header);
            for (Table.Row row : rows) {
                printer.printRecord(row.cells());
            }
        }
        return text.toString();
    }

    /** Tells this file from every other: rows without an id are then started once as well. */
    private String fingerprint(Table file) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(
                                    (file.header() + "\n" + file.rows() + "\n" + options.batch())
                                            .getBytes(StandardCharsets.UTF_8));
            return "replay-" + HexFormat.of().formatHex(digest, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private JsonNode send(String csv, String key) throws IOException, InterruptedException {
        return options.service()
                .ask(
                        options.service()
                                .to(options.kind().address())
                                .header("Content-Type", "text/csv;charset=UTF-8")
                                .header("Idempotency-Key", key)
                                .POST(HttpRequest.BodyPublishers.ofString(csv))
                                .build());
    }

    /** Writes what became of each row, where that was asked for. */
    private record Results(@Nullable CSVPrinter printer, Kind kind) implements AutoCloseable {

        static Results to(@Nullable Path file, Kind kind) throws IOException {
            if (file == null) {
                return new Results(null, kind);
            }
            var printer =
                    new CSVPrinter(
                            Files.newBufferedWriter(file, StandardCharsets.UTF_8),
                            CSVFormat.RFC4180);
            List<String> header = new ArrayList<>(List.of("line", "id", "outcome"));
            header.addAll(kind.written());
            header.add("problem");
            printer.printRecord(header);
            return new Results(printer, kind);
        }

        void add(long line, JsonNode result) throws IOException {
            if (printer == null) {
                return;
            }
            List<String> cells =
                    new ArrayList<>(
                            List.of(
                                    Long.toString(line),
                                    result.path("externalId").asText(),
                                    result.path("outcome").asText()));
            JsonNode taken = result.path(kind.member());
            kind.written().forEach(field -> cells.add(text(taken.path(field))));
            cells.add(result.path("problems").path(0).path("message").asText());
            printer.printRecord(cells);
        }

        private static String text(JsonNode value) {
            return StreamSupport.stream(value.spliterator(), false)
                    .map(JsonNode::asText)
                    .reduce((one, other) -> one + " " + other)
                    .orElseGet(value::asText);
        }

        @Override
        public void close() throws IOException {
            if (printer != null) {
                printer.close();
            }
        }
    }
}
