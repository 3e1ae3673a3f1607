package dev.innkeeper.workflow;

import dev.innkeeper.common.Group;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;

/**
 * The variables of a process: what its gateways, timers and tasks read, and nothing else. They are
 * copies of what the desk answers, never the other way round.
 *
 * @param <P> the answers and dates of a case
 */
public final class ProcessVariables<P> {

    private final Map<String, Function<P, @Nullable Object>> readers;
    private final Set<String> always;

    /**
     * The variables of one process.
     *
     * @param readers each with where its value is read
     * @param always those that have to be there from the start, since anything may read them
     */
    public ProcessVariables(
            Map<String, Function<P, @Nullable Object>> readers, Set<String> always) {
        this.readers = new LinkedHashMap<>(readers);
        this.always = Set.copyOf(always);
    }

    /** The name of every variable. */
    public Set<String> all() {
        return readers.keySet();
    }

    /** The name of every variable that is written each time. */
    public Set<String> always() {
        return always;
    }

    /** Every variable with its value, to start a process with. */
    public VariableMap values(P answers) {
        var values = Variables.createVariables();
        readers.forEach((name, reader) -> values.putValue(name, reader.apply(answers)));
        return values;
    }

    /**
     * Copies answers to the variables: those that anything may read, and those named. Only what
     * changed is written, since each costs a row now and one in the history.
     *
     * @return the names of those that changed
     */
    public Set<String> write(VariableScope scope, P answers, String... named) {
        var names = new TreeSet<>(always);
        names.addAll(Set.of(named));
        var changed = changes(scope.getVariables(), answers, names);
        scope.setVariables(changed);
        return changed.keySet();
    }

    /** What is to be written where these variables are there: those whose value is another one. */
    public Map<String, @Nullable Object> changes(Map<String, Object> present, P answers) {
        return changes(present, answers, always);
    }

    private Map<String, @Nullable Object> changes(
            Map<String, Object> present, P answers, Set<String> names) {
        var changed = new LinkedHashMap<String, @Nullable Object>();
        for (var name : names) {
            var value = readers.get(name).apply(answers);
            if (!present.containsKey(name) || !Objects.equals(present.get(name), value)) {
                changed.put(name, value);
            }
        }
        return changed;
    }

    /** A moment as the engine keeps it. */
    public static @Nullable Date date(@Nullable Instant moment) {
        return moment == null ? null : Date.from(moment);
    }

    /** A group by its id. */
    public static @Nullable String id(@Nullable Group group) {
        return group == null ? null : group.id();
    }

    /** A choice by its name. */
    public static @Nullable String name(@Nullable Enum<?> choice) {
        return choice == null ? null : choice.name();
    }
}
