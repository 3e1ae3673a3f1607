package dev.innkeeper.complaint;

import dev.innkeeper.decision.DecisionCatalog;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ComplaintConfiguration {

    @Bean
    DecisionCatalog complaintDecisions() {
        return ComplaintDecisions.catalog();
    }
}
