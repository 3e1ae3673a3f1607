package dev.innkeeper.notification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Group;
import dev.innkeeper.common.People;
import dev.innkeeper.notification.NotificationProperties.Webhook;
import dev.innkeeper.notification.OutboxMessage.State;
import dev.innkeeper.support.InnkeeperTest;
import dev.innkeeper.support.TimeMachine;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/** What another system sees that is told of every notice. */
@InnkeeperTest
class WebhooksIT {

    private static final CaseNumber CASE = new CaseNumber("CMP-2026-000001");
    private static final String SECRET = "known to both sides";
    private static final int ATTEMPTS = 3;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);

    @Autowired private ApplicationContext service;
    @Autowired private TransactionTemplate transaction;
    @Autowired private TimeMachine time;
    @Autowired private ObjectMapper json;

    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final Deque<Integer> answers = new ArrayDeque<>();
    private HttpServer other;
    private AnnotationConfigApplicationContext telling;

    /** A request as it came over the wire. */
    private record Call(
            String method, String path, String type, String key, String signature, byte[] body) {}

    /** The same beans as in the service, with a webhook. */
    @EnableTransactionManagement
    static class WithWebhook {}

    @BeforeEach
    void startTheOtherSystem() throws IOException {
        other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        other.createContext("/", this::receive);
        other.start();
        telling = new AnnotationConfigApplicationContext();
        telling.setParent(service);
        telling.registerBean(
                "webhookProperties",
                NotificationProperties.class,
                () -> properties(new Webhook("crm", address("/notices"), SECRET)),
                bean -> bean.setPrimary(true));
        telling.register(WithWebhook.class, Outbox.class, WebhookChannel.class);
        telling.refresh();
    }

    @AfterEach
    void stop() {
        telling.close();
        other.stop(0);
    }

    @Test
    void theNoticeCarriesItsWordsInBothLanguagesAndASignatureOfItsBody() throws Exception {
        Instant before = time.now();
        tell();

        relay().empty();

        assertThat(calls).hasSize(1);
        Call call = calls.get(0);
        assertThat(call.method()).isEqualTo("POST");
        assertThat(call.path()).isEqualTo("/notices");
        assertThat(call.type()).isEqualTo("application/json");
        assertThat(call.signature()).isEqualTo("sha256=" + hmac(call.body(), SECRET));
        assertThat(call.signature()).isNotEqualTo("sha256=" + hmac(call.body(), "guessed"));
        JsonNode body = json.readTree(call.body());
        assertThat(body.path("case").asText()).isEqualTo(CASE.value());
        assertThat(body.path("kind").asText()).isEqualTo("test");
        assertThat(Instant.parse(body.path("at").asText())).isBetween(before, time.now());
        assertThat(body.path("args").path("guest").asText()).isEqualTo("王女士");
        assertThat(body.path("text").asText()).contains(CASE.value());
        assertThat(body.path("textZh").asText()).matches(".*\\p{IsHan}.*");
        assertThat(new String(call.body(), UTF_8)).doesNotContain(SECRET);
        assertThat(states()).containsExactly("SENT");
    }

    @Test
    void afterAFailureTheSameNoticeComesAgainUnderTheSameKey() {
        answers.add(500);
        tell();

        relay().empty();
        assertThat(relay().empty()).as("not before the pause is over").isZero();
        time.advance(FIRST_PAUSE);
        relay().empty();
        time.advance(Duration.ofHours(1));
        assertThat(relay().empty()).as("not once more after it was taken").isZero();

        assertThat(calls).hasSize(2);
        assertThat(calls.get(0).key()).isNotBlank().isEqualTo(calls.get(1).key());
        assertThat(calls.get(0).body()).isEqualTo(calls.get(1).body());
        assertThat(states()).containsExactly("SENT");
    }

    @Test
    void everyNoticeHasAKeyOfItsOwn() {
        tell();
        tell();

        relay().empty();

        assertThat(calls).hasSize(2).extracting(Call::key).doesNotHaveDuplicates();
    }

    @Test
    void aRedirectIsAFailureAndNotFollowed() {
        answers.add(307);
        tell();

        relay().empty();

        assertThat(calls).extracting(Call::path).containsExactly("/notices");
        assertThat(outbox().list(State.WAITING, 0, 10).items())
                .singleElement()
                .extracting(OutboxMessage::lastError)
                .asString()
                .contains("crm", "307");
    }

    @Test
    void isStuckAfterTheLastAttemptAndThenLeftAloneUntilSomebodyAsks() {
        answers.addAll(List.of(500, 404, 302));
        tell();
        for (int i = 0; i < ATTEMPTS; i++) {
            assertThat(relay().empty()).isEqualTo(1);
            time.advance(Duration.ofHours(1));
        }

        assertThat(relay().empty()).isZero();
        assertThat(calls).hasSize(ATTEMPTS).extracting(Call::key).containsOnly(calls.get(0).key());
        OutboxMessage stuck = outbox().list(State.STUCK, 0, 10).items().get(0);
        assertThat(stuck.attempts()).isEqualTo(ATTEMPTS);
        assertThat(stuck.receiver()).isEqualTo("crm");

        outbox().retry(stuck.id());
        relay().empty();
        assertThat(calls)
                .hasSize(ATTEMPTS + 1)
                .extracting(Call::key)
                .containsOnly(calls.get(0).key());
        assertThat(states()).containsExactly("SENT");
    }

    @Test
    void aSystemThatIsAwayGetsTheNoticeLater() throws IOException {
        int port = other.getAddress().getPort();
        other.stop(0);
        tell();
        relay().empty();
        assertThat(states()).containsExactly("WAITING");

        other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        other.createContext("/", this::receive);
        other.start();
        time.advance(FIRST_PAUSE);
        relay().empty();

        assertThat(calls).hasSize(1);
        assertThat(states()).containsExactly("SENT");
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            var headers = exchange.getRequestHeaders();
            calls.add(
                    new Call(
                            exchange.getRequestMethod(),
                            exchange.getRequestURI().getPath(),
                            headers.getFirst("Content-Type"),
                            headers.getFirst("Idempotency-Key"),
                            headers.getFirst("X-Innkeeper-Signature"),
                            exchange.getRequestBody().readAllBytes()));
            int answer = answers.isEmpty() ? 204 : answers.remove();
            if (answer / 100 == 3) {
                exchange.getResponseHeaders().add("Location", address("/elsewhere"));
            }
            exchange.sendResponseHeaders(answer, -1);
        }
    }

    private String address(String path) {
        return "http://127.0.0.1:" + other.getAddress().getPort() + path;
    }

    private static NotificationProperties properties(Webhook... hooks) {
        return new NotificationProperties(
                "innkeeper@hotel.example",
                "",
                Locale.ENGLISH,
                Duration.ofHours(1),
                FIRST_PAUSE,
                Duration.ofMinutes(1),
                ATTEMPTS,
                Duration.ofMinutes(5),
                Arrays.asList(hooks));
    }

    /** Does not wake the relay of the service, which has no webhook. */
    private void tell() {
        var notifications =
                new Notifications(
                        service.getBean(JdbcClient.class),
                        service.getBean(Clock.class),
                        outbox(),
                        service.getBean(NoticeArguments.class),
                        event -> {});
        transaction.executeWithoutResult(
                status ->
                        notifications.notify(
                                new Notice(
                                        CASE,
                                        "test",
                                        Map.of("guest", "王女士"),
                                        Set.of(Group.FINANCE),
                                        Set.of("lobby1"))));
    }

    private OutboxRelay relay() {
        return new OutboxRelay(
                outbox(),
                service.getBean(NotificationReader.class),
                service.getBean(People.class),
                List.of(telling.getBean(WebhookChannel.class)),
                telling.getBean(NotificationProperties.class));
    }

    private Outbox outbox() {
        return telling.getBean(Outbox.class);
    }

    private List<String> states() {
        return service.getBean(JdbcClient.class)
                .sql("SELECT state FROM outbox_message ORDER BY id")
                .query(String.class)
                .list();
    }

    private static String hmac(byte[] body, String secret) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(body));
    }
}
