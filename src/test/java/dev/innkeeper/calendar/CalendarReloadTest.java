package dev.innkeeper.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.innkeeper.common.Group;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalendarReloadTest {

    @TempDir private Path folder;

    @Test
    void aSavedFileCountsWithinTwoSecondsAndABrokenOneNever() throws IOException {
        save("calendars: {a: {hours: always}}\ndepartments: {}\notherwise: a\n");
        Calendars calendars = new Calendars(folder, ZoneOffset.UTC);
        assertThat(calendars.nameFor(Group.FINANCE)).isEqualTo("a");

        save(
                "calendars: {office: {hours: {monday: 09:00-17:00}}}\n"
                        + "departments: {}\n"
                        + "otherwise: office\n");
        await().atMost(Duration.ofSeconds(2))
                .untilAsserted(
                        () -> assertThat(calendars.nameFor(Group.FINANCE)).isEqualTo("office"));

        save("calendars: {office: {hours: nine to five}}\ndepartments: {}\notherwise: office\n");
        await().during(Duration.ofMillis(1500))
                .atMost(Duration.ofSeconds(3))
                .untilAsserted(
                        () ->
                                assertThat(calendars.of(Group.FINANCE))
                                        .isInstanceOf(WorkingCalendar.class));
    }

    private void save(String plan) throws IOException {
        Files.writeString(folder.resolve("calendars.yaml"), plan);
    }
}
