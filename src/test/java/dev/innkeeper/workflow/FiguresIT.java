package dev.innkeeper.workflow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.innkeeper.common.Utc;
import dev.innkeeper.support.Api;
import dev.innkeeper.support.InnkeeperTest;
import dev.innkeeper.support.TimeMachine;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a monitoring system reads at {@code /actuator/prometheus}. */
@InnkeeperTest
class FiguresIT {

    private static final String STARTED =
            "innkeeper_cases_started_total{process=\"complaint-handling\"}";
    private static final String GRADED =
            "innkeeper_decisions_seconds_count{decision=\"complaint/grading\",";
    private static final String GRADING_TIME =
            "innkeeper_decisions_seconds_sum{decision=\"complaint/grading\",";

    @Autowired private TaskFigures tasks;
    @Autowired private TimeMachine time;
    @Autowired private JdbcClient database;
    @LocalServerPort private int port;

    @Test
    void aStartedCaseIsCountedWithItsDecisions() {
        double started = read(STARTED);
        double gravest = read(GRADED + "outcome=\"S1\"}");
        double graded = read(GRADED);
        double spent = read(GRADING_TIME);

        start("着火了！房间里有烟，客人受伤送医院");

        assertThat(read(STARTED)).isEqualTo(started + 1);
        assertThat(read(GRADED + "outcome=\"S1\"}")).isEqualTo(gravest + 1);
        assertThat(read(GRADED)).isEqualTo(graded + 1);
        assertThat(read(GRADING_TIME)).isGreaterThan(spent);
    }

    @Test
    void aRefusedCaseIsNotCounted() {
        double started = read(STARTED);

        assertThat(Api.at(port).as("pms").post("/api/complaints", "{}").status()).isEqualTo(400);

        assertThat(read(STARTED)).isEqualTo(started);
    }

    @Test
    void openAndOverdueTasksAreCounted() {
        tasks.count();
        assertThat(read("innkeeper_tasks_open")).isZero();

        start("The air conditioner has been broken for two days");
        time.runDueJobs();
        tasks.count();
        double open = read("innkeeper_tasks_open");
        assertThat(open).isEqualTo(rows("SELECT COUNT(*) FROM ACT_RU_TASK")).isPositive();
        assertThat(read("innkeeper_tasks_overdue")).isZero();

        time.advance(Duration.ofDays(10));
        tasks.count();
        assertThat(read("innkeeper_tasks_overdue")).isPositive();
    }

    @Test
    void theAgeOfTheOldestMessageIsShown() {
        assertThat(read("innkeeper_outbox_lag_seconds")).isZero();
        Instant written = time.now();

        database.sql(
                        """
                        INSERT INTO notification (id, case_number, kind, args, created_at)
                        VALUES (1, 'CMP-2026-000001', 'test', '{}', :at)\
                        """)
                .param("at", Utc.of(written))
                .update();
        database.sql(
                        """
                        INSERT INTO outbox_message
                            (notification_id, channel, receiver_kind, receiver, state, due_at, created_at)
                        VALUES (1, 'MAIL', 'USER', 'lobby1', 'WAITING', :at, :at),
                               (1, 'MAIL', 'USER', 'lobby2', 'STUCK', :at, :at)\
                        """)
                .param("at", Utc.of(written))
                .update();
        time.advance(Duration.ofSeconds(45));

        assertThat(read("innkeeper_outbox_lag_seconds"))
                .isBetween(45.0, Duration.between(written, time.now()).toMillis() / 1000.0);
        assertThat(read("innkeeper_outbox_messages{state=\"WAITING\"}")).isEqualTo(1);
        assertThat(read("innkeeper_outbox_messages{state=\"STUCK\"}")).isEqualTo(1);
    }

    private void start(String text) {
        Api.Answer answer =
                Api.at(port)
                        .as("pms")
                        .post("/api/complaints", Map.of("channel", "WEB", "text", text));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    }

    /** The sum of the lines that begin so; 0 where there is none. */
    private double read(String name) {
        Api.Answer answer = Api.at(port).as("pms").get("/actuator/prometheus");
        assertThat(answer.status()).isEqualTo(200);
        return new String(answer.bytes(), UTF_8)
                .lines()
                .filter(Predicate.not(line -> line.startsWith("#")))
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    private double rows(String sql) {
        return database.sql(sql).query(Double.class).single();
    }
}
