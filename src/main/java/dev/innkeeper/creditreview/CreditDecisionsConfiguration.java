package dev.innkeeper.creditreview;

import dev.innkeeper.decision.DecisionCatalog;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CreditDecisionsConfiguration {

    @Bean
    DecisionCatalog creditDecisions() {
        return CreditDecisions.catalog();
    }
}
