package dev.innkeeper.bench;

import dev.innkeeper.common.Actor;
import dev.innkeeper.common.Group;
import dev.innkeeper.common.Money;
import dev.innkeeper.creditreview.CreditCheckDesk;
import dev.innkeeper.customer.ReceivablesDesk;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;

/**
 * May this guest sign the bill? Asked over HTTP with sign-in, with 100,000 customers and 1,000,000
 * invoices in the database: how long an answer takes, what of it is sign-in, and what the two reads
 * and the record cost on a bare connection.
 */
final class CreditChecks {

    private static final int CUSTOMERS = 100_000;
    private static final int INVOICES_EACH = 10;
    private static final int BATCH = 400;
    private static final int WARM_UPS = 5;
    private static final int ROUNDS = 9;
    private static final int MANY = 200;
    private static final Pattern READ_OF_OURS =
            Pattern.compile(
                    "^SELECT .* FROM `?(customer|credit_account|invoice)\\b",
                    Pattern.CASE_INSENSITIVE);
    private static final Authentication PMS =
            UsernamePasswordAuthenticationToken.unauthenticated("pms", "pms-demo");
    private static final Actor LOBBY = new Actor("lobby1", Set.of(Group.LOBBY_SERVICE));
    private static final String BARE = "two reads and one insert on a bare connection";
    private static final String IN_PROCESS = "credit check in process";
    private static final String SIGN_IN = "sign-in in process";
    private static final String REFUSAL = "sign-in and refusal over HTTP (a bill of nothing)";
    private static final String OVER_REST = "credit check over HTTP";

    private final Server server;
    private final Innkeeper innkeeper;
    private final Report report;
    private final AtomicInteger asked = new AtomicInteger();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, List<double[]>> latencies = new LinkedHashMap<>();

    CreditChecks(Server server, Innkeeper innkeeper, Report report) {
        this.server = server;
        this.innkeeper = innkeeper;
        this.report = report;
    }

    void run() throws Exception {
        report.progress("entering 100,000 customers with 1,000,000 invoices");
        fill();
        report.table(
                "May this guest sign? (aim: over HTTP < 20 ms at the median)",
                "clients",
                "what",
                "median ms",
                "99 of 100 within ms",
                "answers/s",
                "median ratio");
        for (int clients : new int[] {1, 2}) {
            report.progress("credit checks of " + clients + " client(s)");
            measure(clients);
        }
        report.note(
                ROUNDS
                        + " rounds of "
                        + BATCH
                        + " each, all in turns, each of another customer of "
                        + "%,d with %,d invoices: median (lowest–highest) of the rounds."
                                .formatted(CUSTOMERS, CUSTOMERS * INVOICES_EACH));
        plans();
        figures();
    }

    private void measure(int clients) throws Exception {
        latencies.clear();
        CreditCheckDesk desk = innkeeper.part(CreditCheckDesk.class);
        AuthenticationProvider signIn = innkeeper.part(AuthenticationProvider.class);
        try (Bare bare = new Bare(clients)) {
            var measured =
                    new Rounds()
                            .with(BARE, () -> batch(BARE, clients, bare::ask))
                            .with(
                                    IN_PROCESS,
                                    () ->
                                            batch(
                                                    IN_PROCESS,
                                                    clients,
                                                    client ->
                                                            desk.check(
                                                                    next(),
                                                                    Money.of(300),
                                                                    "",
                                                                    LOBBY)))
                            .with(
                                    SIGN_IN,
                                    () ->
                                            batch(
                                                    SIGN_IN,
                                                    clients,
                                                    client -> signIn.authenticate(PMS)))
                            .with(REFUSAL, () -> batch(REFUSAL, clients, client -> post("0", 400)))
                            .with(
                                    OVER_REST,
                                    () -> batch(OVER_REST, clients, client -> post("300", 200)))
                            .measure(WARM_UPS, ROUNDS);
            double[] floor = medians(BARE);
            for (String name : measured.keySet()) {
                report.row(
                        clients,
                        name,
                        Spread.of(medians(name)),
                        Spread.of(at(name, 0.99)),
                        Spread.of(Rounds.perSecond(measured.get(name))),
                        Spread.ofRatios(medians(name), floor));
            }
        }
    }

    private interface Question {
        Object ask(int client) throws Exception;
    }

    private Rounds.Figures batch(String name, int clients, Question question) throws Exception {
        double[] millis = new double[BATCH];
        long began = System.nanoTime();
        var pool = Executors.newFixedThreadPool(clients);
        try {
            List<Callable<Object>> workers = new ArrayList<>();
            for (int client = 0; client < clients; client++) {
                int me = client;
                workers.add(
                        () -> {
                            for (int n = me; n < BATCH; n += clients) {
                                long start = System.nanoTime();
                                question.ask(me);
                                millis[n] = (System.nanoTime() - start) / 1e6;
                            }
                            return true;
                        });
            }
            for (Future<Object> worker : pool.invokeAll(workers)) {
                worker.get();
            }
        } finally {
            pool.shutdown();
        }
        latencies.computeIfAbsent(name, key -> new ArrayList<>()).add(millis);
        return new Rounds.Figures(BATCH * 1e9 / (System.nanoTime() - began), 0);
    }

    private double[] medians(String name) {
        return at(name, 0.5);
    }

    /** Round by round, the warm-ups left out: so much of all was not slower than this. */
    private double[] at(String name, double share) {
        List<double[]> all = latencies.get(name);
        return all.subList(all.size() - ROUNDS, all.size()).stream()
                .mapToDouble(
                        round -> {
                            double[] sorted = round.clone();
                            Arrays.sort(sorted);
                            return sorted[(int) Math.ceil(share * sorted.length) - 1];
                        })
                .toArray();
    }

    private String next() {
        // A step that shares no factor with their number visits all of them, far from each other.
        return id((int) (asked.incrementAndGet() * 61_803L % CUSTOMERS) + 1);
    }

    private static String id(int number) {
        return "BEN-%06d".formatted(number);
    }

    private Object post(String amount, int expected) throws Exception {
        HttpResponse<String> answer =
                http.send(
                        HttpRequest.newBuilder(
                                        URI.create(
                                                "http://127.0.0.1:"
                                                        + innkeeper.port()
                                                        + "/api/credit-checks"))
                                .header("Content-Type", "application/json")
                                .header(
                                        "Authorization",
                                        "Basic "
                                                + Base64.getEncoder()
                                                        .encodeToString("pms:pms-demo".getBytes()))
                                .POST(
                                        HttpRequest.BodyPublishers.ofString(
                                                "{\"customerId\":\"%s\",\"amount\":%s}"
                                                        .formatted(next(), amount)))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != expected) {
            throw new IllegalStateException(answer.statusCode() + ": " + answer.body());
        }
        return answer;
    }

    /** The least that an answer needs of the database, one connection for each client. */
    private final class Bare implements AutoCloseable {

        private final List<Connection> connections = new ArrayList<>();

        Bare(int clients) throws SQLException {
            for (int i = 0; i < clients; i++) {
                Connection connection = server.connect(Server.OURS);
                connection.setAutoCommit(false);
                connections.add(connection);
            }
        }

        Object ask(int client) throws SQLException {
            Connection connection = connections.get(client);
            String customer = next();
            try (var account =
                            connection.prepareStatement(
                                    "SELECT * FROM credit_account WHERE customer_id = ?");
                    var balance =
                            connection.prepareStatement(
                                    """
                                    SELECT SUM(open_amount), MAX(DATEDIFF(CURDATE(), due_on))
                                    FROM invoice WHERE customer_id = ? AND settled_on IS NULL
                                    """);
                    var record =
                            connection.prepareStatement(
                                    """
                                    INSERT INTO decision
                                        (id, case_number, name, headline, release_id, decided_at,
                                         micros, facts, result, fired)
                                    VALUES (?, ?, 'bare', '', '', NOW(3), 0, '{}', '{}', '[]')
                                    """)) {
                account.setString(1, customer);
                account.executeQuery().close();
                balance.setString(1, customer);
                balance.executeQuery().close();
                record.setString(1, UUID.randomUUID().toString());
                record.setString(2, customer);
                record.executeUpdate();
                connection.commit();
            }
            return customer;
        }

        @Override
        public void close() throws SQLException {
            for (Connection connection : connections) {
                connection.close();
            }
        }
    }

    /** What the database does for one answer: every statement as it came, and how it is planned. */
    private void plans() throws Exception {
        try (Connection watching = server.watch();
                var watch = watching.createStatement()) {
            watch.execute("SET GLOBAL log_output = 'TABLE'");
            watch.execute("TRUNCATE mysql.general_log");
            watch.execute("SET GLOBAL general_log = ON");
            post("300", 200);
            watch.execute("SET GLOBAL general_log = OFF");
            List<String> statements = new ArrayList<>();
            try (var log =
                    watch.executeQuery(
                            """
                            SELECT CONVERT(argument USING utf8mb4) FROM mysql.general_log
                            WHERE command_type IN ('Execute', 'Query') AND user_host LIKE 'bench%'
                            ORDER BY event_time\
                            """)) {
                while (log.next()) {
                    statements.add(log.getString(1).replaceAll("\\s+", " ").strip());
                }
            }
            report.table(
                    "What the database does for one answer (sign-in included: "
                            + statements.size()
                            + " statements)",
                    "statement",
                    "table",
                    "access",
                    "key",
                    "rows",
                    "besides");
            for (String statement : statements) {
                plan(watch, statement);
            }
        }
    }

    /** The log says what was asked, not with which values: these are of the kind that was. */
    private void plan(Statement watch, String statement) throws SQLException {
        String shown = statement.length() > 90 ? statement.substring(0, 90) + "…" : statement;
        String asked =
                statement
                        .replaceAll("(customer_id`?|\\bid) = \\?", "$1 = '" + next() + "'")
                        .replace("?", "CURDATE()");
        if (!READ_OF_OURS.matcher(asked).find()) {
            report.row("`" + shown + "`", "", "", "", "", "");
            return;
        }
        try (var plan = watch.executeQuery("EXPLAIN " + asked)) {
            while (plan.next()) {
                report.row(
                        "`" + shown + "`",
                        plan.getString("table"),
                        plan.getString("type"),
                        plan.getString("key"),
                        plan.getString("rows"),
                        plan.getString("Extra"));
            }
        }
    }

    /** What the figures of twelve months cost, which reviews and grades read. */
    private void figures() {
        ReceivablesDesk receivables = innkeeper.part(ReceivablesDesk.class);
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        double[] one = new double[MANY];
        for (int n = 0; n < MANY; n++) {
            one[n] = millis(() -> receivables.read(next(), today));
        }
        double[] many = new double[ROUNDS];
        for (int n = 0; n < ROUNDS; n++) {
            int from = n * MANY;
            List<String> page =
                    IntStream.range(from, from + MANY).mapToObj(each -> id(each + 1)).toList();
            many[n] = millis(() -> receivables.read(page, today)) / MANY;
        }
        report.table("What the figures of twelve months cost", "what", "ms for each customer");
        report.row("one customer, one query", Spread.of(one));
        report.row(MANY + " customers, one query", Spread.of(many));
    }

    private static double millis(Runnable work) {
        long began = System.nanoTime();
        work.run();
        return (System.nanoTime() - began) / 1e6;
    }

    /** Two years of bills: most are paid, some of them late, the last ones are open. */
    private void fill() throws SQLException {
        try (Connection connection = server.connect(Server.OURS);
                var sql = connection.createStatement()) {
            sql.execute(
                    """
                    INSERT INTO customer (id, version, contact_name, contact_company,
                        contact_phone, tier, first_seen_at, complaints, open_complaints)
                    SELECT CONCAT('BEN-', LPAD(seq, 6, '0')), 0, CONCAT('Guest ', seq),
                        CONCAT('Company ', seq), CONCAT('1', LPAD(seq, 10, '0')),
                        'PROMISING_SMALL', NOW(3), 0, 0
                    FROM seq_1_to_%d\
                    """
                            .formatted(CUSTOMERS));
            sql.execute(
                    """
                    INSERT INTO credit_account (customer_id, tier, score, band, credit_limit,
                        term_days, cash_only, hold, hold_reason, next_review_on, use_raised,
                        version)
                    SELECT CONCAT('BEN-', LPAD(seq, 6, '0')), 'PROMISING_SMALL', 50 + seq %% 50,
                        'GOOD', 500 + seq %% 20000, 30, seq %% 50 = 0, seq %% 100 = 1, '',
                        CURDATE() + INTERVAL seq %% 180 DAY, FALSE, 1
                    FROM seq_1_to_%d\
                    """
                            .formatted(CUSTOMERS));
            sql.execute(
                    """
                    INSERT INTO invoice (number, customer_id, issued_on, due_on, amount,
                        open_amount, settled_on, disputed, imported, entered_at)
                    SELECT CONCAT('BEN-', c, '-', n), CONCAT('BEN-', LPAD(c, 6, '0')), issued,
                        issued + INTERVAL 30 DAY, amount, IF(paid, 0, amount),
                        IF(paid, issued + INTERVAL 20 + c %% 25 DAY, NULL), c %% 97 = 0, FALSE,
                        NOW(3)
                    FROM (SELECT c.seq AS c, n.seq AS n,
                            CURDATE() - INTERVAL (n.seq - 1) * 66 + c.seq %% 30 DAY AS issued,
                            100 + c.seq * n.seq %% 3000 AS amount,
                            n.seq > 2 OR n.seq = 2 AND c.seq %% 4 > 0 AS paid
                          FROM seq_1_to_%d c JOIN seq_1_to_%d n) bill\
                    """
                            .formatted(CUSTOMERS, INVOICES_EACH));
            sql.execute(
                    """
                    INSERT INTO payment (external_id, invoice_id, customer_id, paid_on, amount,
                        entered_at)
                    SELECT CONCAT('BEN-', id), id, customer_id, settled_on, amount, NOW(3)
                    FROM invoice WHERE settled_on IS NOT NULL\
                    """);
            sql.execute("ANALYZE TABLE customer, credit_account, invoice, payment");
        }
    }
}
