package dev.innkeeper.casefile;

import java.nio.file.Path;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When the departments work.
 *
 * @param calendars the folder of calendars.yaml and the .ics files it names; where it is not there,
 *     the calendars packed with the program serve
 * @param zone the time zone of the house: of working hours and of times in messages
 */
@ConfigurationProperties("innkeeper")
public record CasefileProperties(
        @DefaultValue("calendars") Path calendars, @DefaultValue("Asia/Shanghai") ZoneId zone) {}
