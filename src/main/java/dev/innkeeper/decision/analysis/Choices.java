package dev.innkeeper.decision.analysis;

import dev.innkeeper.decision.gate.ValueType;
import dev.innkeeper.decision.gate.ValueType.Kind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Constants of an enum, or yes and no.
 *
 * @param names all that there are
 * @param chosen the bits of those that are in, by their place among the names
 * @param missing whether none at all is in
 * @param mayBeMissing whether there may be none
 */
record Choices(List<String> names, long chosen, boolean missing, boolean mayBeMissing)
        implements ValueSet {

    /** Every choice; empty where there are more than bits. */
    static Optional<ValueSet> all(ValueType type) {
        var names = type.kind() == Kind.YES_NO ? List.of("true", "false") : type.constants();
        return names.size() >= Long.SIZE
                ? Optional.empty()
                : Optional.of(
                        new Choices(
                                names,
                                (1L << names.size()) - 1,
                                type.mayBeMissing(),
                                type.mayBeMissing()));
    }

    @Override
    public ValueSet where(String operator, Object value) {
        int index = names.indexOf(Wording.literal(value));
        return new Choices(names, 1L << index, false, mayBeMissing);
    }

    @Override
    public ValueSet and(ValueSet other) {
        var others = (Choices) other;
        return new Choices(names, chosen & others.chosen, missing && others.missing, mayBeMissing);
    }

    @Override
    public ValueSet not() {
        long all = (1L << names.size()) - 1;
        return new Choices(names, all & ~chosen, mayBeMissing && !missing, mayBeMissing);
    }

    @Override
    public ValueSet present() {
        return new Choices(names, chosen, false, mayBeMissing);
    }

    @Override
    public boolean isEmpty() {
        return chosen == 0 && !missing;
    }

    /** How many constants are in. */
    int size() {
        return Long.bitCount(chosen);
    }

    @Override
    public boolean includes(ValueSet other) {
        var others = (Choices) other;
        return (others.chosen & ~chosen) == 0 && (missing || !others.missing);
    }

    @Override
    public String shown() {
        var in =
                Stream.iterate(0, i -> i < names.size(), i -> i + 1)
                        .filter(i -> (chosen >> i & 1) == 1)
                        .map(names::get);
        return Stream.concat(in, missing ? Stream.of("null") : Stream.empty())
                .collect(Collectors.joining(", "));
    }
}
