package dev.innkeeper.database;

import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.data.convert.WritingConverter;
import org.springframework.data.jdbc.repository.config.AbstractJdbcConfiguration;

/** Moments are kept in UTC, whatever the time zone of the machine. */
@Configuration(proxyBeanMethods = false)
class TimeConversions extends AbstractJdbcConfiguration {

    @Override
    protected List<?> userConverters() {
        return Stream.concat(
                        Stream.of(new ToColumn(), new DayToColumn(), new DayFromColumn()),
                        ValueConversions.all().stream())
                .toList();
    }

    @WritingConverter
    private static final class ToColumn implements Converter<Instant, LocalDateTime> {
        @Override
        public LocalDateTime convert(Instant moment) {
            return LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
        }
    }

    /** A day has no time, which by way of a timestamp it would get from the machine's zone. */
    @WritingConverter
    private static final class DayToColumn implements Converter<LocalDate, String> {
        @Override
        public String convert(LocalDate day) {
            return day.toString();
        }
    }

    @ReadingConverter
    private static final class DayFromColumn implements Converter<Date, LocalDate> {
        @Override
        public LocalDate convert(Date day) {
            return day.toLocalDate();
        }
    }
}
