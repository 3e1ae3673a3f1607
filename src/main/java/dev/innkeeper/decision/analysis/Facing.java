package dev.innkeeper.decision.analysis;

import dev.innkeeper.decision.gate.Check;
import dev.innkeeper.decision.gate.Demand;
import dev.innkeeper.decision.gate.Operand;
import dev.innkeeper.decision.gate.ReadRule;
import dev.innkeeper.decision.gate.Vocabulary.Field;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Facts that conditions face: works out without the engine what it would find. */
final class Facing {

    private final List<Record> facts;

    /**
     * @param facts all of them, the words found in texts included
     */
    Facing(List<Record> facts) {
        this.facts = facts;
    }

    /** Whether a rule fires. */
    boolean fires(ReadRule rule) {
        return holds(rule.demands(), Map.of());
    }

    /** The facts of a type. */
    List<Record> of(Class<? extends Record> type) {
        return facts.stream().filter(fact -> fact.getClass() == type).toList();
    }

    /**
     * Whether all is so.
     *
     * @param bound the facts that variables stand for or whose fields they do
     */
    boolean holds(List<Demand> demands, Map<String, Record> bound) {
        if (demands.isEmpty()) {
            return true;
        }
        var rest = demands.subList(1, demands.size());
        var first = demands.get(0);
        if (first instanceof Demand.Some some) {
            for (Record fact : of(some.fact().type())) {
                var more = bind(some, fact, bound);
                if (some.checks().stream().allMatch(asked -> holds(asked.check(), fact, more))
                        && holds(rest, more)) {
                    return true;
                }
            }
            return false;
        } else if (first instanceof Demand.All all) {
            return holds(joined(all.inner(), rest), bound);
        } else if (first instanceof Demand.Not not) {
            return !holds(List.of(not.inner()), bound) && holds(rest, bound);
        } else if (first instanceof Demand.Exists exists) {
            return holds(List.of(exists.inner()), bound) && holds(rest, bound);
        }
        return ((Demand.Any) first).inner().stream().anyMatch(one -> holds(List.of(one), bound))
                && holds(rest, bound);
    }

    static List<Demand> joined(Collection<Demand> first, Collection<Demand> second) {
        var all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    static Map<String, Record> bind(Demand.Some some, Record fact, Map<String, Record> bound) {
        if (some.variable().isEmpty() && some.bound().isEmpty()) {
            return bound;
        }
        var more = new HashMap<>(bound);
        more.put(some.variable(), fact);
        some.bound().keySet().forEach(variable -> more.put(variable, fact));
        return more;
    }

    /** Whether a check holds for a fact. */
    boolean holds(Check check, Record fact, Map<String, Record> bound) {
        if (check instanceof Check.Both both) {
            return holds(both.left(), fact, bound) && holds(both.right(), fact, bound);
        } else if (check instanceof Check.Either either) {
            return holds(either.left(), fact, bound) || holds(either.right(), fact, bound);
        } else if (check instanceof Check.Opposite opposite) {
            return !holds(opposite.inner(), fact, bound);
        } else if (check instanceof Check.Yes yes) {
            return Boolean.TRUE.equals(value(yes.value(), fact, bound));
        } else if (check instanceof Check.Comparison comparison) {
            return compare(
                    comparison.operator(), comparison.left(), comparison.right(), fact, bound);
        } else if (check instanceof Check.Among among) {
            String operator = among.negated() ? "!=" : "==";
            var each =
                    among.values().stream()
                            .map(one -> compare(operator, among.value(), one, fact, bound));
            return among.negated() ? each.allMatch(yes -> yes) : each.anyMatch(yes -> yes);
        } else if (check instanceof Check.Contains contains) {
            var whole = value(contains.whole(), fact, bound);
            var part = value(contains.part(), fact, bound);
            boolean found =
                    whole instanceof Collection<?> many && many.contains(part)
                            || whole instanceof String text
                                    && part instanceof String piece
                                    && text.contains(piece);
            return found != contains.negated();
        }
        var matches = (Check.Matches) check;
        return (value(matches.text(), fact, bound) instanceof String text
                        && text.matches(matches.pattern()))
                != matches.negated();
    }

    private boolean compare(
            String operator,
            Operand first,
            Operand second,
            Record fact,
            Map<String, Record> bound) {
        var left = value(first, fact, bound);
        var right = value(second, fact, bound);
        boolean calculated =
                first instanceof Operand.Calculation && left == null
                        || second instanceof Operand.Calculation && right == null;
        if (calculated) {
            return false;
        }
        return switch (operator) {
            case "==" -> left == null || right == null ? left == right : order(left, right) == 0;
            case "!=" -> left == null || right == null ? left != right : order(left, right) != 0;
            case "<" -> left != null && right != null && order(left, right) < 0;
            case "<=" -> left != null && right != null && order(left, right) <= 0;
            case ">" -> left != null && right != null && order(left, right) > 0;
            default -> left != null && right != null && order(left, right) >= 0;
        };
    }

    /** How two values compare; what has no order is only alike or not. */
    @SuppressWarnings("unchecked")
    private static int order(Object left, Object right) {
        if (left instanceof Comparable<?> one && left.getClass() == right.getClass()) {
            return ((Comparable<Object>) one).compareTo(right);
        }
        return Objects.equals(left, right) ? 0 : 1;
    }

    /** A value, figures as {@link BigDecimal}; null where it is missing. */
    @Nullable Object value(Operand operand, Record fact, Map<String, Record> bound) {
        if (operand instanceof Operand.Literal literal) {
            return plain(literal.value());
        } else if (operand instanceof Operand.Here here) {
            return read(here.field(), fact);
        } else if (operand instanceof Operand.There there) {
            var other = bound.get(there.variable());
            return other == null ? null : read(there.field(), other);
        }
        var calculation = (Operand.Calculation) operand;
        if (value(calculation.left(), fact, bound) instanceof BigDecimal left
                && value(calculation.right(), fact, bound) instanceof BigDecimal right) {
            return switch (calculation.operator()) {
                case "+" -> left.add(right);
                case "-" -> left.subtract(right);
                default -> left.multiply(right);
            };
        }
        return null;
    }

    /** A field of a fact, a figure as {@link BigDecimal}; null where it is missing. */
    static @Nullable Object read(Field field, Record fact) {
        try {
            return plain(field.accessor().invoke(fact));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return value instanceof Integer || value instanceof Long
                ? BigDecimal.valueOf(((Number) value).longValue())
                : value;
    }
}
