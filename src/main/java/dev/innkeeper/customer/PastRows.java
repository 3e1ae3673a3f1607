package dev.innkeeper.customer;

import dev.innkeeper.common.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Rows that are checked one by one, and then laid over what is there in their order; one that is
 * refused leaves the others alone.
 */
final class PastRows<T> {

    private final List<@Nullable T> rows = new ArrayList<>();
    private final List<PastRow> outcomes = new ArrayList<>();

    /**
     * The rows as they are to be kept.
     *
     * @param check gives the row as it is kept, or throws why it cannot be
     */
    PastRows(List<T> given, UnaryOperator<T> check) {
        for (T row : given) {
            try {
                rows.add(check.apply(row));
                outcomes.add(PastRow.UNCHANGED);
            } catch (Refusal refusal) {
                rows.add(null);
                outcomes.add(PastRow.refused(refusal));
            }
        }
    }

    /** What those say that passed the check. */
    <R> List<R> say(Function<T, R> what) {
        List<R> said = new ArrayList<>(rows.size());
        for (T row : rows) {
            if (row != null) {
                said.add(what.apply(row));
            }
        }
        return said;
    }

    /** What became of each, in their order. */
    List<PastRow> lay(Function<T, PastRow> how) {
        for (int place = 0; place < rows.size(); place++) {
            T row = rows.get(place);
            if (row != null) {
                outcomes.set(place, laid(row, how));
            }
        }
        return List.copyOf(outcomes);
    }

    private static <T> PastRow laid(T row, Function<T, PastRow> how) {
        try {
            return how.apply(row);
        } catch (Refusal refusal) {
            return PastRow.refused(refusal);
        }
    }
}
