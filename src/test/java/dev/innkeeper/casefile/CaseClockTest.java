package dev.innkeeper.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.innkeeper.calendar.AroundTheClock;
import dev.innkeeper.calendar.Hours;
import dev.innkeeper.calendar.SpecialDays;
import dev.innkeeper.calendar.WorkingCalendar;
import dev.innkeeper.calendar.WorkingTime;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CaseClockTest {

    private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
    private static final Duration WEEK = Duration.ofDays(7);
    private static final WorkingTime MONDAYS =
            new WorkingCalendar(
                    ZoneOffset.UTC,
                    Map.of(
                            DayOfWeek.MONDAY, Hours.parse("09:00-17:00"),
                            DayOfWeek.TUESDAY, Hours.parse("09:00-17:00")),
                    Hours.NONE,
                    SpecialDays.NONE);

    @Test
    void isDueWhenItsTimeIsOver() {
        CaseClock clock = elapsed(Duration.ofHours(4));
        assertThat(clock.row().dueAt()).isEqualTo(MONDAY.plus(Duration.ofHours(4)));
        assertThat(clock.percentAt(MONDAY.plus(Duration.ofHours(3)))).isEqualTo(75);
        assertThat(clock.percentAt(MONDAY.plus(Duration.ofHours(4)))).isEqualTo(100);
        assertThat(clock.percentAt(MONDAY.plus(Duration.ofHours(6)))).isEqualTo(150);
        assertThat(clock.instantOf(150)).isEqualTo(MONDAY.plus(Duration.ofHours(6)));
    }

    @Test
    void countsOnlyTheHoursOfItsCalendar() {
        CaseClock clock = on(MONDAYS, Duration.ofHours(12));
        assertThat(clock.row().dueAt()).isEqualTo(Instant.parse("2026-03-03T13:00:00Z"));
        assertThat(clock.percentAt(Instant.parse("2026-03-03T03:00:00Z"))).isEqualTo(66);
    }

    @Test
    void theLimitOfElapsedTimeComesFirstOnASlowCalendar() {
        CaseClock clock = on(MONDAYS, Duration.ofHours(24));
        assertThat(clock.row().dueAt()).isEqualTo(MONDAY.plus(WEEK));
        assertThat(clock.percentAt(MONDAY.plus(WEEK))).isEqualTo(100);
    }

    @Test
    void standsStillWhilePaused() {
        Instant hour = MONDAY.plus(Duration.ofHours(1));
        CaseClock paused = elapsed(Duration.ofHours(4)).paused(hour);
        Instant later = hour.plus(Duration.ofDays(3));
        assertThat(paused.percentAt(later)).isEqualTo(25);
        assertThat(paused.dueIfRunningAt(later)).isEqualTo(later.plus(Duration.ofHours(3)));
        CaseClock resumed = paused.resumed(later);
        assertThat(resumed.row().dueAt()).isEqualTo(later.plus(Duration.ofHours(3)));
        assertThat(resumed.percentAt(later.plus(Duration.ofHours(3)))).isEqualTo(100);
    }

    @Test
    void thePausedTimeCountsForTheLimitNeither() {
        Instant day = MONDAY.plus(Duration.ofDays(1));
        CaseClock resumed = on(MONDAYS, Duration.ofHours(40)).paused(day).resumed(day.plus(WEEK));
        assertThat(resumed.row().dueAt()).isEqualTo(MONDAY.plus(WEEK).plus(WEEK));
    }

    @Test
    void keepsWhatItShowedWhenItEnded() {
        CaseClock met =
                elapsed(Duration.ofHours(4))
                        .ended(ClockView.State.MET, MONDAY.plus(Duration.ofHours(2)));
        assertThat(met.percentAt(MONDAY.plus(WEEK))).isEqualTo(50);
    }

    @Test
    void aCheckNeverComesBeforeItsShareIsReached() {
        Random random = new Random(11);
        for (int i = 0; i < 2_000; i++) {
            CaseClock clock = on(MONDAYS, Duration.ofSeconds(1L + random.nextInt(200_000)));
            for (int pause = 0; pause < random.nextInt(3); pause++) {
                Instant at = clock.row().runningSince().plusSeconds(random.nextInt(100_000));
                clock = clock.paused(at).resumed(at.plusSeconds(random.nextInt(100_000)));
            }
            int percent = 1 + random.nextInt(300);
            Instant check = clock.instantOf(percent);
            if (check.isAfter(clock.row().runningSince())) {
                assertThat(clock.percentAt(check)).isGreaterThanOrEqualTo(percent);
                assertThat(clock.percentAt(check.minusMillis(1))).isLessThan(percent);
            }
        }
    }

    private static CaseClock elapsed(Duration allowed) {
        return CaseClock.started(
                "RESOLVE",
                new ClockPolicy("S1 | S1", allowed, ClockPolicy.ELAPSED, WEEK),
                new AroundTheClock(),
                MONDAY);
    }

    private static CaseClock on(WorkingTime time, Duration allowed) {
        return CaseClock.started(
                "RESOLVE", new ClockPolicy("S3 | S3", allowed, "office", WEEK), time, MONDAY);
    }
}
