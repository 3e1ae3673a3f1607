package dev.innkeeper.decision.serve;

import dev.innkeeper.decision.DecisionCatalog;
import dev.innkeeper.decision.Decisions;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts together what serves decisions. */
@Configuration(proxyBeanMethods = false)
class DecisionConfiguration {

    @Bean
    RuleKeeper ruleKeeper(ObjectProvider<DecisionCatalog> catalogs, LiveRules live) {
        return new RuleKeeper(catalogs.orderedStream().toList(), live);
    }

    @Bean
    Decisions decisions(
            RuleKeeper keeper, DecisionRecords records, Clock clock, MeterRegistry meters) {
        return new RuleDecisions(keeper, records, clock, meters);
    }

    @Bean
    Replays replays(RuleKeeper keeper) {
        return new Replays(keeper);
    }

    @Bean
    Explanations explanations(RuleKeeper keeper) {
        return new Explanations(keeper);
    }

    @Bean
    ClosestRules closestRules(RuleKeeper keeper) {
        return new ClosestRules(keeper);
    }

    @Bean
    RuleBook ruleBook(RuleKeeper keeper) {
        return new RuleBook(keeper);
    }

    @Bean
    RuleChecks ruleChecks(RuleKeeper keeper) {
        return new RuleChecks(keeper);
    }

    @Bean("rulesHealthIndicator")
    RulesHealth rulesHealth(RuleBook book) {
        return new RulesHealth(book);
    }
}
