package dev.innkeeper.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import dev.innkeeper.support.Api;
import dev.innkeeper.support.InnkeeperTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@InnkeeperTest
class NightlyRunApiIT {

    private static final String RUNS = "/api/nightly-runs";

    @LocalServerPort private int port;

    private Api as(String user) {
        return Api.at(port).as(user);
    }

    @Test
    void beforeTheFirstNightTheListIsEmpty() {
        Api.Answer list = as("auditor1").get(RUNS);

        assertThat(list.status()).isEqualTo(200);
        assertThat(list.at("items")).isEmpty();
    }

    @Test
    void aWorkThatIsNotThereIsRefused() {
        Api.Answer answer = as("finance1").post(RUNS, "{\"work\": \"no-such-work\"}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("field")).isEqualTo("work");
    }

    @Test
    void aDayInTheFutureIsRefused() {
        Api.Answer answer =
                as("finance1").post(RUNS, "{\"work\": \"any\", \"asOf\": \"2026-03-03\"}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("field")).isEqualTo("asOf");
    }

    @Test
    void aRunThatNeverBeganIsUnknown() {
        assertThat(as("finance1").get(RUNS + "/no-such-work/2026-03-02").status()).isEqualTo(404);
    }

    @Test
    void anAuditorReadsAndStartsNothing() {
        Api.Answer answer = as("auditor1").post(RUNS, "{\"work\": \"any\"}");

        assertThat(answer.status()).isEqualTo(403);
    }
}
