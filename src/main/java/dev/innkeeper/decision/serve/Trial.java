package dev.innkeeper.decision.serve;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.innkeeper.decision.Decision;
import dev.innkeeper.decision.DecisionFailed;
import dev.innkeeper.decision.Facts;
import dev.innkeeper.decision.FreeText;
import dev.innkeeper.decision.load.Answer;
import dev.innkeeper.decision.load.RuleSet;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

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
            return Tried.failed(unanswered(e));
        } catch (RuntimeException e) {
            return Tried.failed("The record cannot be read (%s). | 无法读取该记录（%1$s）。".formatted(e));
        }
        Optional<R> before = json.result(asked.decision().resultType(), decided.result());
        var changes = ResultChanges.of(json, decided, before, answer.result());
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

    private static String unanswered(DecisionFailed why) {
        return "It cannot be answered: %s | 无法回答：%1$s".formatted(why.getMessage());
    }

    private List<Measure.Share> shares(Record result) {
        return measures.stream().map(measure -> measure.of(result)).toList();
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
                                                .map(text -> ResultChanges.read(text, fact))
                                                .allMatch(
                                                        text ->
                                                                text == null
                                                                        || text.toString()
                                                                                .isBlank()));
    }

    /**
     * A recorded question without what people wrote, to be kept as an example.
     *
     * @param facts as JSON; of each free text only the words of the list that occur in it are left
     * @param headline the short word of the answer
     * @param result the answer to it as JSON; empty where there is none
     * @param faithful the answer is the same as to the whole question
     * @param problem why there is no answer, {@code "English | 中文"}; else empty
     */
    public record Example(
            String facts, String headline, String result, boolean faithful, String problem) {}

    /** A recorded question as an example of what these rules answer. */
    public Example example(DecisionRecord decided) {
        String facts = withoutTexts(decided.facts());
        try {
            Answer<?> whole = rules.ask(json.facts(rules.decision(), decided.facts()));
            Answer<?> bare =
                    facts.equals(decided.facts())
                            ? whole
                            : rules.ask(json.facts(rules.decision(), facts));
            return new Example(
                    facts,
                    bare.headline(),
                    json.write(bare.result()),
                    bare.result().equals(whole.result()),
                    "");
        } catch (DecisionFailed e) {
            return new Example(facts, "", "", true, unanswered(e));
        }
    }

    private String withoutTexts(String facts) {
        if (texts.isEmpty()) {
            return facts;
        }
        var all = json.tree(facts);
        for (JsonNode one : all) {
            for (RecordComponent text : texts) {
                var fact = one.path(text.getDeclaringRecord().getSimpleName());
                if (fact instanceof ObjectNode object && object.path(text.getName()).isTextual()) {
                    object.put(text.getName(), words(object.path(text.getName()).asText()));
                }
            }
        }
        return json.write(all);
    }

    private String words(String text) {
        // a word of several meanings is found once for each
        Map<String, Integer> times = new LinkedHashMap<>();
        rules.words(text)
                .forEach(
                        match ->
                                times.merge(
                                        match.word().replace("*", ""), match.times(), Math::max));
        return times.entrySet().stream()
                .flatMap(one -> Collections.nCopies(one.getValue(), one.getKey()).stream())
                .collect(Collectors.joining("; "));
    }

    @Override
    public void close() {
        rules.close();
    }
}
