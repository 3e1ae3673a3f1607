package dev.innkeeper.decision.gate;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Notices conditions on one fact that can never hold together, such as {@code amount >= 500, amount
 * < 200}.
 */
final class Limits {

    private final Map<String, Range> ranges = new HashMap<>();

    private static final class Range {
        private @Nullable BigDecimal low;
        private boolean lowIncluded;
        private @Nullable BigDecimal high;
        private boolean highIncluded;

        boolean isEmpty() {
            if (low == null || high == null) {
                return false;
            }
            int compared = low.compareTo(high);
            return compared > 0 || compared == 0 && !(lowIncluded && highIncluded);
        }
    }

    void add(Syntax.Term test) {
        if (test instanceof Syntax.Logic logic && logic.operator().equals("&&")) {
            add(logic.left());
            add(logic.right());
        } else if (test instanceof Syntax.Compare compare
                && compare.left() instanceof Syntax.Name name
                && compare.right() instanceof Syntax.Figure figure) {
            var range = ranges.computeIfAbsent(name.name(), key -> new Range());
            narrow(range, compare.operator(), new BigDecimal(figure.digits()));
            if (range.isEmpty()) {
                throw new GateException(
                        compare.at(),
                        "These conditions on %s can never hold together. Mend a figure. | %1$s的这些条件不可能同时成立，请修改数字。"
                                .formatted(name.name()));
            }
        }
    }

    private static void narrow(Range range, String operator, BigDecimal figure) {
        if (operator.startsWith(">") || operator.equals("==")) {
            boolean included = !operator.equals(">");
            int compared = range.low == null ? 1 : figure.compareTo(range.low);
            if (compared > 0) {
                range.low = figure;
                range.lowIncluded = included;
            } else if (compared == 0) {
                range.lowIncluded &= included;
            }
        }
        if (operator.startsWith("<") || operator.equals("==")) {
            boolean included = !operator.equals("<");
            int compared = range.high == null ? -1 : figure.compareTo(range.high);
            if (compared < 0) {
                range.high = figure;
                range.highIncluded = included;
            } else if (compared == 0) {
                range.highIncluded &= included;
            }
        }
    }
}
