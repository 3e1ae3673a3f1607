package dev.innkeeper.complaint.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.innkeeper.support.Api;
import dev.innkeeper.support.InnkeeperTest;
import dev.innkeeper.support.RowCounts;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** A request that is sent again, at once or later, by whomever. */
@InnkeeperTest
class IdempotencyIT {

    private static final String COMPLAINTS = "/api/complaints";
    private static final String BODY =
            "{\"channel\":\"WEB\",\"text\":\"The lift is stuck again.\"}";
    private static final String KEY = "Idempotency-Key";
    private static final String NAMED =
            "{\"externalId\":\"R-1\",\"channel\":\"WEB\",\"text\":\"The lift is stuck again.\"}";

    @Autowired private JdbcTemplate jdbc;
    @LocalServerPort private int port;
    private Api pms;

    @BeforeEach
    void caller() {
        pms = Api.at(port).as("pms");
    }

    private int complaints() {
        return jdbc.queryForObject("SELECT COUNT(*) FROM complaint", Integer.class);
    }

    @Test
    void startsOnceUnderAKeyAndRepeatsTheFirstAnswer() {
        var first = pms.with(KEY, "k1").post(COMPLAINTS, BODY);
        assertThat(first.status()).as(first.toString()).isEqualTo(201);
        var rows = RowCounts.of(jdbc);
        var second = pms.with(KEY, "k1").post(COMPLAINTS, BODY.replace(",", " ,\n "));
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(RowCounts.of(jdbc)).isEqualTo(rows);
    }

    @Test
    void takesTheExternalIdForAKey() {
        var first = pms.post(COMPLAINTS, NAMED);
        assertThat(first.status()).as(first.toString()).isEqualTo(201);
        var again = pms.post(COMPLAINTS, NAMED);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        var other = pms.with(KEY, "another").post(COMPLAINTS, NAMED);
        assertThat(other.status()).isEqualTo(200);
        assertThat(other.text("number")).isEqualTo(first.text("number"));
        assertThat(complaints()).isEqualTo(1);
    }

    @Test
    void refusesAnotherBodyUnderAUsedKey() {
        pms.with(KEY, "k1").post(COMPLAINTS, BODY);
        var rows = RowCounts.of(jdbc);
        var other = pms.with(KEY, "k1").post(COMPLAINTS, BODY.replace("lift", "door"));
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.text("field")).isEqualTo(KEY);
        assertThat(other.text("remedy")).isNotBlank();
        pms.post(COMPLAINTS, NAMED);
        rows = RowCounts.of(jdbc);
        var another = pms.post(COMPLAINTS, NAMED.replace("lift", "door"));
        assertThat(another.status()).isEqualTo(422);
        assertThat(another.text("field")).isEqualTo("externalId");
        assertThat(RowCounts.of(jdbc)).isEqualTo(rows);
    }

    @Test
    void keepsTheKeysOfCallersApart() {
        var one = pms.with(KEY, "k1").post(COMPLAINTS, BODY);
        var other = Api.at(port).as("lobby1").with(KEY, "k1").post(COMPLAINTS, BODY);
        assertThat(other.status()).as(other.toString()).isEqualTo(201);
        assertThat(other.text("number")).isNotEqualTo(one.text("number"));
    }

    @Test
    void leavesAKeyFreeWhoseRequestFailed() {
        var unknown = NAMED.replace("\"channel\"", "\"customerId\":\"CUS-999999\",\"channel\"");
        var failed = pms.with(KEY, "k1").post(COMPLAINTS, unknown);
        assertThat(failed.status()).as(failed.toString()).isBetween(400, 422);
        assertThat(pms.with(KEY, "k1").post(COMPLAINTS, NAMED).status()).isEqualTo(201);
    }

    @Test
    void runsOneOfManyAtTheSameMoment() throws InterruptedException, ExecutionException {
        int callers = 8;
        var go = new CountDownLatch(1);
        var pool = Executors.newFixedThreadPool(callers);
        List<Future<Api.Answer>> answers = new ArrayList<>();
        for (int n = 0; n < callers; n++) {
            Callable<Api.Answer> call =
                    () -> {
                        go.await();
                        return pms.with(KEY, "k1").post(COMPLAINTS, NAMED);
                    };
            answers.add(pool.submit(call));
        }
        go.countDown();
        List<Integer> statuses = new ArrayList<>();
        List<String> numbers = new ArrayList<>();
        for (var answer : answers) {
            statuses.add(answer.get().status());
            numbers.add(answer.get().text("number"));
        }
        pool.shutdown();
        assertThat(statuses).containsOnlyOnce(201).containsOnly(200, 201);
        assertThat(numbers).containsOnly(numbers.get(0));
        assertThat(complaints()).isEqualTo(1);
    }

    @Test
    void startsManyAtTheSameMomentUnderTheirOwnKeys()
            throws InterruptedException, ExecutionException {
        int callers = 8;
        var pool = Executors.newFixedThreadPool(callers);
        List<Future<Api.Answer>> answers = new ArrayList<>();
        for (int n = 0; n < callers; n++) {
            var key = "k" + n;
            answers.add(
                    pool.submit(
                            () ->
                                    pms.with(KEY, key)
                                            .post(
                                                    COMPLAINTS,
                                                    BODY.replace(
                                                            "}",
                                                            ",\"category\":\"NOISE\",\"guest\":{\"phone\":\"13800138000\"}}"))));
        }
        for (var answer : answers) {
            assertThat(answer.get().status()).as(answer.get().toString()).isEqualTo(201);
        }
        pool.shutdown();
        assertThat(complaints()).isEqualTo(callers);
        assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM customer", Integer.class))
                .isEqualTo(1);
    }

    @Test
    void notesAMessageOnceUnderAKey() {
        var number = pms.post(COMPLAINTS, BODY).text("number");
        var messages = COMPLAINTS + "/" + number + "/messages";
        var body = "{\"channel\":\"EMAIL\",\"text\":\"Any news?\"}";
        assertThat(pms.with(KEY, "m1").post(messages, body).status()).isEqualTo(200);
        assertThat(pms.with(KEY, "m1").post(messages, body).status()).isEqualTo(200);
        assertThat(Api.at(port).as("lobby1").get(COMPLAINTS + "/" + number).at("messages"))
                .hasSize(1);
        var elsewhere = pms.post(COMPLAINTS, BODY.replace("lift", "door")).text("number");
        assertThat(
                        pms.with(KEY, "m1")
                                .post(COMPLAINTS + "/" + elsewhere + "/messages", body)
                                .status())
                .isEqualTo(422);
    }
}
