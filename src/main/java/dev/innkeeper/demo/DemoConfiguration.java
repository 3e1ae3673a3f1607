package dev.innkeeper.demo;

import dev.innkeeper.database.DatabaseProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DemoConfiguration {

    @Bean
    DemoMode demoMode(DemoProperties demo, DatabaseProperties database) {
        var enabled = demo.enabled();
        return new DemoMode(enabled == null ? database.embedded() : enabled);
    }
}
