package dev.innkeeper.change.simulation;

import dev.innkeeper.decision.serve.DecisionRecord;
import dev.innkeeper.decision.serve.Measure;
import dev.innkeeper.decision.serve.Tried;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Adds answer by answer to the figures of a decision; one thread at a time. */
final class FiguresCollector {

    private static final int KINDS_OF_FAILURES = 20;
    private static final String OTHER = "Other reasons | 其他原因";

    private final List<Measure> measures;
    private final Map<Move, long[]> moves = new LinkedHashMap<>();
    private final Map<String, BigDecimal[]> sums = new LinkedHashMap<>();
    private final Map<Value, long[]> counts = new TreeMap<>();
    private final Map<String, Long> failures = new LinkedHashMap<>();

    private record Move(String from, String to) {}

    private record Value(String field, String value) implements Comparable<Value> {

        private static final Comparator<Value> ORDER =
                Comparator.comparing(Value::field).thenComparing(Value::value);

        @Override
        public int compareTo(Value other) {
            return ORDER.compare(this, other);
        }
    }

    FiguresCollector(List<Measure> measures, Figures soFar) {
        this.measures = measures;
        measures.stream()
                .filter(Measure::sums)
                .forEach(
                        measure ->
                                sums.put(
                                        measure.field(),
                                        new BigDecimal[] {BigDecimal.ZERO, BigDecimal.ZERO}));
        soFar.outcomes()
                .forEach(
                        one ->
                                moves.put(
                                        new Move(one.from(), one.to()),
                                        new long[] {one.count(), one.changed()}));
        soFar.sums()
                .forEach(
                        one -> sums.put(one.field(), new BigDecimal[] {one.before(), one.after()}));
        soFar.counts()
                .forEach(
                        one ->
                                counts.put(
                                        new Value(one.field(), one.value()),
                                        new long[] {one.before(), one.after()}));
        soFar.failures().forEach(one -> failures.put(one.reason(), one.count()));
    }

    void add(DecisionRecord decided, Tried tried) {
        long[] move =
                moves.computeIfAbsent(
                        new Move(decided.headline(), tried.headline()), key -> new long[2]);
        move[0]++;
        if (tried.differs() || tried.failed()) {
            move[1]++;
        }
        if (tried.failed()) {
            String reason =
                    failures.size() < KINDS_OF_FAILURES || failures.containsKey(tried.problem())
                            ? tried.problem()
                            : OTHER;
            failures.merge(reason, 1L, Long::sum);
        } else if (!tried.before().isEmpty()) {
            for (int i = 0; i < measures.size(); i++) {
                add(measures.get(i), tried.before().get(i), 0);
                add(measures.get(i), tried.after().get(i), 1);
            }
        }
    }

    private void add(Measure measure, Measure.Share share, int side) {
        if (measure.sums()) {
            BigDecimal[] sum = sums.get(measure.field());
            sum[side] = sum[side].add(share.amount());
        }
        for (String value : share.values()) {
            counts.computeIfAbsent(new Value(measure.field(), value), key -> new long[2])[side]++;
        }
    }

    Figures figures() {
        return new Figures(
                moves.entrySet().stream()
                        .map(
                                one ->
                                        new Figures.Outcome(
                                                one.getKey().from(),
                                                one.getKey().to(),
                                                one.getValue()[0],
                                                one.getValue()[1]))
                        .sorted(Comparator.comparingLong(Figures.Outcome::count).reversed())
                        .toList(),
                sums.entrySet().stream()
                        .map(
                                one ->
                                        new Figures.Sum(
                                                one.getKey(), one.getValue()[0], one.getValue()[1]))
                        .toList(),
                counts.entrySet().stream()
                        .map(
                                one ->
                                        new Figures.Count(
                                                one.getKey().field(),
                                                one.getKey().value(),
                                                one.getValue()[0],
                                                one.getValue()[1]))
                        .toList(),
                failures.entrySet().stream()
                        .map(one -> new Figures.Failure(one.getKey(), one.getValue()))
                        .sorted(Comparator.comparingLong(Figures.Failure::count).reversed())
                        .toList());
    }
}
