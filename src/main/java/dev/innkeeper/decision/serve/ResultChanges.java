package dev.innkeeper.decision.serve;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Compares an answer with the recorded one, component by component: as values, since a set has no
 * order and 5 is 5.00; as they were written, where the record cannot be read as a result any more.
 */
final class ResultChanges {

    private ResultChanges() {}

    /**
     * The components that are other than they were recorded.
     *
     * @param before the recorded result, where it can be read
     */
    static <R extends Record> List<Tried.Change> of(
            FactsJson json, DecisionRecord decided, Optional<R> before, R now) {
        if (before.isPresent() && before.get().equals(now)) {
            return List.of();
        }
        var then = json.tree(decided.result());
        // through text, as the record went
        var today = json.tree(json.write(now));
        var changes = new ArrayList<Tried.Change>();
        for (RecordComponent component : now.getClass().getRecordComponents()) {
            String field = component.getName();
            JsonNode earlier = then.path(field);
            JsonNode later = today.path(field);
            boolean same =
                    before.isPresent()
                            ? alike(read(component, before.get()), read(component, now))
                            : earlier.equals(later);
            if (!same) {
                changes.add(new Tried.Change(field, orNull(earlier), orNull(later)));
            }
        }
        return changes;
    }

    private static JsonNode orNull(JsonNode value) {
        return value.isMissingNode() ? NullNode.getInstance() : value;
    }

    private static boolean alike(@Nullable Object one, @Nullable Object other) {
        return one instanceof BigDecimal amount && other instanceof BigDecimal another
                ? amount.compareTo(another) == 0
                : Objects.equals(one, other);
    }

    static @Nullable Object read(RecordComponent component, Record from) {
        try {
            return component.getAccessor().invoke(from);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
