package dev.innkeeper.change.simulation;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who works on simulations.
 *
 * @param enabled whether this node takes part; another node does the work where it does not
 * @param threads how many threads ask the rules; 0 for half of the processors, so that requests
 *     have the other half to themselves
 */
@ConfigurationProperties("innkeeper.simulation")
public record SimulationProperties(
        @DefaultValue("true") boolean enabled, @DefaultValue("0") int threads) {

    /** Refuses what cannot be meant. */
    public SimulationProperties {
        if (threads < 0) {
            throw new IllegalArgumentException("innkeeper.simulation.threads is 0 or more");
        }
    }

    int workers() {
        return threads > 0 ? threads : Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    }
}
