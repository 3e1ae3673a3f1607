package dev.innkeeper.workflow;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

@Configuration(proxyBeanMethods = false)
class LanguageConfiguration {

    /** Runs around sign-in, so that it looks names up as the service and not as the person. */
    @Bean
    FilterRegistrationBean<LanguageFilter> languageFilter(EngineAnswer answers) {
        var filter = new FilterRegistrationBean<>(new LanguageFilter(answers, exactNumbers()));
        filter.addUrlPatterns("/camunda/api/engine/*", "/engine-rest/*");
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 100);
        return filter;
    }

    private static ObjectMapper exactNumbers() {
        return new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    }
}
