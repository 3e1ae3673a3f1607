package dev.innkeeper.keyaccount;

import dev.innkeeper.decision.DecisionCatalog;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class KeyAccountConfiguration {

    @Bean
    DecisionCatalog keyAccountDecisions() {
        return KeyAccountDecisions.catalog();
    }
}
