package dev.innkeeper.casefile;

import dev.innkeeper.calendar.Calendars;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

@Configuration(proxyBeanMethods = false)
class CasefileConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(CasefileConfiguration.class);

    @Bean
    Calendars calendars(CasefileProperties properties) throws IOException {
        if (Files.isDirectory(properties.calendars())) {
            return new Calendars(properties.calendars(), properties.zone());
        }
        LOG.info(
                "There is no folder {}: the calendars packed with the program serve",
                properties.calendars().toAbsolutePath());
        return new Calendars(packed(), properties.zone());
    }

    private static Map<String, String> packed() throws IOException {
        Map<String, String> files = new TreeMap<>();
        var resolver = new PathMatchingResourcePatternResolver();
        for (Resource resource : resolver.getResources("classpath:/calendars/*")) {
            files.put(
                    Objects.requireNonNull(resource.getFilename()),
                    resource.getContentAsString(StandardCharsets.UTF_8));
        }
        return files;
    }
}
