package dev.innkeeper.nightly;

import dev.innkeeper.workflow.OneTransaction;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class NightConfiguration {

    @Bean
    NightRuns nightRuns(
            ObjectProvider<NightlyWork> works, NightRecords records, OneTransaction transaction) {
        return new NightRuns(works.stream().toList(), records, transaction);
    }
}
