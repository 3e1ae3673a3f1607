package dev.innkeeper.decision.analysis;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Some texts, or all but some.
 *
 * @param named the texts
 * @param others whether all but these are in, rather than these
 * @param missing whether none at all is in
 */
record Texts(Set<String> named, boolean others, boolean missing) implements ValueSet {

    static final Texts ALL = new Texts(Set.of(), true, true);

    @Override
    public ValueSet where(String operator, Object value) {
        return new Texts(Set.of((String) value), false, false);
    }

    @Override
    public ValueSet and(ValueSet other) {
        var second = (Texts) other;
        var both = new TreeSet<String>();
        if (others && second.others) {
            both.addAll(named);
            both.addAll(second.named);
        } else {
            both.addAll(others ? second.named : named);
            both.removeIf(text -> !has(text) || !second.has(text));
        }
        return new Texts(both, others && second.others, missing && second.missing);
    }

    private boolean has(String text) {
        return named.contains(text) != others;
    }

    @Override
    public ValueSet not() {
        return new Texts(named, !others, !missing);
    }

    @Override
    public ValueSet present() {
        return new Texts(named, others, false);
    }

    @Override
    public boolean isEmpty() {
        return named.isEmpty() && !others && !missing;
    }

    @Override
    public String shown() {
        String all =
                new TreeSet<>(named)
                        .stream()
                                .map(text -> (others ? "!= " : "") + '"' + text + '"')
                                .collect(Collectors.joining(", "));
        return missing && !others ? all + (all.isEmpty() ? "" : ", ") + "null" : all;
    }
}
