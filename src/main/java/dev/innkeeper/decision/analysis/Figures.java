package dev.innkeeper.decision.analysis;

import dev.innkeeper.decision.gate.ValueType;
import dev.innkeeper.decision.gate.ValueType.Kind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Figures or days.
 *
 * @param ranges what is in, from low to high, apart from each other
 * @param missing whether none at all is in
 * @param type of the field
 */
record Figures(List<Range> ranges, boolean missing, ValueType type) implements ValueSet {

    /**
     * A cut between two figures, just before or just after one.
     *
     * @param figure the figure; of a day the days since 1970
     * @param after whether the figure itself lies below
     */
    record Edge(BigDecimal figure, boolean after) implements Comparable<Edge> {

        @Override
        public int compareTo(Edge other) {
            int byFigure = figure.compareTo(other.figure);
            return byFigure == 0 ? Boolean.compare(after, other.after) : byFigure;
        }
    }

    /**
     * All figures between two edges.
     *
     * @param from the lower edge, or null where there is none
     * @param to the upper edge, or null where there is none
     */
    record Range(@Nullable Edge from, @Nullable Edge to) {

        static final Range ALL = new Range(null, null);

        private static final BigDecimal FEN = new BigDecimal("0.01");

        boolean isEmpty() {
            return from != null && to != null && from.compareTo(to) >= 0;
        }

        boolean isApartFrom(Range other) {
            return isBelow(other) || other.isBelow(this);
        }

        private boolean isBelow(Range other) {
            return to != null && other.from != null && to.compareTo(other.from) <= 0;
        }

        boolean includes(Range other) {
            return (from == null || other.from != null && from.compareTo(other.from) <= 0)
                    && (to == null || other.to != null && to.compareTo(other.to) >= 0);
        }

        boolean isPoint() {
            return from != null
                    && to != null
                    && !from.after()
                    && to.after()
                    && from.figure().compareTo(to.figure()) == 0;
        }

        boolean isBounded() {
            return from != null && to != null;
        }

        /** Whether nothing an amount can be lies in it, since amounts have two decimals. */
        boolean isSliver() {
            return from != null
                    && to != null
                    && from.after()
                    && !to.after()
                    && to.figure().subtract(from.figure()).compareTo(FEN) <= 0;
        }

        /** Whether it lies between the lowest and the highest of these figures. */
        boolean isWithin(List<BigDecimal> figures) {
            return from != null
                    && to != null
                    && from.figure().compareTo(Collections.min(figures)) >= 0
                    && to.figure().compareTo(Collections.max(figures)) <= 0;
        }

        boolean reachesNotAsFarAs(Range other) {
            return to != null && (other.to == null || to.compareTo(other.to) < 0);
        }

        Range and(Range other) {
            return new Range(
                    higher(from, other.from),
                    to == null
                            ? other.to
                            : other.to == null || to.compareTo(other.to) <= 0 ? to : other.to);
        }

        private static @Nullable Edge higher(@Nullable Edge a, @Nullable Edge b) {
            return a == null ? b : b == null || a.compareTo(b) >= 0 ? a : b;
        }
    }

    static Figures all(ValueType type) {
        return new Figures(List.of(Range.ALL), type.mayBeMissing(), type);
    }

    private Figures with(Stream<Range> some, boolean orMissing) {
        var in = new ArrayList<Range>();
        some.map(this::exact).filter(range -> !range.isEmpty()).forEach(in::add);
        return new Figures(in, orMissing, type);
    }

    /** Between whole numbers there is nothing. */
    Range exact(Range range) {
        if (type.kind() == Kind.DECIMAL) {
            return range;
        }
        var from = range.from();
        var to = range.to();
        return new Range(
                from == null ? null : new Edge(firstWhole(from), false),
                to == null ? null : new Edge(firstWhole(to).subtract(BigDecimal.ONE), true));
    }

    /** The first whole number above an edge. */
    private static BigDecimal firstWhole(Edge edge) {
        var up = edge.figure().setScale(0, RoundingMode.CEILING);
        return edge.after() && up.compareTo(edge.figure()) == 0 ? up.add(BigDecimal.ONE) : up;
    }

    static BigDecimal figure(Object value) {
        return value instanceof LocalDate day
                ? BigDecimal.valueOf(day.toEpochDay())
                : value instanceof BigDecimal amount
                        ? amount
                        : BigDecimal.valueOf(((Number) value).longValue());
    }

    @Override
    public Figures where(String operator, Object value) {
        var before = new Edge(figure(value), false);
        var after = new Edge(figure(value), true);
        var range =
                switch (operator) {
                    case "<" -> new Range(null, before);
                    case "<=" -> new Range(null, after);
                    case ">" -> new Range(after, null);
                    case ">=" -> new Range(before, null);
                    default -> new Range(before, after);
                };
        return with(Stream.of(range), false);
    }

    /** The figures that the ranges begin and end with. */
    List<BigDecimal> edges() {
        return ranges.stream()
                .flatMap(range -> Stream.of(range.from(), range.to()))
                .filter(Objects::nonNull)
                .map(Edge::figure)
                .toList();
    }

    boolean isOfDays() {
        return type.kind() == Kind.DATE;
    }

    /** The same between two figures, both included. */
    Figures between(long low, long high) {
        return where(">=", low).and(where("<=", high));
    }

    @Override
    public Figures and(ValueSet other) {
        var second = (Figures) other;
        return with(
                ranges.stream().flatMap(one -> second.ranges.stream().map(one::and)),
                missing && second.missing);
    }

    @Override
    public Figures not() {
        var out = new ArrayList<Range>();
        Edge from = null;
        boolean open = true;
        for (Range range : ranges) {
            if (range.from() != null) {
                out.add(new Range(from, range.from()));
            }
            from = range.to();
            open = from != null;
        }
        if (open) {
            out.add(new Range(from, null));
        }
        return with(out.stream(), type.mayBeMissing() && !missing);
    }

    @Override
    public Figures present() {
        return new Figures(ranges, false, type);
    }

    @Override
    public boolean isEmpty() {
        return ranges.isEmpty() && !missing;
    }

    @Override
    public boolean isApartFrom(ValueSet other) {
        var second = (Figures) other;
        if (missing && second.missing) {
            return false;
        }
        for (Range one : ranges) {
            for (Range two : second.ranges) {
                if (!one.isApartFrom(two)) {
                    return false;
                }
            }
        }
        return true;
    }

    @Override
    public boolean includes(ValueSet other) {
        var second = (Figures) other;
        if (second.missing && !missing) {
            return false;
        }
        for (Range two : second.ranges) {
            boolean in = false;
            for (Range one : ranges) {
                in |= one.includes(two);
            }
            if (!in) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String shown() {
        var in = ranges.stream().map(this::shown);
        return Stream.concat(in, missing ? Stream.of("null") : Stream.empty())
                .collect(Collectors.joining(" / "));
    }

    private String shown(Range range) {
        if (range.isPoint()) {
            return shown(range.to());
        }
        var parts = new ArrayList<String>(2);
        if (range.from() != null) {
            parts.add((range.from().after() ? "> " : ">= ") + shown(range.from()));
        }
        if (range.to() != null) {
            parts.add((range.to().after() ? "<= " : "< ") + shown(range.to()));
        }
        return String.join(", ", parts);
    }

    private String shown(@Nullable Edge edge) {
        if (edge == null) {
            return "";
        }
        return type.kind() == Kind.DATE
                ? LocalDate.ofEpochDay(edge.figure().longValue()).toString()
                : edge.figure().stripTrailingZeros().toPlainString();
    }
}
