package dev.innkeeper.replay;

import java.net.URI;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * What the command is told.
 *
 * @param kind what is in the file
 * @param file the rows
 * @param charset the encoding of the file, null to find out
 * @param service the running service, and who sends the rows
 * @param batch rows in one request
 * @param out where to write what became of each row, or null
 */
record Options(
        Kind kind,
        Path file,
        @Nullable Charset charset,
        Service service,
        int batch,
        @Nullable Path out) {

    static final String USAGE =
            """
            Sends a CSV file through the API of a running Innkeeper.

              replay FILE [--channel WEB] …
                  complaints, which start as if they came now; columns by name, in any order: text
                  (needed), id, channel, receivedAt, category, name, phone, … as
                  POST /api/complaints/batch takes them
              replay deals FILE [--accounts accounts.csv] [--teams teams.csv] [--dates M/D/YYYY]
                                [--stages Prospecting=LEAD,Engaging=QUALIFIED,Won=WON,Lost=LOST] …
                  deals of the past, with the dates that they have; columns as
                  POST /api/deals/import takes them: opportunity_id, sales_agent, product, account,
                  deal_stage, engage_date, close_date, close_value. The accounts give the sector of
                  each account, the teams the manager of each sales_agent.

            Both take
              --url http://localhost:8080   the address of the service
              --user pms --password …       else the variable INNKEEPER_PASSWORD, else that of the
                                            demo user
              --batch 50                    rows in one request (deals: 200)
              --charset UTF-8               else found out: UTF-8, UTF-16 with a byte order mark, or
                                            GB18030
              --out results.csv             a file that gets the case number of each row and what is
                                            known of it

            Sending the same file again takes nothing twice.
            """;

    private static final String DEALS = "deals";

    static final int LARGEST_BATCH = 1000;

    static Options of(String... arguments) {
        Deque<String> rest = new ArrayDeque<>(Arrays.asList(arguments));
        boolean deals = DEALS.equals(rest.peek());
        if (deals) {
            rest.pop();
        }
        Path file = null;
        Charset charset = null;
        URI address = URI.create("http://localhost:8080");
        String user = "pms";
        String password = System.getenv("INNKEEPER_PASSWORD");
        int batch = deals ? 200 : 50;
        String channel = "WEB";
        Path accounts = null;
        Path teams = null;
        String dates = Deals.DATES;
        String stages = Deals.STAGES;
        Path out = null;
        while (!rest.isEmpty()) {
            String option = rest.pop();
            switch (option) {
                case "--file" -> file = Path.of(value(option, rest));
                case "--charset" -> charset = Encoding.named(value(option, rest));
                case "--url" -> address = Service.address(value(option, rest));
                case "--user" -> user = value(option, rest);
                case "--password" -> password = value(option, rest);
                case "--batch" -> batch = number(option, value(option, rest));
                case "--out" -> out = Path.of(value(option, rest));
                case "--channel" -> channel = value(option, only(!deals, option, rest));
                case "--accounts" -> accounts = Path.of(value(option, only(deals, option, rest)));
                case "--teams" -> teams = Path.of(value(option, only(deals, option, rest)));
                case "--dates" -> dates = value(option, only(deals, option, rest));
                case "--stages" -> stages = value(option, only(deals, option, rest));
                default -> {
                    if (option.startsWith("-") || file != null) {
                        throw unknown(option);
                    }
                    file = Path.of(option);
                }
            }
        }
        if (file == null) {
            throw new IllegalArgumentException("Name the file with the rows");
        }
        return new Options(
                deals ? new Deals(accounts, teams, dates, stages) : new Complaints(channel),
                file,
                charset,
                Service.of(address, user, password),
                batch,
                out);
    }

    /** The rest, where this kind of file has the option. */
    private static Deque<String> only(boolean has, String option, Deque<String> rest) {
        if (!has) {
            throw unknown(option);
        }
        return rest;
    }

    static IllegalArgumentException unknown(String option) {
        return new IllegalArgumentException("There is no option " + option);
    }

    static String value(String option, Deque<String> rest) {
        if (rest.isEmpty()) {
            throw new IllegalArgumentException("The option " + option + " needs a value");
        }
        return rest.pop();
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
