package dev.innkeeper.api;

import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Group;
import jakarta.servlet.MultipartConfigElement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.MultipartConfigFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.util.unit.DataSize;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

@Configuration(proxyBeanMethods = false)
class ApiConfiguration implements WebMvcConfigurer {

    /** How much of a refused body is read on, so that the caller gets to read the answer. */
    private static final int READ_ON = (int) DataSize.ofMegabytes(64).toBytes();

    /** REST for machines, and the same for the pages of changes. */
    private static final List<String> OURS = List.of("/api/**", "/changes/data/**");

    private final ApiProperties limits;

    ApiConfiguration(ApiProperties limits) {
        this.limits = limits;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new RateLimit(limits.requestsPerMinute(), System::nanoTime))
                .addPathPatterns(OURS);
        registry.addInterceptor(new KnownParameters()).addPathPatterns(OURS);
    }

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(String.class, Group.class, Group::of);
        registry.addConverter(String.class, CaseNumber.class, CaseNumber::new);
        registry.addConverter(
                String.class, Instant.class, text -> OffsetDateTime.parse(text).toInstant());
    }

    @Bean
    LocaleResolver localeResolver() {
        var resolver = new AcceptHeaderLocaleResolver();
        resolver.setSupportedLocales(List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE));
        resolver.setDefaultLocale(Locale.ENGLISH);
        return resolver;
    }

    @Bean
    MultipartConfigElement multipartConfigElement() {
        var multipart = new MultipartConfigFactory();
        multipart.setMaxFileSize(limits.maxAttachment());
        multipart.setMaxRequestSize(limits.largest("/attachments"));
        multipart.setFileSizeThreshold(DataSize.ofKilobytes(64));
        return multipart.createMultipartConfig();
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> readsRefusedBodiesOn() {
        return factory ->
                factory.addConnectorCustomizers(
                        connector -> connector.setProperty("maxSwallowSize", "" + READ_ON));
    }
}
