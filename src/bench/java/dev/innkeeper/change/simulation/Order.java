package dev.innkeeper.change.simulation;

import dev.innkeeper.common.Actor;
import dev.innkeeper.decision.load.Sources;
import java.time.Instant;
import java.util.Map;

/** Orders a simulation of rules that stand in no draft. */
public final class Order {

    private Order() {}

    /** The id of the simulation. */
    public static long of(
            Simulations simulations, Map<String, Sources> rules, Instant from, Instant to) {
        return simulations.start(0, "bench", rules, from, to, Actor.SYSTEM);
    }
}
