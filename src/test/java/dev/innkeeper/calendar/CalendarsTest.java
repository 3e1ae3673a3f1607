package dev.innkeeper.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.innkeeper.common.Group;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CalendarsTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final Calendars shipped = new Calendars(Path.of("calendars"), SHANGHAI);

    @Test
    void theFloorWorksAroundTheClock() {
        for (Group group :
                new Group[] {
                    Group.LOBBY_SERVICE,
                    Group.ROOMS_SERVICE,
                    Group.BANQUET_SERVICE,
                    Group.CALL_CENTRE,
                    Group.KEY_ACCOUNT_SERVICE,
                    Group.CUSTOMER_SERVICE_MANAGER
                }) {
            assertThat(shipped.of(group)).isInstanceOf(AroundTheClock.class);
        }
    }

    @Test
    void everybodyElseWorksInTheOffice() {
        assertThat(shipped.nameFor(Group.FINANCE)).isEqualTo("office");
        assertThat(shipped.nameFor(Group.QUALITY)).isEqualTo("office");
        assertThat(shipped.nameFor(Group.GENERAL_MANAGER)).isEqualTo("office");
    }

    @Test
    void knowsTheNationalHolidayAndItsMakeUpDays() {
        WorkingCalendar office = (WorkingCalendar) shipped.of(Group.FINANCE);
        assertThat(office.isWorkingDay(LocalDate.parse("2026-09-30"))).isTrue();
        assertThat(office.isWorkingDay(LocalDate.parse("2026-10-01"))).isFalse();
        assertThat(office.isWorkingDay(LocalDate.parse("2026-10-07"))).isFalse();
        assertThat(office.isWorkingDay(LocalDate.parse("2026-10-08"))).isTrue();
        assertThat(office.isWorkingDay(LocalDate.parse("2026-10-10"))).isTrue();
        assertThat(office.isWorkingDay(LocalDate.parse("2026-02-28"))).isTrue();
        assertThat(office.isWorkingDay(LocalDate.parse("2027-02-08"))).isFalse();
    }

    @Test
    void finishesAfterTheHolidayWhatCameBeforeIt() {
        Instant lastEvening = Instant.parse("2026-09-30T09:30:00Z");
        assertThat(shipped.of(Group.FINANCE).plus(lastEvening, Duration.ofHours(1)))
                .isEqualTo(Instant.parse("2026-10-08T01:30:00Z"));
    }

    @Test
    void readsTheCalendarsOfTelephonesAndOffices() {
        SpecialDays days =
                HolidayFile.read(
                        "x.ics",
                        """
                        BEGIN:VCALENDAR
                        VERSION:2.0
                        BEGIN:VEVENT
                        DTSTART;VALUE=DATE:20260501
                        DTEND;VALUE=DATE:20260503
                        SUMMARY:Holiday
                        END:VEVENT
                        BEGIN:VEVENT
                        DTSTART;VALUE=DATE:20260509
                        SUMMARY:劳动节（班）
                        END:VEVENT
                        BEGIN:VEVENT
                        DTSTART;VALUE=DATE:20260510
                        SUMMARY:Works
                        X-APPLE-SPECIAL-DAY:ALTERNATE-WORKDAY
                        END:VEVENT
                        BEGIN:VEVENT
                        DTSTART:20260511T090000Z
                        DTEND:20260511T100000Z
                        SUMMARY:A meeting
                        END:VEVENT
                        BEGIN:VEVENT
                        DTSTART;VALUE=DATE:20260701
                        RRULE:FREQ=YEARLY
                        SUMMARY:Founding day of the house
                        END:VEVENT
                        END:VCALENDAR
                        """);
        assertThat(days.off())
                .contains(
                        LocalDate.parse("2026-05-01"),
                        LocalDate.parse("2026-05-02"),
                        LocalDate.parse("2026-07-01"),
                        LocalDate.parse("2030-07-01"))
                .doesNotContain(LocalDate.parse("2026-05-03"), LocalDate.parse("2026-05-11"));
        assertThat(days.madeUp())
                .containsExactlyInAnyOrder(
                        LocalDate.parse("2026-05-09"), LocalDate.parse("2026-05-10"));
    }

    @Test
    void saysWhatIsWrongWithAFile() {
        assertProblem("", "has to list names");
        assertProblem(
                "calendars: {a: {hours: always}}\ndepartments: {nobody: a}\notherwise: a",
                "no group nobody");
        assertProblem(
                "calendars: {a: {hours: always}}\ndepartments: {}\notherwise: b", "no calendar");
        assertProblem(
                "calendars: {a: {hours: {someday: 09:00-10:00}}}\ndepartments: {}\notherwise: a",
                "no weekday");
        assertProblem(
                "calendars: {a: {hours: {monday: 09:00-10:00}, days: [x.ics]}}\n"
                        + "departments: {}\notherwise: a",
                "no .ics file");
        assertThatThrownBy(() -> HolidayFile.read("y.ics", "hello"))
                .isInstanceOf(CalendarProblem.class);
    }

    private static void assertProblem(String yaml, String words) {
        assertThatThrownBy(() -> new Calendars(Map.of("calendars.yaml", yaml), SHANGHAI))
                .isInstanceOf(CalendarProblem.class)
                .hasMessageContaining(words);
    }
}
