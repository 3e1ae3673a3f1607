package dev.innkeeper.decision.analysis;

import dev.innkeeper.decision.Decision;
import dev.innkeeper.decision.Facts;
import dev.innkeeper.decision.gate.Check;
import dev.innkeeper.decision.gate.Demand;
import dev.innkeeper.decision.gate.Operand;
import dev.innkeeper.decision.gate.ReadRule;
import dev.innkeeper.decision.gate.ValueType.Kind;
import dev.innkeeper.decision.load.RuleSetLoader;
import dev.innkeeper.decision.load.Sources;
import dev.innkeeper.decision.words.TextWords;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the rules that did not fire for a question but came closest: those with the fewest
 * conditions that failed, and of these the ones whose figures were nearest.
 */
public final class NearMisses {

    private static final int MOST = 5;
    private static final int MOST_LACKS = 2;
    private static final int MOST_TRIES = 2_000;
    private static final double FAR = 1;
    private static final double NOT_THERE = 2;

    private final Facing facing;
    private final LackWords words;
    private final Set<String> decidedBy = new HashSet<>();
    private int tries;

    private NearMisses(Facing facing) {
        this.facing = facing;
        this.words = new LackWords(facing);
    }

    /**
     * The rules that came closest, the closest first, at most five, none with more than two
     * conditions that failed. Of a table of which a row fired, the rows for other choices are left
     * out: they are not near, they are others.
     *
     * @param decision the question
     * @param sources the files of the rules that answered; where they cannot be read any more there
     *     are none
     * @param facts what was asked
     * @param fired the names of the rules that fired
     */
    public static List<NearMiss> of(
            Decision<?, ?> decision, Sources sources, Facts facts, Collection<String> fired) {
        var checked = RuleSetLoader.check(decision, sources);
        if (!checked.isClean()) {
            return List.of();
        }
        var all = new ArrayList<>(facts.all());
        all.addAll(new TextWords(decision, checked.words()).in(facts.all()));
        return new NearMisses(new Facing(all)).of(checked.rules(), fired);
    }

    /**
     * A check that failed.
     *
     * @param fact the fact for which it did
     * @param bound the facts that variables stand for
     * @param distance how far it was from holding: 0 very near, 1 far, more where the fact is
     *     missing
     */
    record Failed(
            Demand.Some some,
            Demand.@Nullable Asked asked,
            @Nullable Check check,
            @Nullable Record fact,
            Map<String, Record> bound,
            double distance) {}

    private record Miss(ReadRule rule, List<Failed> failed) {

        double distance() {
            return failed.stream().mapToDouble(Failed::distance).sum();
        }
    }

    private List<NearMiss> of(List<ReadRule> rules, Collection<String> fired) {
        for (ReadRule rule : rules) {
            if (fired.contains(rule.info().name())) {
                rule.info()
                        .fields()
                        .forEach(
                                (fact, fields) ->
                                        fields.forEach(
                                                field -> decidedBy.add(key(rule, fact, field))));
            }
        }
        return rules.stream()
                .filter(rule -> !fired.contains(rule.info().name()))
                .map(rule -> new Miss(rule, closest(rule)))
                .filter(miss -> !miss.failed().isEmpty() && miss.failed().size() <= MOST_LACKS)
                .filter(miss -> miss.failed().stream().noneMatch(one -> isOther(miss.rule(), one)))
                .sorted(
                        Comparator.<Miss>comparingInt(miss -> miss.failed().size())
                                .thenComparingDouble(Miss::distance))
                .limit(MOST)
                .map(
                        miss ->
                                new NearMiss(
                                        miss.rule().info().name(),
                                        miss.rule().info().where(),
                                        miss.failed().stream()
                                                .map(one -> words.lack(miss.rule(), one))
                                                .toList()))
                .toList();
    }

    private static String key(ReadRule rule, String fact, String field) {
        return rule.info().file() + " " + fact + "." + field;
    }

    /** Whether it asks for another choice than a row of the same file that fired. */
    private boolean isOther(ReadRule rule, Failed failed) {
        if (failed.check() == null || !(looked(failed.check()) instanceof Operand.Here here)) {
            return false;
        }
        var kind = here.field().type().kind();
        return (kind == Kind.CHOICE || kind == Kind.TEXT)
                && decidedBy.contains(key(rule, failed.some().fact().name(), here.field().name()));
    }

    /** What failed in the way of matching the rule in which the least did; empty where nothing. */
    private List<Failed> closest(ReadRule rule) {
        tries = 0;
        return closest(rule.demands(), Map.of());
    }

    private List<Failed> closest(List<Demand> demands, Map<String, Record> bound) {
        if (demands.isEmpty()) {
            return List.of();
        }
        var rest = demands.subList(1, demands.size());
        var first = demands.get(0);
        if (first instanceof Demand.All all) {
            return closest(Facing.joined(all.inner(), rest), bound);
        } else if (first instanceof Demand.Some some) {
            return closest(some, rest, bound);
        } else if (first instanceof Demand.Exists exists) {
            return joined(closest(List.of(exists.inner()), bound), closest(rest, bound));
        } else if (first instanceof Demand.Any any) {
            var best =
                    any.inner().stream()
                            .map(one -> closest(List.of(one), bound))
                            .min(NearMisses::nearer)
                            .orElseThrow();
            return joined(best, closest(rest, bound));
        }
        var inner = ((Demand.Not) first).inner();
        boolean fails = facing.holds(List.of(inner), bound);
        return joined(fails ? unwanted(inner, bound) : List.of(), closest(rest, bound));
    }

    private List<Failed> closest(Demand.Some some, List<Demand> rest, Map<String, Record> bound) {
        List<Failed> best = null;
        for (Record fact : facing.of(some.fact().type())) {
            if (best != null && ++tries > MOST_TRIES) {
                break;
            }
            var more = Facing.bind(some, fact, bound);
            var failed = new ArrayList<Failed>();
            for (Demand.Asked asked : some.checks()) {
                check(some, asked, asked.check(), fact, more, failed);
            }
            failed.addAll(closest(rest, more));
            if (best == null || nearer(failed, best) < 0) {
                best = failed;
            }
        }
        if (best != null) {
            return best;
        }
        var missing = new ArrayList<Failed>();
        missing.add(new Failed(some, null, null, null, bound, NOT_THERE));
        // whatever else is asked of the fact cannot hold either
        for (Demand.Asked asked : some.checks()) {
            missing.add(new Failed(some, asked, asked.check(), null, bound, NOT_THERE));
        }
        missing.addAll(closest(rest, bound));
        return missing;
    }

    private void check(
            Demand.Some some,
            Demand.Asked asked,
            Check check,
            Record fact,
            Map<String, Record> bound,
            List<Failed> failed) {
        if (check instanceof Check.Both both) {
            check(some, asked, both.left(), fact, bound, failed);
            check(some, asked, both.right(), fact, bound, failed);
        } else if (!facing.holds(check, fact, bound)) {
            failed.add(new Failed(some, asked, check, fact, bound, distance(check, fact, bound)));
        }
    }

    private double distance(Check check, Record fact, Map<String, Record> bound) {
        if (!(check instanceof Check.Comparison comparison)) {
            return FAR;
        }
        var left = facing.value(comparison.left(), fact, bound);
        var right = facing.value(comparison.right(), fact, bound);
        if (left instanceof BigDecimal one && right instanceof BigDecimal other) {
            double apart = one.subtract(other).abs().doubleValue();
            double size = Math.max(1, Math.max(one.abs().doubleValue(), other.abs().doubleValue()));
            return Math.min(FAR, apart / size);
        } else if (left instanceof LocalDate one && right instanceof LocalDate other) {
            return Math.min(FAR, Math.abs(one.toEpochDay() - other.toEpochDay()) / 365.0);
        }
        return FAR;
    }

    /** A fact is there that must not be. */
    private static List<Failed> unwanted(Demand inner, Map<String, Record> bound) {
        return inner instanceof Demand.Some some
                ? List.of(new Failed(some, null, null, null, bound, FAR))
                : List.of();
    }

    private static List<Failed> joined(List<Failed> first, List<Failed> second) {
        var all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    private static int nearer(List<Failed> first, List<Failed> second) {
        int fewer = Integer.compare(first.size(), second.size());
        return fewer != 0
                ? fewer
                : Double.compare(
                        first.stream().mapToDouble(Failed::distance).sum(),
                        second.stream().mapToDouble(Failed::distance).sum());
    }

    /** The operand with the field that a check looks at first, or null where it has none. */
    static @Nullable Operand looked(Check check) {
        return operands(check)
                .map(NearMisses::looked)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** What a check compares, from left to right. */
    static Stream<Operand> operands(Check check) {
        if (check instanceof Check.Both both) {
            return Stream.concat(operands(both.left()), operands(both.right()));
        } else if (check instanceof Check.Either either) {
            return Stream.concat(operands(either.left()), operands(either.right()));
        } else if (check instanceof Check.Opposite opposite) {
            return operands(opposite.inner());
        } else if (check instanceof Check.Yes yes) {
            return Stream.of(yes.value());
        } else if (check instanceof Check.Comparison comparison) {
            return Stream.of(comparison.left(), comparison.right());
        } else if (check instanceof Check.Among among) {
            return Stream.concat(Stream.of(among.value()), among.values().stream());
        } else if (check instanceof Check.Contains contains) {
            return Stream.of(contains.whole(), contains.part());
        }
        return Stream.of(((Check.Matches) check).text());
    }

    private static @Nullable Operand looked(Operand operand) {
        if (operand instanceof Operand.Calculation calculation) {
            var left = looked(calculation.left());
            return left == null ? looked(calculation.right()) : left;
        }
        return operand instanceof Operand.Literal ? null : operand;
    }
}
