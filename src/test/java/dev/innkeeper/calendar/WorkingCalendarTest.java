package dev.innkeeper.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WorkingCalendarTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Hours OFFICE = Hours.parse("09:00-12:00, 13:30-18:00");
    private static final LocalDate HOLIDAY = LocalDate.parse("2026-10-01");
    private static final LocalDate MADE_UP = LocalDate.parse("2026-10-10");

    private final WorkingCalendar office = office(SHANGHAI);

    @Test
    void worksOnWithinTheMorning() {
        assertThat(office.plus(at("2026-11-23T09:10"), Duration.ofHours(2)))
                .isEqualTo(at("2026-11-23T11:10"));
    }

    @Test
    void stepsOverTheLunchBreak() {
        assertThat(office.plus(at("2026-11-23T11:30"), Duration.ofHours(1)))
                .isEqualTo(at("2026-11-23T14:00"));
    }

    @Test
    void endsAtTheBellRatherThanAtTheNextOpening() {
        assertThat(office.plus(at("2026-11-23T11:00"), Duration.ofHours(1)))
                .isEqualTo(at("2026-11-23T12:00"));
    }

    @Test
    void startsInTheMorningWhatCameInTheNight() {
        assertThat(office.plus(at("2026-11-23T02:00"), Duration.ofMinutes(30)))
                .isEqualTo(at("2026-11-23T09:30"));
    }

    @Test
    void stepsOverTheWeekend() {
        assertThat(office.plus(at("2026-11-20T17:30"), Duration.ofHours(1)))
                .isEqualTo(at("2026-11-23T09:30"));
    }

    @Test
    void nobodyWorksOnAPublicHoliday() {
        assertThat(office.between(at("2026-10-01T00:00"), at("2026-10-02T00:00")))
                .isEqualTo(Duration.ZERO);
    }

    @Test
    void everybodyWorksOnAMakeUpSaturday() {
        assertThat(office.isWorkingDay(MADE_UP)).isTrue();
        assertThat(office.between(at("2026-10-10T00:00"), at("2026-10-11T00:00")))
                .isEqualTo(Duration.ofMinutes(450));
    }

    @Test
    void countsWorkingDaysFromTheDayAfterAndEndsWithTheLastOne() {
        assertThat(office.endOfWorkingDay(at("2026-11-19T23:00"), 1))
                .isEqualTo(at("2026-11-20T18:00"));
        assertThat(office.endOfWorkingDay(at("2026-11-19T10:00"), 5))
                .isEqualTo(at("2026-11-26T18:00"));
        assertThat(office.endOfWorkingDay(at("2026-09-30T10:00"), 1))
                .isEqualTo(at("2026-10-02T18:00"));
        assertThat(office.endOfWorkingDay(at("2026-10-09T10:00"), 1))
                .isEqualTo(at("2026-10-10T18:00"));
    }

    @Test
    void needsNoTimeForNothing() {
        Instant sunday = at("2026-11-22T10:00");
        assertThat(office.plus(sunday, Duration.ZERO)).isEqualTo(sunday);
        assertThat(office.between(sunday, sunday.minusSeconds(5))).isEqualTo(Duration.ZERO);
    }

    @Test
    void countsAnHourLessInTheNightOfSummerTime() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        Map<DayOfWeek, Hours> nights = new EnumMap<>(DayOfWeek.class);
        nights.put(DayOfWeek.SUNDAY, Hours.parse("00:00-24:00"));
        var calendar = new WorkingCalendar(berlin, nights, Hours.NONE, SpecialDays.NONE);
        Instant sunday = LocalDate.parse("2026-03-29").atStartOfDay(berlin).toInstant();
        assertThat(calendar.between(sunday, sunday.plus(Duration.ofDays(3))))
                .isEqualTo(Duration.ofHours(23));
    }

    @Test
    void whatIsAddedHasPassed() {
        Random random = new Random(20261122);
        for (ZoneId zone : new ZoneId[] {SHANGHAI, ZoneId.of("Europe/Berlin")}) {
            WorkingCalendar calendar = office(zone);
            for (int i = 0; i < 3_000; i++) {
                Instant from = instant(random);
                Duration working = Duration.ofSeconds(1L + random.nextInt(40 * 24 * 3600));
                Instant due = calendar.plus(from, working);
                assertThat(calendar.between(from, due)).isEqualTo(working);
                assertThat(calendar.between(from, due.minusSeconds(1)))
                        .isEqualTo(working.minusSeconds(1));
            }
        }
    }

    @Test
    void addingInTwoStepsIsAddingAtOnce() {
        Random random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            Instant from = instant(random);
            Duration first = Duration.ofMinutes(random.nextInt(10_000));
            Duration second = Duration.ofMinutes(1L + random.nextInt(10_000));
            assertThat(office.plus(office.plus(from, first), second))
                    .isEqualTo(office.plus(from, first.plus(second)));
        }
    }

    @Test
    void agreesWithCountingMinuteByMinute() {
        Random random = new Random(42);
        for (int i = 0; i < 40; i++) {
            Instant from =
                    Instant.parse("2026-09-20T00:00:00Z").plusSeconds(60L * random.nextInt(20_000));
            Instant to = from.plusSeconds(60L * random.nextInt(30_000));
            long minutes = 0;
            for (Instant m = from; m.isBefore(to); m = m.plusSeconds(60)) {
                minutes += isOpen(m.atZone(SHANGHAI).toLocalDateTime()) ? 1 : 0;
            }
            assertThat(office.between(from, to)).isEqualTo(Duration.ofMinutes(minutes));
        }
    }

    @Test
    void aCenturyCostsLittle() {
        Instant from = at("2026-11-23T09:00");
        Instant to = at("2126-11-23T09:00");
        for (int i = 0; i < 200; i++) {
            assertThat(office.plus(from, office.between(from, to))).isBeforeOrEqualTo(to);
        }
    }

    @Test
    void aCalendarWithoutHoursIsRefused() {
        assertThatThrownBy(() -> new WorkingCalendar(SHANGHAI, Map.of(), OFFICE, SpecialDays.NONE))
                .isInstanceOf(CalendarProblem.class);
        assertThatThrownBy(() -> Hours.parse("18:00-09:00")).isInstanceOf(CalendarProblem.class);
        assertThatThrownBy(() -> Hours.parse("09:00-12:00, 11:00-13:00"))
                .isInstanceOf(CalendarProblem.class);
        assertThatThrownBy(() -> Hours.parse("nine to five")).isInstanceOf(CalendarProblem.class);
    }

    private static boolean isOpen(LocalDateTime time) {
        LocalDate day = time.toLocalDate();
        boolean weekend = day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
        boolean works = day.equals(MADE_UP) || !weekend && !day.equals(HOLIDAY);
        int minute = time.getHour() * 60 + time.getMinute();
        return works && (minute >= 540 && minute < 720 || minute >= 810 && minute < 1080);
    }

    private static WorkingCalendar office(ZoneId zone) {
        Map<DayOfWeek, Hours> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.compareTo(DayOfWeek.FRIDAY) <= 0) {
                week.put(day, OFFICE);
            }
        }
        return new WorkingCalendar(
                zone, week, OFFICE, new SpecialDays(Set.of(HOLIDAY), Set.of(MADE_UP)));
    }

    private static Instant instant(Random random) {
        return Instant.parse("2026-01-01T00:00:00Z").plusSeconds(random.nextInt(63_000_000));
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(SHANGHAI).toInstant();
    }
}
