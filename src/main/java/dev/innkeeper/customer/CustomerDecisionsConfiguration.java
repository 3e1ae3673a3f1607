package dev.innkeeper.customer;

import dev.innkeeper.decision.DecisionCatalog;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CustomerDecisionsConfiguration {

    @Bean
    DecisionCatalog customerDecisions() {
        return CustomerDecisions.catalog();
    }
}
