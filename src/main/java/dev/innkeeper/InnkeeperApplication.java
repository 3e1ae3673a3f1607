package dev.innkeeper;

import dev.innkeeper.replay.Import;
import dev.innkeeper.replay.Replay;
import java.util.Arrays;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * The customer-service workflow service of a hotel group: processes, rules, cases and their API.
 */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class InnkeeperApplication {

    /**
     * Starts the service, or with {@code replay FILE …} or {@code import invoices FILE …} sends a
     * file to one that runs.
     */
    public static void main(String[] args) {
        if (args.length > 0 && args[0].equals("replay")) {
            Replay.main(Arrays.copyOfRange(args, 1, args.length));
            return;
        }
        if (args.length > 0 && args[0].equals("import")) {
            Import.main(Arrays.copyOfRange(args, 1, args.length));
            return;
        }
        SpringApplication.run(InnkeeperApplication.class, args);
    }
}
