package dev.innkeeper.decision.serve;

import dev.innkeeper.decision.DecisionCatalog;
import dev.innkeeper.decision.Decisions;
import dev.innkeeper.decision.load.RuleFolder;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts together what serves decisions. */
@Configuration(proxyBeanMethods = false)
class DecisionConfiguration {

    @Bean
    RuleKeeper ruleKeeper(
            ObjectProvider<DecisionCatalog> catalogs,
            RulesProperties properties,
            Releases releases,
            Clock clock) {
        return new RuleKeeper(
                catalogs.orderedStream().toList(),
                new RuleFolder(properties.rules()),
                releases,
                clock,
                properties.rulesPoll());
    }

    @Bean
    Decisions decisions(
            RuleKeeper keeper, DecisionRecords records, Clock clock, MeterRegistry meters) {
        return new RuleDecisions(keeper, records, clock, meters);
    }

    @Bean
    Replays replays(RuleKeeper keeper, Releases releases) {
        return new Replays(keeper, releases);
    }

    @Bean
    Explanations explanations(RuleKeeper keeper) {
        return new Explanations(keeper);
    }

    @Bean
    RuleBook ruleBook(RuleKeeper keeper) {
        return new RuleBook(keeper);
    }

    @Bean("rulesHealthIndicator")
    RulesHealth rulesHealth(RuleKeeper keeper) {
        return new RulesHealth(keeper);
    }
}
