package dev.innkeeper.decision.analysis;

import dev.innkeeper.decision.Decision;
import dev.innkeeper.decision.Outcome;
import dev.innkeeper.decision.OutcomeAccess;
import dev.innkeeper.decision.RuleCall;
import dev.innkeeper.decision.gate.ReadRule.Given;
import dev.innkeeper.decision.gate.ReadRule.Said;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds out how calls of an outcome get on with each other by making them: an outcome touches
 * nothing but itself.
 */
final class Probe {

    private static final int MOST_KNOWN = 10_000;
    private static final String FIRST = "first";
    private static final String SECOND = "second";
    private static final String REASON = "probe | 试";

    /** How {@link dev.innkeeper.decision.Only} and Merged say that a value is required. */
    private static final String NOTHING_GIVEN = "No rule gave the ";

    private final Decision<?, ?> decision;
    private final Map<String, Method> methods = new HashMap<>();
    private final Map<Pair, Relation> known = new HashMap<>();
    private final Map<String, Boolean> takesOneValue = new HashMap<>();
    private final Map<String, Boolean> merges = new HashMap<>();
    private final Map<Methods, Boolean> concern = new HashMap<>();

    Probe(Decision<?, ?> decision) {
        this.decision = decision;
        Arrays.stream(decision.outcome().get().getClass().getMethods())
                .filter(method -> method.isAnnotationPresent(RuleCall.class))
                .forEach(method -> methods.put(method.getName(), method));
    }

    /** What becomes of two calls. */
    enum Relation {
        /** They do not concern each other, or nobody can tell. */
        NONE,
        /** The question fails, whichever comes first. */
        CONTRADICT,
        /** The second gives way to the first. */
        FIRST_WINS,
        /** The first gives way to the second. */
        SECOND_WINS,
        /** They say the same, and once is enough. */
        SAME
    }

    private record Pair(Said first, Said second) {}

    private record Methods(String first, String second) {}

    /** What the call contributes, {@code "English | 中文"}. */
    String label(Said call) {
        var words = method(call).getAnnotation(RuleCall.class);
        return words.en() + " | " + words.zh();
    }

    /** What becomes of two calls whose values do not depend on the facts. */
    Relation between(Said first, Said second) {
        if (!first.isFixed() || !second.isFixed() || !concern(first, second)) {
            return Relation.NONE;
        }
        if (first.equals(second)) {
            return Relation.SAME;
        }
        var pair = new Pair(first, second);
        return known.size() < MOST_KNOWN ? known.computeIfAbsent(pair, this::tried) : tried(pair);
    }

    /** Whether calls of these methods get in each other's way, whatever their values. */
    boolean concern(Said first, Said second) {
        return concern.computeIfAbsent(
                new Methods(first.method(), second.method()),
                methods ->
                        methods.first().equals(methods.second())
                                ? merges(first)
                                : tried(new Pair(first, second)) != Relation.NONE
                                        || others(first).stream()
                                                .map(one -> new Pair(one, second))
                                                .anyMatch(pair -> tried(pair) != Relation.NONE));
    }

    private Relation tried(Pair pair) {
        var outcome = decision.outcome().get();
        if (!make(outcome, FIRST, pair.first())) {
            return Relation.NONE;
        }
        if (!make(outcome, SECOND, pair.second())) {
            return make(decision.outcome().get(), SECOND, pair.second())
                    ? Relation.CONTRADICT
                    : Relation.NONE;
        }
        if (gaveWay(outcome, SECOND)) {
            return Relation.FIRST_WINS;
        }
        return gaveWay(outcome, FIRST) ? Relation.SECOND_WINS : Relation.NONE;
    }

    private static boolean gaveWay(Outcome<?> outcome, String caller) {
        return OutcomeAccess.reasons(outcome, caller).isEmpty()
                && !OutcomeAccess.gaveWay(outcome, caller).isEmpty();
    }

    /** Whether another value beside that of the call makes the question fail. */
    boolean takesOneValue(Said call) {
        return takesOneValue.computeIfAbsent(
                call.method(), method -> anotherValue(call, Relation.CONTRADICT));
    }

    /** Whether one value of a call decides, rather than all adding up. */
    private boolean merges(Said call) {
        return merges.computeIfAbsent(
                call.method(),
                one ->
                        takesOneValue(call)
                                || anotherValue(call, Relation.FIRST_WINS)
                                || anotherValue(call, Relation.SECOND_WINS));
    }

    private boolean anotherValue(Said call, Relation wanted) {
        return others(call).stream().anyMatch(one -> tried(new Pair(call, one)) == wanted);
    }

    /** The call with another value, of each of its values in turn. */
    private static List<Said> others(Said call) {
        var others = new ArrayList<Said>();
        for (int i = 0; i < call.values().size(); i++) {
            var values = new ArrayList<>(call.values());
            var given = values.get(i);
            values.set(i, new Given(given.type(), "", another(given)));
            others.add(new Said(call.method(), values));
        }
        return others;
    }

    private static Object another(Given given) {
        Object value = value(given);
        if (value instanceof Boolean yes) {
            return !yes;
        } else if (value instanceof Integer figure) {
            return figure + 1;
        } else if (value instanceof Long figure) {
            return figure + 1;
        } else if (value instanceof BigDecimal figure) {
            return figure.add(BigDecimal.ONE);
        } else if (value instanceof LocalDate day) {
            return day.plusDays(1);
        } else if (value instanceof Enum<?> constant) {
            var all = constant.getDeclaringClass().getEnumConstants();
            return all[(constant.ordinal() + 1) % all.length];
        }
        return value + "x";
    }

    /** A value of a call, or an example of one where it depends on the facts. */
    private static Object value(Given given) {
        if (given.value() != null) {
            return given.value();
        }
        var java = given.type().java();
        return switch (given.type().kind()) {
            case WHOLE -> java == int.class ? (Object) 1 : (Object) 1L;
            case DECIMAL -> BigDecimal.ONE;
            case YES_NO -> true;
            case DATE -> LocalDate.EPOCH;
            case CHOICE -> java.getEnumConstants()[0];
            case TEXT, MANY -> "x";
        };
    }

    /** Whether the call could be made. */
    private boolean make(Outcome<?> outcome, String caller, Said call) {
        var values = new ArrayList<@Nullable Object>();
        call.values().forEach(given -> values.add(value(given)));
        values.add(REASON);
        OutcomeAccess.firing(outcome, caller);
        try {
            method(call).invoke(outcome, values.toArray());
            return true;
        } catch (InvocationTargetException e) {
            return false;
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private Method method(Said call) {
        var method = methods.get(call.method());
        if (method == null) {
            throw new IllegalStateException(decision.name() + " has no call " + call.method());
        }
        return method;
    }

    /**
     * The values without which a question cannot be answered, each by the calls that give it.
     *
     * @param always the calls that are made in any case
     * @param others all other calls
     */
    List<List<Said>> needs(Collection<Said> always, Collection<Said> others) {
        var made = new ArrayList<>(always);
        var needs = new ArrayList<List<Said>>();
        String lack = lack(made);
        while (lack.startsWith(NOTHING_GIVEN)) {
            var feeders = new ArrayList<Said>();
            for (Said call : others) {
                String after = lack(with(made, call));
                if (after.isEmpty() || after.startsWith(NOTHING_GIVEN) && !after.equals(lack)) {
                    feeders.add(call);
                }
            }
            if (feeders.isEmpty()) {
                break;
            }
            needs.add(feeders);
            made.add(feeders.get(0));
            lack = lack(made);
        }
        return needs;
    }

    private static List<Said> with(List<Said> calls, Said one) {
        var all = new ArrayList<>(calls);
        all.add(one);
        return all;
    }

    /** Why these calls alone do not answer a question; empty where they do. */
    private String lack(List<Said> calls) {
        var outcome = decision.outcome().get();
        for (Said call : calls) {
            if (!make(outcome, FIRST, call)) {
                return call.method();
            }
        }
        try {
            OutcomeAccess.fold(outcome);
            return "";
        } catch (RuntimeException e) {
            // an example that no rule would give may lead anywhere
            return String.valueOf(e.getMessage());
        }
    }
}
