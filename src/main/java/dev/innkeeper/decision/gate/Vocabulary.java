package dev.innkeeper.decision.gate;

import dev.innkeeper.decision.Decision;
import dev.innkeeper.decision.Fact;
import dev.innkeeper.decision.RuleCall;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The facts, fields, choices and calls in which the rules of one decision are written. */
public final class Vocabulary {

    private final String decision;
    private final Class<?> outcome;
    private final Map<String, FactType> facts = new LinkedHashMap<>();
    private final Map<String, Class<?>> choices = new TreeMap<>();
    private final Map<String, Call> calls = new TreeMap<>();

    /**
     * Reads the types of a decision.
     *
     * @throws IllegalArgumentException when a type could not be used in rules
     */
    public Vocabulary(Decision<?, ?> decision) {
        this.decision = decision.name();
        this.outcome = decision.outcome().get().getClass();
        for (Class<? extends Record> type : decision.facts()) {
            if (facts.put(type.getSimpleName(), factType(type)) != null) {
                throw new IllegalArgumentException("Two facts are named " + type.getSimpleName());
            }
        }
        Arrays.stream(outcome.getMethods())
                .filter(method -> method.isAnnotationPresent(RuleCall.class))
                .sorted(Comparator.comparing(Method::getName))
                .forEach(
                        method -> {
                            if (calls.put(method.getName(), call(method)) != null) {
                                throw new IllegalArgumentException(
                                        outcome.getSimpleName()
                                                + " has two calls named "
                                                + method.getName());
                            }
                        });
        if (!Modifier.isPublic(outcome.getModifiers())) {
            throw new IllegalArgumentException(outcome + " is not public, so rules cannot call it");
        }
    }

    /**
     * A fact that rules may look at.
     *
     * @param name its simple name, as rules write it
     * @param type its record
     * @param english its label, empty where it has none
     * @param chinese its label in Chinese
     * @param fields its fields by name
     */
    public record FactType(
            String name,
            Class<? extends Record> type,
            String english,
            String chinese,
            Map<String, Field> fields) {}

    /**
     * A field of a fact.
     *
     * @param name its name, as rules write it
     * @param type its type
     * @param english its label
     * @param chinese its label in Chinese
     * @param unit its unit, or empty
     * @param values its allowed values in words, or empty
     * @param accessor reads it
     */
    public record Field(
            String name,
            ValueType type,
            String english,
            String chinese,
            String unit,
            String values,
            Method accessor) {}

    /**
     * A call that rules may make.
     *
     * @param name the method
     * @param english what it contributes
     * @param chinese what it contributes, in Chinese
     * @param parameters its parameters, the last being the reason
     */
    public record Call(String name, String english, String chinese, List<Parameter> parameters) {}

    /**
     * A parameter of a call.
     *
     * @param name its name
     * @param type its type
     */
    public record Parameter(String name, ValueType type) {}

    private FactType factType(Class<? extends Record> type) {
        if (!Modifier.isPublic(type.getModifiers())) {
            throw new IllegalArgumentException(type + " is not public, so rules cannot look at it");
        }
        var fields = new LinkedHashMap<String, Field>();
        for (RecordComponent component : type.getRecordComponents()) {
            var label = component.getAnnotation(Fact.class);
            var valueType =
                    ValueType.of(
                            component.getGenericType(),
                            type.getSimpleName() + "." + component.getName());
            learn(valueType);
            fields.put(
                    component.getName(),
                    new Field(
                            component.getName(),
                            valueType,
                            label == null ? "" : label.en(),
                            label == null ? "" : label.zh(),
                            label == null ? "" : label.unit(),
                            label == null ? "" : label.values(),
                            component.getAccessor()));
        }
        var label = type.getAnnotation(Fact.class);
        return new FactType(
                type.getSimpleName(),
                type,
                label == null ? "" : label.en(),
                label == null ? "" : label.zh(),
                Collections.unmodifiableMap(fields));
    }

    private Call call(Method method) {
        String where = outcome.getSimpleName() + "." + method.getName();
        var parameters = new ArrayList<Parameter>();
        for (var parameter : method.getParameters()) {
            var type = ValueType.of(parameter.getParameterizedType(), where);
            learn(type);
            parameters.add(new Parameter(parameter.getName(), type));
        }
        if (parameters.isEmpty()
                || parameters.get(parameters.size() - 1).type().kind() != ValueType.Kind.TEXT
                || method.getReturnType() != void.class) {
            throw new IllegalArgumentException(
                    where + " must return nothing and take a reason as its last argument");
        }
        var label = method.getAnnotation(RuleCall.class);
        return new Call(method.getName(), label.en(), label.zh(), List.copyOf(parameters));
    }

    private void learn(ValueType type) {
        if (type.java().isEnum()) {
            var known = choices.putIfAbsent(type.java().getSimpleName(), type.java());
            if (known != null && known != type.java()) {
                throw new IllegalArgumentException("Two enums are named " + known.getSimpleName());
            }
        }
    }

    /** The decision, {@code feature/decision}. */
    public String decision() {
        return decision;
    }

    /** The package in which the rules of the decision are compiled. */
    public String packageName() {
        return "rules." + decision.replace('/', '.').replace('-', '_');
    }

    /** The class of the outcome. */
    public Class<?> outcome() {
        return outcome;
    }

    /** The facts by name. */
    public Map<String, FactType> facts() {
        return Collections.unmodifiableMap(facts);
    }

    /** The enums by simple name. */
    public Map<String, Class<?>> choices() {
        return Collections.unmodifiableMap(choices);
    }

    /** The calls by name. */
    public Map<String, Call> calls() {
        return Collections.unmodifiableMap(calls);
    }

    /** Every class that compiled rules of this decision may use. */
    public Collection<Class<?>> classes() {
        var all = new ArrayList<Class<?>>();
        facts.values().forEach(fact -> all.add(fact.type()));
        all.addAll(choices.values());
        for (Class<?> type = outcome;
                type != null && type != Object.class;
                type = type.getSuperclass()) {
            all.add(type);
        }
        return all;
    }

    /** The fact type with this name, or null. */
    @Nullable FactType fact(String name) {
        return facts.get(name);
    }
}
