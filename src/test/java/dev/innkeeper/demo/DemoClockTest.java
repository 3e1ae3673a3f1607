package dev.innkeeper.demo;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.innkeeper.common.Refusal;
import dev.innkeeper.workflow.InnkeeperClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class DemoClockTest {

    private final DemoClock clock =
            new DemoClock(
                    new DemoMode(false),
                    new DemoState(JdbcClient.create(new DriverManagerDataSource())),
                    new InnkeeperClock());

    @Test
    void isNotMovedWhereThisIsNoDemonstration() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> clock.advance(Duration.ofHours(1)))
                .withMessageContaining("no demonstration")
                .matches(refusal -> refusal.kind() == Refusal.Kind.FORBIDDEN);
    }
}
