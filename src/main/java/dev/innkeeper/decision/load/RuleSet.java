package dev.innkeeper.decision.load;

import dev.innkeeper.decision.Decision;
import dev.innkeeper.decision.DecisionFailed;
import dev.innkeeper.decision.Facts;
import dev.innkeeper.decision.Fired;
import dev.innkeeper.decision.Outcome;
import dev.innkeeper.decision.OutcomeAccess;
import dev.innkeeper.decision.WordMatch;
import dev.innkeeper.decision.gate.RuleInfo;
import dev.innkeeper.decision.gate.Vocabulary;
import dev.innkeeper.decision.words.TextWords;
import dev.innkeeper.decision.words.Words;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kie.api.event.rule.BeforeMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.runtime.KieSession;

/**
 * The rules of one release of a decision, ready to be asked from any thread.
 *
 * @param <R> the type of the result
 */
public final class RuleSet<R extends Record> implements AutoCloseable {

    private static final int MOST_FIRINGS = 20_000;

    private final Decision<?, R> decision;
    private final Vocabulary vocabulary;
    private final Sources sources;
    private final List<RuleInfo> rules;
    private final Map<String, Traced> byId = new HashMap<>();
    private final TextWords words;
    private final RuleCompiler.Compiled compiled;

    RuleSet(
            Decision<?, R> decision,
            Vocabulary vocabulary,
            Sources sources,
            List<RuleInfo> rules,
            Words words,
            RuleCompiler.Compiled compiled) {
        this.decision = decision;
        this.vocabulary = vocabulary;
        this.sources = sources;
        this.rules = rules;
        this.words = new TextWords(decision, words);
        this.compiled = compiled;
        rules.forEach(rule -> byId.put(rule.id(), new Traced(rule, vocabulary)));
    }

    /** The files that it was made from. */
    public Sources sources() {
        return sources;
    }

    /** The hash of its files. */
    public String release() {
        return sources.hash();
    }

    /** Its rules in the order of the files. */
    public List<RuleInfo> rules() {
        return rules;
    }

    /** The words in which its rules are written. */
    public Vocabulary vocabulary() {
        return vocabulary;
    }

    /** The question that it answers. */
    public Decision<?, R> decision() {
        return decision;
    }

    /** The words of its list that occur in a text. */
    public List<WordMatch> words(String text) {
        return words.in(text);
    }

    /**
     * Answers a question.
     *
     * @throws DecisionFailed when a rule fails, rules contradict each other, or facts are of other
     *     types
     */
    public Answer<R> ask(Facts facts) {
        return ask(decision, facts);
    }

    private <O extends Outcome<R>> Answer<R> ask(Decision<O, R> question, Facts facts) {
        long start = System.nanoTime();
        O outcome = question.outcome().get();
        var trace = new Trace(byId, outcome);
        KieSession session = compiled.base().newKieSession();
        try {
            session.setGlobal("outcome", outcome);
            session.addEventListener(trace);
            for (Record fact : facts.all()) {
                if (!question.facts().contains(fact.getClass())) {
                    throw new DecisionFailed(
                            "%s knows no fact %s."
                                    .formatted(question.name(), fact.getClass().getSimpleName()));
                }
                session.insert(fact);
            }
            for (WordMatch match : words.in(facts.all())) {
                session.insert(match);
            }
            if (session.fireAllRules(MOST_FIRINGS) >= MOST_FIRINGS) {
                throw new DecisionFailed(
                        "The rules of %s fired %,d times for one question and were stopped."
                                .formatted(question.name(), MOST_FIRINGS));
            }
            R result = OutcomeAccess.fold(outcome);
            long nanos = System.nanoTime() - start;
            return new Answer<>(
                    result, trace.fired(), OutcomeAccess.headline(outcome, result), nanos);
        } catch (DecisionFailed e) {
            throw new DecisionFailed(question.name() + ": " + e.getMessage(), e);
        } catch (RuntimeException e) {
            throw failed(question, trace, e);
        } finally {
            session.dispose();
        }
    }

    private DecisionFailed failed(Decision<?, ?> question, Trace trace, RuntimeException e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            if (cause instanceof DecisionFailed) {
                break;
            }
            cause = cause.getCause();
        }
        if (cause instanceof DecisionFailed) {
            return new DecisionFailed(question.name() + ": " + cause.getMessage(), e);
        }
        String last =
                trace.last == null ? "a condition" : "the rule \"" + trace.last.rule.name() + '"';
        return new DecisionFailed(
                "%s: %s could not be worked out (%s). A value that it needs may be missing."
                        .formatted(question.name(), last, cause.getMessage()),
                e);
    }

    private static @org.jspecify.annotations.Nullable Object read(Method accessor, Object fact) {
        try {
            return accessor.invoke(fact);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        compiled.close();
    }

    /** A rule, with how to read what its conditions look at. */
    private static final class Traced {

        private final RuleInfo rule;
        private final Map<Class<?>, List<Input>> inputs = new HashMap<>();

        Traced(RuleInfo rule, Vocabulary vocabulary) {
            this.rule = rule;
            rule.fields()
                    .forEach(
                            (fact, fields) -> {
                                var type = vocabulary.facts().get(fact);
                                inputs.put(
                                        type.type(),
                                        fields.stream()
                                                .map(
                                                        field ->
                                                                new Input(
                                                                        fact + "." + field,
                                                                        type.fields()
                                                                                .get(field)
                                                                                .accessor()))
                                                .toList());
                            });
        }
    }

    private record Input(String name, Method accessor) {}

    /**
     * Notes which rule fires on which facts; facts do not change, so their values can be read
     * afterwards.
     */
    private static final class Trace extends DefaultAgendaEventListener {

        private final Map<String, Traced> byId;
        private final Outcome<?> outcome;
        private final Map<Traced, List<Object>> objects = new LinkedHashMap<>();
        private @org.jspecify.annotations.Nullable Traced last;

        Trace(Map<String, Traced> byId, Outcome<?> outcome) {
            this.byId = byId;
            this.outcome = outcome;
        }

        @Override
        public void beforeMatchFired(BeforeMatchFiredEvent event) {
            var match = event.getMatch();
            var firing = byId.get(match.getRule().getName());
            last = firing;
            OutcomeAccess.firing(outcome, firing.rule.name());
            objects.computeIfAbsent(firing, one -> new ArrayList<>(4)).addAll(match.getObjects());
        }

        List<Fired> fired() {
            var fired = new ArrayList<Fired>(objects.size());
            objects.forEach(
                    (traced, matched) ->
                            fired.add(
                                    new Fired(
                                            traced.rule.name(),
                                            traced.rule.where(),
                                            OutcomeAccess.reasons(outcome, traced.rule.name()),
                                            OutcomeAccess.gaveWay(outcome, traced.rule.name()),
                                            inputs(traced, matched))));
            return fired;
        }

        private static Map<String, String> inputs(Traced traced, List<Object> matched) {
            var inputs = new LinkedHashMap<String, String>();
            for (Object fact : matched) {
                for (Input input : traced.inputs.getOrDefault(fact.getClass(), List.of())) {
                    inputs.merge(
                            input.name(),
                            String.valueOf(read(input.accessor(), fact)),
                            (before, now) -> before.equals(now) ? before : before + "; " + now);
                }
            }
            return inputs;
        }
    }
}
