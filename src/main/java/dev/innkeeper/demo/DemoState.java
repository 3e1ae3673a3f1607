package dev.innkeeper.demo;

import dev.innkeeper.common.Utc;
import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a demonstration remembers over a restart. */
@Repository
@DependsOnDatabaseInitialization
class DemoState {

    private final JdbcClient database;

    DemoState(JdbcClient database) {
        this.database = database;
    }

    /** How far the clock was ahead of the machine's; zero where it was never moved. */
    Duration clockAhead() {
        return database.sql("SELECT clock_ahead_millis FROM demo_state")
                .query(Long.class)
                .optional()
                .map(Duration::ofMillis)
                .orElse(Duration.ZERO);
    }

    void rememberClockAhead(Duration ahead) {
        write("clock_ahead_millis", ahead.toMillis());
    }

    /** How far the first day of the demonstration has come. */
    Day day() {
        return database.sql(
                        "SELECT day_ended_at IS NOT NULL FROM demo_state WHERE day_begun_at IS NOT"
                                + " NULL")
                .query(Boolean.class)
                .optional()
                .map(ended -> ended ? Day.PLAYED : Day.INTERRUPTED)
                .orElse(Day.NOT_PLAYED);
    }

    void dayBegins(Instant at) {
        write("day_begun_at", Utc.of(at));
    }

    void dayEnds(Instant at) {
        write("day_ended_at", Utc.of(at));
    }

    enum Day {
        NOT_PLAYED,
        INTERRUPTED,
        PLAYED
    }

    private void write(String column, Object value) {
        database.sql("INSERT IGNORE INTO demo_state (id, clock_ahead_millis) VALUES (1, 0)")
                .update();
        database.sql("UPDATE demo_state SET " + column + " = ?").param(value).update();
    }
}
