package dev.innkeeper.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.innkeeper.support.Api;
import dev.innkeeper.support.FailingWrites;
import dev.innkeeper.support.InnkeeperTest;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What callers of the running service are told while its database is away. */
@InnkeeperTest
class BusyServiceIT {

    private static final String COMPLAINT =
            "{\"channel\": \"WEB\", \"text\": \"The room was dirty\"}";

    @Autowired private FailingWrites database;
    @LocalServerPort private int port;

    @AfterEach
    void bringTheDatabaseBack() {
        database.stop();
    }

    @Test
    void asksCallersToComeAgainAndServesThemThen() {
        var pms = Api.at(port).as("pms");
        database.takeDatabaseAway();

        for (var answer :
                List.of(
                        pms.get("/api/notifications"),
                        pms.with("Idempotency-Key", "busy-1").post("/api/complaints", COMPLAINT),
                        pms.get("/engine-rest/task"))) {
            assertThat(answer.status()).as(answer.toString()).isEqualTo(503);
            assertThat(Integer.parseInt(answer.header("Retry-After"))).isPositive();
            assertThat(answer.text("remedy")).isNotBlank();
            assertThat(answer.toString()).doesNotContain("told to be away");
        }
        assertThat(Api.at(port).get("/api/notifications").status())
                .as("somebody who does not sign in at all")
                .isEqualTo(401);

        database.stop();

        assertThat(
                        pms.with("Idempotency-Key", "busy-1")
                                .post("/api/complaints", COMPLAINT)
                                .status())
                .isEqualTo(201);
    }
}
