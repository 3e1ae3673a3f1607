package dev.innkeeper.decision.serve;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.innkeeper.decision.Decision;
import dev.innkeeper.decision.DecisionFailed;
import dev.innkeeper.decision.Facts;
import dev.innkeeper.decision.FreeText;
import dev.innkeeper.decision.load.Answer;
import dev.innkeeper.decision.load.RuleSet;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Rules that do not serve, asked recorded questions by the evaluator that serves. Any number of
 * threads may ask at once; nothing is recorded, counted or acted upon.
 */
public final class Trial implements AutoCloseable {

    private final RuleSet<?> rules;
    private final FactsJson json;
    private final List<Measure> measures;
    private final List<RecordComponent> texts;

    Trial(RuleSet<?> rules, FactsJson json) {
        this.rules = rules;
        this.json = json;
        this.measures = Measure.of(rules.decision().resultType());
        this.texts =
                rules.decision().facts().stream()
                        .flatMap(type -> Arrays.stream(type.getRecordComponents()))
                        .filter(component -> component.isAnnotationPresent(FreeText.class))
                        .toList();
    }

    /** The decision that is tried. */
    public Decision<?, ?> decision() {
        return rules.decision();
    }

    /** The hash of the files that are tried. */
    public String release() {
        return rules.release();
    }

    /** What of the answers is added up. */
    public List<Measure> measures() {
        return measures;
    }

    /** What these rules answer to a recorded question; a question that fails says why. */
    public Tried ask(DecisionRecord decided) {
        return ask(rules, decided);
    }

    private <R extends Record> Tried ask(RuleSet<R> asked, DecisionRecord decided) {
        Facts facts;
        Answer<R> answer;
        try {
            facts = json.facts(asked.decision(), decided.facts());
            answer = asked.ask(facts);
        } catch (DecisionFailed e) {
            return Tried.failed("It cannot be answered: %s | 无法回答：%1$s".formatted(e.getMessage()));
        } catch (RuntimeException e) {
            return Tried.failed("The record cannot be read (%s). | 无法读取该记录（%1$s）。".formatted(e));
        }
        Optional<R> before = json.result(asked.decision().resultType(), decided.result());
        var changes = changes(before, decided, answer.result());
        boolean differs = !changes.isEmpty();
        return new Tried(
                answer.headline(),
                "",
                changes,
                differs && textsAreGone(facts),
                differs ? json.write(answer.result()) : "",
                differs ? json.write(answer.fired()) : "",
                before.map(this::shares).orElse(List.of()),
                shares(answer.result()));
    }

    private List<Measure.Share> shares(Record result) {
        return measures.stream().map(measure -> measure.of(result)).toList();
    }

    private <R extends Record> List<Tried.Change> changes(
            Optional<R> before, DecisionRecord decided, R now) {
        if (before.isPresent() && before.get().equals(now)) {
            return List.of();
        }
        var then = json.tree(decided.result());
        var today = json.tree(json.write(now));
        var changes = new ArrayList<Tried.Change>();
        for (RecordComponent component : now.getClass().getRecordComponents()) {
            String field = component.getName();
            JsonNode earlier = then.path(field);
            JsonNode later = today.path(field);
            // typed, since a set has no order and 5 is 5.00
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

    private boolean textsAreGone(Facts facts) {
        return !texts.isEmpty()
                && facts.all().stream()
                        .allMatch(
                                fact ->
                                        texts.stream()
                                                .filter(
                                                        text ->
                                                                text.getDeclaringRecord()
                                                                        == fact.getClass())
                                                .map(text -> read(text, fact))
                                                .allMatch(
                                                        text ->
                                                                text == null
                                                                        || text.toString()
                                                                                .isBlank()));
    }

    private static @Nullable Object read(RecordComponent component, Record from) {
        try {
            return component.getAccessor().invoke(from);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        rules.close();
    }
}
