package dev.innkeeper.decision.analysis;

import dev.innkeeper.decision.gate.Check;
import dev.innkeeper.decision.gate.Demand;
import dev.innkeeper.decision.gate.Operand;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes conditions in one way, so that those that mean the same read the same. */
final class Wording {

    private Wording() {}

    /** What a rule asks, whatever its variables are called. */
    static String of(List<Demand> demands) {
        return demands.stream().map(Wording::of).sorted().collect(Collectors.joining(" and "));
    }

    private static String of(Demand demand) {
        if (demand instanceof Demand.Some some) {
            return some.fact().name()
                    + some.checks().stream()
                            .map(asked -> of(asked.check()))
                            .sorted()
                            .collect(Collectors.joining(", ", "(", ")"));
        } else if (demand instanceof Demand.Not not) {
            return "not " + of(not.inner());
        } else if (demand instanceof Demand.Exists exists) {
            return "exists " + of(exists.inner());
        } else if (demand instanceof Demand.All all) {
            return "(" + of(all.inner()) + ")";
        }
        return ((Demand.Any) demand)
                .inner().stream()
                        .map(Wording::of)
                        .sorted()
                        .collect(Collectors.joining(" or ", "(", ")"));
    }

    static String of(Check check) {
        if (check instanceof Check.Comparison comparison) {
            return of(comparison.left())
                    + " "
                    + comparison.operator()
                    + " "
                    + of(comparison.right());
        } else if (check instanceof Check.Both both) {
            return "(" + of(both.left()) + " && " + of(both.right()) + ")";
        } else if (check instanceof Check.Either either) {
            return "(" + of(either.left()) + " || " + of(either.right()) + ")";
        } else if (check instanceof Check.Opposite opposite) {
            return "!(" + of(opposite.inner()) + ")";
        } else if (check instanceof Check.Yes yes) {
            return of(yes.value());
        } else if (check instanceof Check.Among among) {
            return of(among.value())
                    + (among.negated() ? " not in " : " in ")
                    + among.values().stream()
                            .map(Wording::of)
                            .collect(Collectors.joining(", ", "(", ")"));
        } else if (check instanceof Check.Contains contains) {
            return of(contains.whole())
                    + (contains.negated() ? " not contains " : " contains ")
                    + of(contains.part());
        }
        var matches = (Check.Matches) check;
        return of(matches.text())
                + (matches.negated() ? " not matches " : " matches ")
                + '"'
                + matches.pattern()
                + '"';
    }

    static String of(Operand operand) {
        if (operand instanceof Operand.Literal literal) {
            return literal(literal.value());
        } else if (operand instanceof Operand.Here here) {
            return here.field().name();
        } else if (operand instanceof Operand.There there) {
            return there.fact().name() + "." + there.field().name();
        }
        var calculation = (Operand.Calculation) operand;
        return "("
                + of(calculation.left())
                + " "
                + calculation.operator()
                + " "
                + of(calculation.right())
                + ")";
    }

    /** A value as a rule writes it. */
    static String literal(@Nullable Object value) {
        if (value instanceof String text) {
            return '"' + text + '"';
        } else if (value instanceof BigDecimal amount) {
            return amount.stripTrailingZeros().toPlainString();
        } else if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        return String.valueOf(value);
    }
}
