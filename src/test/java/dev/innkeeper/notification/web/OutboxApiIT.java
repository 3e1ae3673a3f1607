package dev.innkeeper.notification.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.innkeeper.common.Utc;
import dev.innkeeper.support.Api;
import dev.innkeeper.support.InnkeeperTest;
import dev.innkeeper.support.TimeMachine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an administrator sees of the messages that leave the service, and does about them. */
@InnkeeperTest
class OutboxApiIT {

    private static final String OUTBOX = "/api/notifications/outbox";

    @Autowired private JdbcClient database;
    @Autowired private TimeMachine time;
    @LocalServerPort private int port;

    private Api admin;
    private Instant now;
    private long stuck;
    private long waiting;

    @BeforeEach
    void threeMessagesAreStuckOneWaitsAndOneHasLeft() {
        admin = Api.at(port).as("admin");
        now = time.now();
        waiting = message("WAITING", 1, now.minusSeconds(90));
        stuck = message("STUCK", 12, now.minus(Duration.ofHours(5)));
        message("STUCK", 12, now.minus(Duration.ofHours(4)));
        message("STUCK", 12, now.minus(Duration.ofHours(3)));
        message("SENT", 1, now.minus(Duration.ofHours(2)));
    }

    @Test
    void showsFirstWhatIsStuckTheOldestOnTop() {
        Api.Answer answer = admin.get(OUTBOX);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("stuck").asInt()).isEqualTo(3);
        assertThat(answer.at("waiting").asInt()).isEqualTo(1);
        assertThat(answer.at("lagSeconds").asLong())
                .isBetween(90L, Duration.between(now.minusSeconds(90), time.now()).toSeconds());
        JsonNode oldest = answer.at("messages.items.0");
        assertThat(answer.at("messages.total").asInt()).isEqualTo(3);
        assertThat(oldest.path("id").asLong()).isEqualTo(stuck);
        assertThat(oldest.path("state").asText()).isEqualTo("STUCK");
        assertThat(oldest.path("channel").asText()).isEqualTo("MAIL");
        assertThat(oldest.path("receiver").asText()).isEqualTo("lobby1");
        assertThat(oldest.path("attempts").asInt()).isEqualTo(12);
        assertThat(oldest.path("lastError").asText()).isEqualTo("mailbox full");
        assertThat(Instant.parse(oldest.path("createdAt").asText()))
                .isEqualTo(now.minus(Duration.ofHours(5)));
    }

    @ParameterizedTest
    @CsvSource({"WAITING, 1", "SENT, 1", "STUCK, 3", "SKIPPED, 0", "SPREAD, 0"})
    void listsTheMessagesInAState(String state, int number) {
        Api.Answer answer = admin.get(OUTBOX + "?state=" + state);

        assertThat(answer.at("messages.total").asInt()).isEqualTo(number);
        assertThat(answer.at("messages.items")).hasSize(number);
        assertThat(answer.at("messages.items").findValuesAsText("state")).allMatch(state::equals);
    }

    @Test
    void leadsFromPageToPage() {
        List<String> seen = new ArrayList<>();
        int pages = 0;
        for (String next = OUTBOX + "?size=2"; !next.isEmpty(); pages++) {
            Api.Answer page = admin.get(next);
            seen.addAll(page.at("messages.items").findValuesAsText("id"));
            next = page.text("messages.next");
        }

        assertThat(pages).isEqualTo(2);
        assertThat(seen).hasSize(3).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({
        "state=LOST, state",
        "state=stuck, state",
        "size=0, size",
        "size=201, size",
        "size=many, size",
        "page=-1, page",
        "limit=10, limit"
    })
    void saysWhichParameterIsWrong(String query, String field) {
        Api.Answer answer = admin.get(OUTBOX + "?" + query);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.text("field")).isEqualTo(field);
        assertThat(answer.text("remedy")).isNotBlank();
    }

    @Test
    void aStuckMessageIsSentAgainAsIfItWereNew() {
        assertThat(retry(stuck).status()).isEqualTo(204);

        Api.Answer waits = admin.get(OUTBOX + "?state=WAITING");
        assertThat(waits.at("messages.items").findValuesAsText("id"))
                .containsExactlyInAnyOrder(String.valueOf(stuck), String.valueOf(waiting));
        assertThat(waits.at("messages.items.0.attempts").asInt()).isZero();
        assertThat(Instant.parse(waits.text("messages.items.0.dueAt"))).isBetween(now, time.now());
        assertThat(waits.at("stuck").asInt()).isEqualTo(2);
    }

    @Test
    void aMessageThatIsNotStuckIsLeftAsItIs() {
        for (long id : List.of(waiting, message("SENT", 1, now))) {
            Api.Answer refusal = retry(id);
            assertThat(refusal.status()).isEqualTo(409);
            assertThat(refusal.text("detail")).isEqualTo("Message " + id + " is not stuck.");
            assertThat(refusal.text("remedy")).isNotBlank();
        }
        retry(stuck);
        assertThat(retry(stuck).status()).isEqualTo(409);
    }

    @Test
    void anUnknownMessageIsNotFound() {
        Api.Answer unknown = retry(987_654_321);
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.text("field")).isEqualTo("id");

        Api.Answer chinese =
                admin.with("Accept-Language", "zh-CN").post(OUTBOX + "/987654321/retry", "");
        assertThat(chinese.text("detail")).isEqualTo("发件箱中没有消息 987654321。");
        assertThat(admin.post(OUTBOX + "/first/retry", "").status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lobby1",
                "supervisor1",
                "manager1",
                "gm1",
                "auditor1",
                "editor1",
                "approver1",
                "pms"
            })
    void nobodyButAnAdministratorSeesOrSendsThem(String user) {
        Api other = Api.at(port).as(user);

        assertThat(other.get(OUTBOX).status()).isEqualTo(403);
        assertThat(other.post(OUTBOX + "/" + stuck + "/retry", "").status()).isEqualTo(403);
        assertThat(Api.at(port).get(OUTBOX).status()).isEqualTo(401);
        assertThat(Api.at(port).post(OUTBOX + "/" + stuck + "/retry", "").status()).isEqualTo(401);
        assertThat(admin.get(OUTBOX).at("stuck").asInt()).isEqualTo(3);
    }

    private Api.Answer retry(long id) {
        return admin.post(OUTBOX + "/" + id + "/retry", "");
    }

    /** A message as the relay leaves it in this state. */
    private long message(String state, int attempts, Instant at) {
        database.sql(
                        """
                        INSERT INTO notification (case_number, kind, args, created_at)
                        VALUES ('CMP-2026-000001', 'test', '{}', ?)\
                        """)
                .param(Utc.of(at))
                .update();
        database.sql(
                        """
                        INSERT INTO outbox_message
                            (notification_id, channel, receiver_kind, receiver, state, attempts,
                             due_at, last_error, created_at)
                        SELECT MAX(id), 'MAIL', 'USER', 'lobby1', ?, ?, ?, 'mailbox full', ?
                        FROM notification\
                        """)
                .params(state, attempts, Utc.of(at), Utc.of(at))
                .update();
        return database.sql("SELECT MAX(id) FROM outbox_message").query(Long.class).single();
    }
}
