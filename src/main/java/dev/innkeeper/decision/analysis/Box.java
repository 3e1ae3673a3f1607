package dev.innkeeper.decision.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Facts of one type: each field named has one of its values, and all holds that only the engine can
 * work out.
 *
 * @param fields the values by field
 * @param beyond conditions that compare several fields, as written
 */
record Box(Map<String, ValueSet> fields, Set<String> beyond) {

    static final Box ALL = new Box(Map.of(), Set.of());

    static Box of(String field, ValueSet values) {
        return new Box(Map.of(field, values), Set.of());
    }

    static Box beyond(String condition) {
        return new Box(Map.of(), Set.of(condition));
    }

    Box and(Box other) {
        var both = new HashMap<>(fields);
        other.fields.forEach((field, values) -> both.merge(field, values, ValueSet::and));
        var all = new HashSet<>(beyond);
        all.addAll(other.beyond);
        return new Box(both, all);
    }

    boolean isEmpty() {
        for (ValueSet values : fields.values()) {
            if (values.isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** Whether every fact of the other is surely one of these. */
    boolean includes(Box other) {
        for (var field : fields.entrySet()) {
            var values = other.fields.get(field.getKey());
            if (values == null
                    ? !field.getValue().isEverything()
                    : !field.getValue().includes(values)) {
                return false;
            }
        }
        return other.beyond.containsAll(beyond);
    }

    /** Whether there is surely nothing that is in both. */
    boolean isApartFrom(Box other) {
        for (var field : fields.entrySet()) {
            var values = other.fields.get(field.getKey());
            if (values != null && values.isApartFrom(field.getValue())) {
                return true;
            }
        }
        return false;
    }

    /** What is in this and not in the other, of which nothing is beyond us, in boxes apart. */
    List<Box> minus(Box other) {
        if (isApartFrom(other)) {
            return List.of(this);
        }
        var left = new ArrayList<Box>();
        var inner = new HashMap<>(fields);
        for (var field : other.fields.entrySet()) {
            var own = inner.get(field.getKey());
            var outside = own == null ? field.getValue().not() : own.and(field.getValue().not());
            if (!outside.isEmpty()) {
                var part = new HashMap<>(inner);
                part.put(field.getKey(), outside);
                left.add(new Box(part, beyond));
            }
            inner.merge(field.getKey(), field.getValue(), ValueSet::and);
        }
        return left;
    }

    /** The fields and their values, such as {@code category NOISE; amount >= 50}. */
    String shown() {
        return besides("");
    }

    /** The same but for one field. */
    String besides(String field) {
        return fields.entrySet().stream()
                .filter(one -> !one.getKey().equals(field))
                .map(one -> one.getKey() + " " + one.getValue().shown())
                .sorted()
                .collect(Collectors.joining("; "));
    }
}
