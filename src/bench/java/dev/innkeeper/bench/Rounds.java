package dev.innkeeper.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures several things in turns: each round measures all of them, beginning with another one
 * each time, so that what changes while the run goes on (heat, a fuller database, a neighbour)
 * touches all alike.
 */
final class Rounds {

    /** What one measurement of one thing brought. */
    record Figures(double perSecond, double cpuMillis) {}

    /** Does the thing once, on a batch large enough to be measured. */
    interface Batch {
        Figures run() throws Exception;
    }

    private final Map<String, Batch> batches = new LinkedHashMap<>();

    Rounds with(String name, Batch batch) {
        batches.put(name, batch);
        return this;
    }

    /** The figures of each thing, round by round. */
    Map<String, List<Figures>> measure(int warmUps, int rounds) throws Exception {
        for (int i = 0; i < warmUps; i++) {
            for (Batch batch : batches.values()) {
                batch.run();
            }
        }
        Map<String, List<Figures>> measured = new LinkedHashMap<>();
        batches.keySet().forEach(name -> measured.put(name, new ArrayList<>()));
        List<String> order = new ArrayList<>(batches.keySet());
        for (int i = 0; i < rounds; i++) {
            for (String name : order) {
                measured.get(name).add(batches.get(name).run());
            }
            Collections.rotate(order, 1);
        }
        return measured;
    }

    static double[] perSecond(List<Figures> figures) {
        return figures.stream().mapToDouble(Figures::perSecond).toArray();
    }

    static double[] cpuMillis(List<Figures> figures) {
        return figures.stream().mapToDouble(Figures::cpuMillis).toArray();
    }
}
