package dev.innkeeper.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RateLimitTest {

    private final AtomicLong nanos = new AtomicLong();
    private final RateLimit limit = new RateLimit(3, nanos::get);

    @Test
    void takesAsManyAtOnceAsAMinuteAllows() {
        assertThat(limit.take("pms")).isZero();
        assertThat(limit.take("pms")).isZero();
        assertThat(limit.take("pms")).isZero();
        assertThat(limit.take("pms")).isEqualTo(20);
    }

    @Test
    void fillsEvenly() {
        takesAsManyAtOnceAsAMinuteAllows();
        nanos.addAndGet(Duration.ofSeconds(19).toNanos());
        assertThat(limit.take("pms")).isEqualTo(1);
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(limit.take("pms")).isZero();
        assertThat(limit.take("pms")).isEqualTo(20);
    }

    @Test
    void countsEachUserAlone() {
        takesAsManyAtOnceAsAMinuteAllows();
        assertThat(limit.take("lobby1")).isZero();
    }
}
