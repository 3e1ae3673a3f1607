package dev.innkeeper;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/**
 * The customer-service workflow service of a hotel group: processes, rules, cases and their API.
 */
@SpringBootApplication
@ConfigurationPropertiesScan
public class InnkeeperApplication {

    /** Starts the service. */
    public static void main(String[] args) {
        SpringApplication.run(InnkeeperApplication.class, args);
    }
}
