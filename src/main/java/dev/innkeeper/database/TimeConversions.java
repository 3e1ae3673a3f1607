package dev.innkeeper.database;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.data.convert.WritingConverter;
import org.springframework.data.jdbc.repository.config.AbstractJdbcConfiguration;

/** Moments are kept in UTC, whatever the time zone of the machine. */
@Configuration(proxyBeanMethods = false)
class TimeConversions extends AbstractJdbcConfiguration {

    @Override
    protected List<?> userConverters() {
        return Stream.concat(Stream.of(new ToColumn()), ValueConversions.all().stream()).toList();
    }

    @WritingConverter
    private static final class ToColumn implements Converter<Instant, LocalDateTime> {
        @Override
        public LocalDateTime convert(Instant moment) {
            return LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
        }
    }
}
