package dev.innkeeper.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The tables of one run, as they are printed and written to {@code target/benchmarks.md}. */
final class Report {

    private final StringBuilder text = new StringBuilder();
    private final PrintStream out;
    private final Path file;

    Report(PrintStream out, Path file) {
        this.out = out;
        this.file = file;
    }

    /** What was measured where. */
    void heading(String words) {
        add("# " + words);
    }

    /** A heading, and the head of the table below it. */
    void table(String title, String... columns) {
        add("\n## " + title + "\n");
        row((Object[]) columns);
        add("|" + "---|".repeat(columns.length));
    }

    void row(Object... cells) {
        StringBuilder line = new StringBuilder("|");
        for (Object cell : cells) {
            line.append(' ').append(cell).append(" |");
        }
        add(line.toString());
    }

    /** A sentence below a table. */
    void note(String sentence) {
        add("\n" + sentence);
    }

    /** What is going on, for whoever waits; not part of the report. */
    void progress(String words) {
        out.println("… " + words);
    }

    private void add(String line) {
        out.println(line);
        text.append(line).append('\n');
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
