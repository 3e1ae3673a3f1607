package dev.innkeeper.workflow;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Timestamp;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** How much work waits, counted now and then so that a scrape costs no query. */
@Component
class TaskFigures {

    private final JdbcTemplate jdbc;
    private final InnkeeperClock clock;
    private volatile long open;
    private volatile long overdue;

    TaskFigures(JdbcTemplate jdbc, InnkeeperClock clock, MeterRegistry meters) {
        this.jdbc = jdbc;
        this.clock = clock;
        Gauge.builder("innkeeper.tasks.open", () -> open)
                .description("Tasks that wait for a person")
                .register(meters);
        Gauge.builder("innkeeper.tasks.overdue", () -> overdue)
                .description("Tasks whose due date has passed")
                .register(meters);
    }

    @Scheduled(fixedDelayString = "PT30S", initialDelayString = "PT5S")
    void count() {
        open = count("SELECT COUNT(*) FROM ACT_RU_TASK");
        overdue =
                count(
                        "SELECT COUNT(*) FROM ACT_RU_TASK WHERE DUE_DATE_ < ?",
                        Timestamp.from(clock.instant()));
    }

    private long count(String sql, Object... arguments) {
        var found = jdbc.queryForObject(sql, Long.class, arguments);
        return found == null ? 0 : found;
    }
}
