package dev.innkeeper.decision.gate;

import dev.innkeeper.decision.gate.Vocabulary.FactType;
import dev.innkeeper.decision.gate.Vocabulary.Field;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known at a place in a rule: its vocabulary, the fact looked at, and the variables bound
 * so far.
 */
final class Scope {

    private final Vocabulary vocabulary;
    private final @Nullable FactType fact;
    private final Map<String, Bound> variables;
    private final int[] counter;

    private Scope(
            Vocabulary vocabulary,
            @Nullable FactType fact,
            Map<String, Bound> variables,
            int[] counter) {
        this.vocabulary = vocabulary;
        this.fact = fact;
        this.variables = variables;
        this.counter = counter;
    }

    /**
     * A bound variable.
     *
     * @param fact the fact it stands for or whose field it is
     * @param field the field, or null where it stands for the whole fact
     * @param code its name in what is compiled
     */
    record Bound(FactType fact, @Nullable Field field, String code) {}

    static Scope of(Vocabulary vocabulary) {
        return new Scope(vocabulary, null, new LinkedHashMap<>(), new int[1]);
    }

    /** The scope inside a condition on a fact; variables bound there remain known. */
    Scope inside(FactType looked) {
        return new Scope(vocabulary, looked, variables, counter);
    }

    /** A scope whose variables fall away again. */
    Scope apart() {
        return new Scope(vocabulary, fact, new LinkedHashMap<>(variables), counter);
    }

    String bind(String variable, FactType type, @Nullable Field field, Position at) {
        if (variables.containsKey(variable)) {
            throw new GateException(
                    at,
                    "%s is bound twice. Give the second another name. | %1$s被绑定了两次，请更换名称。"
                            .formatted(variable));
        }
        String code = "$v" + (++counter[0]);
        variables.put(variable, new Bound(type, field, code));
        return code;
    }

    Bound variable(String name, Position at) {
        var bound = variables.get(name);
        if (bound == null) {
            var hint = Nearest.suggest(name, variables.keySet());
            throw new GateException(
                    at,
                    variables.isEmpty()
                            ? "%s is not bound by any condition above. | 上面的条件没有绑定%1$s。"
                                    .formatted(name)
                            : "%s is not bound by any condition above.%s | 上面的条件没有绑定%1$s。%3$s"
                                    .formatted(name, hint[0], hint[1]));
        }
        return bound;
    }

    Field variableField(Syntax.VariableField term) {
        var bound = variable(term.variable(), term.at());
        if (bound.field() != null) {
            throw new GateException(
                    term.at(),
                    "%s is a single value and has no fields. | %1$s是单个值，没有字段。"
                            .formatted(term.variable()));
        }
        return field(bound.fact(), term.field(), term.at());
    }

    boolean isField(String name) {
        return fact != null && fact.fields().containsKey(name);
    }

    /** Whether no field of the fact could be meant by this word. */
    boolean isUnlikeAnyField(String name) {
        return fact != null
                && !fact.fields().containsKey(name)
                && Nearest.to(name, fact.fields().keySet()).isEmpty();
    }

    Field field(String name, Position at) {
        if (fact == null) {
            throw new GateException(
                    at,
                    "%s is unknown here: use a figure, a text in quotes or a $variable. | 此处不认识%1$s：请使用数字、引号中的文本或$变量。"
                            .formatted(name));
        }
        return field(fact, name, at);
    }

    Field field(FactType type, String name, Position at) {
        var field = type.fields().get(name);
        if (field == null) {
            var hint = Nearest.suggest(name, type.fields().keySet());
            throw new GateException(
                    at,
                    "%s has no field %s.%s | %1$s没有字段%2$s。%4$s"
                            .formatted(type.name(), name, hint[0], hint[1]));
        }
        return field;
    }

    FactType factType(String name, Position at) {
        var type = vocabulary.fact(name);
        if (type == null) {
            var hint = Nearest.suggest(name, vocabulary.facts().keySet());
            throw new GateException(
                    at,
                    "There is no fact %s in this decision.%s | 本决策没有事实%1$s。%3$s"
                            .formatted(name, hint[0], hint[1]));
        }
        return type;
    }

    Class<?> choice(String name, Position at) {
        var type = vocabulary.choices().get(name);
        if (type == null) {
            var hint = Nearest.suggest(name, vocabulary.choices().keySet());
            throw new GateException(
                    at,
                    "There is no list of values %s in this decision.%s | 本决策没有取值列表%1$s。%3$s"
                            .formatted(name, hint[0], hint[1]));
        }
        return type;
    }

    String constant(Class<?> choice, String name, Position at) {
        var known = new ValueType(ValueType.Kind.CHOICE, choice, true).constants();
        if (!known.contains(name)) {
            var hint = Nearest.suggest(name, known);
            throw new GateException(
                    at,
                    "%s has no value %s.%s | %1$s没有取值%2$s。%4$s"
                            .formatted(choice.getSimpleName(), name, hint[0], hint[1]));
        }
        return choice.getCanonicalName() + "." + name;
    }

    /**
     * Whether a value of the fact looked at now, so that its field is read and not its variable.
     */
    boolean isOfThisPattern(Bound bound, List<String> boundHere) {
        return fact == bound.fact() && boundHere.contains(bound.code());
    }
}
