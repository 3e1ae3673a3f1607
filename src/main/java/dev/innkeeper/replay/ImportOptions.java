package dev.innkeeper.replay;

import java.net.URI;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the command is told.
 *
 * @param kind what the rows are, such as {@code INVOICES}
 * @param file the rows
 * @param charset the encoding of the file, null to find out
 * @param service the running service
 * @param dates how the file writes days: ISO or M/D/YYYY
 * @param system the system whose ids the customers have, or null
 * @param ignore names of columns to pass over, or null
 */
record ImportOptions(
        String kind,
        Path file,
        @Nullable Charset charset,
        Service service,
        String dates,
        @Nullable String system,
        @Nullable String ignore) {

    static final String USAGE =
            """
            Imports a CSV file of any length into a running Innkeeper.

              import customers FILE …
              import stays FILE …
              import invoices FILE …
              import payments FILE …
                  columns by name, in any order, as POST /api/imports takes them

            All take
              --dates ISO                   how the file writes days: ISO or M/D/YYYY
              --system opera                the system whose ids the customers have, where customers
                                            of several are told apart
              --ignore Region,Segment       columns to pass over
              --url http://localhost:8080   the address of the service
              --user pms --password …       else the variable INNKEEPER_PASSWORD, else that of the
                                            demo user
              --charset UTF-8               else found out: UTF-8, UTF-16 with a byte order mark, or
                                            GB18030

            The file is sent whole and read by the service, also where this command ends before.
            Sending the same file again takes nothing twice.
            """;

    private static final List<String> KINDS = List.of("customers", "stays", "invoices", "payments");

    static ImportOptions of(String... arguments) {
        Deque<String> rest = new ArrayDeque<>(Arrays.asList(arguments));
        String kind = rest.poll();
        if (kind == null || !KINDS.contains(kind)) {
            throw new IllegalArgumentException(
                    "Say first what the rows are: " + String.join(", ", KINDS));
        }
        Path file = null;
        Charset charset = null;
        URI address = URI.create("http://localhost:8080");
        String user = "pms";
        String password = System.getenv("INNKEEPER_PASSWORD");
        String dates = "ISO";
        String system = null;
        String ignore = null;
        while (!rest.isEmpty()) {
            String option = rest.pop();
            switch (option) {
                case "--charset" -> charset = Encoding.named(Options.value(option, rest));
                case "--url" -> address = Service.address(Options.value(option, rest));
                case "--user" -> user = Options.value(option, rest);
                case "--password" -> password = Options.value(option, rest);
                case "--dates" -> dates = Options.value(option, rest);
                case "--system" -> system = Options.value(option, rest);
                case "--ignore" -> ignore = Options.value(option, rest);
                default -> {
                    if (option.startsWith("-") || file != null) {
                        throw Options.unknown(option);
                    }
                    file = Path.of(option);
                }
            }
        }
        if (file == null) {
            throw new IllegalArgumentException("Name the file with the rows");
        }
        return new ImportOptions(
                kind.toUpperCase(Locale.ROOT),
                file,
                charset,
                Service.of(address, user, password),
                dates,
                system,
                ignore);
    }
}
