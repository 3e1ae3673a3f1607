package dev.innkeeper.replay;

import java.net.URI;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the command is told.
 *
 * @param file the complaints
 * @param charset the encoding of the file, null to find out
 * @param service the address of the running service
 * @param user who sends them
 * @param batch rows in one request
 * @param channel the channel of rows that name none
 * @param out where to write what became of each row, or null
 */
record Options(
        Path file,
        @Nullable Charset charset,
        URI service,
        String user,
        String password,
        int batch,
        String channel,
        @Nullable Path out) {

    static final String USAGE =
            """
            Sends a CSV file of complaints through the API of a running Innkeeper.

              replay FILE [--url http://localhost:8080] [--user pms] [--password …]
                          [--batch 50] [--channel WEB] [--charset UTF-8] [--out results.csv]

            FILE      columns by name, in any order: text (needed), id, channel, receivedAt, category,
                      name, phone, … as POST /api/complaints/batch takes them
            password  else the variable INNKEEPER_PASSWORD, else that of the demo user
            charset   else found out: UTF-8, UTF-16 with a byte order mark, or GB18030
            out       a CSV file that gets the case number, category, severity and department of each
                      row

            Sending the same file again starts nothing twice.
            """;

    static final int LARGEST_BATCH = 1000;

    static Options of(String... arguments) {
        Deque<String> rest = new ArrayDeque<>(Arrays.asList(arguments));
        Path file = null;
        Charset charset = null;
        URI service = URI.create("http://localhost:8080");
        String user = "pms";
        String password = System.getenv("INNKEEPER_PASSWORD");
        int batch = 50;
        String channel = "WEB";
        Path out = null;
        while (!rest.isEmpty()) {
            String option = rest.pop();
            switch (option) {
                case "--file" -> file = Path.of(value(option, rest));
                case "--charset" -> charset = charset(value(option, rest));
                case "--url" -> service = address(value(option, rest));
                case "--user" -> user = value(option, rest);
                case "--password" -> password = value(option, rest);
                case "--batch" -> batch = number(option, value(option, rest));
                case "--channel" -> channel = value(option, rest);
                case "--out" -> out = Path.of(value(option, rest));
                default -> {
                    if (option.startsWith("-") || file != null) {
                        throw new IllegalArgumentException("There is no option " + option);
                    }
                    file = Path.of(option);
                }
            }
        }
        if (file == null) {
            throw new IllegalArgumentException("Name the file with the complaints");
        }
        return new Options(
                file,
                charset,
                service,
                user,
                Objects.requireNonNullElse(password, user + "-demo"),
                batch,
                channel,
                out);
    }

    private static String value(String option, Deque<String> rest) {
        if (rest.isEmpty()) {
            throw new IllegalArgumentException("The option " + option + " needs a value");
        }
        return rest.pop();
    }

    private static Charset charset(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException("There is no encoding " + name, unknown);
        }
    }

    private static URI address(String text) {
        String plain = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
        URI address = URI.create(plain);
        if (address.getHost() == null) {
            throw new IllegalArgumentException(
                    "The address is to be like http://localhost:8080, not " + text);
        }
        return address;
    }

    private static int number(String option, String text) {
        try {
            int number = Integer.parseInt(text);
            if (number >= 1 && number <= LARGEST_BATCH) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // Said below together with what is out of range.
        }
        throw new IllegalArgumentException(
                option + " takes a number from 1 to " + LARGEST_BATCH + ", not " + text);
    }
}
