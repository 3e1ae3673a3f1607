package dev.innkeeper.decision.serve;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.innkeeper.decision.Decision;
import dev.innkeeper.decision.Fired;
import dev.innkeeper.decision.FreeText;
import dev.innkeeper.decision.OutcomeAccess;
import dev.innkeeper.decision.gate.Vocabulary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Tells in words why an answer was given. Sentences are {@code "English | 中文"}. */
public final class Explanations {

    private static final String BETWEEN = " | ";

    private final Map<String, Decision<?, ?>> decisions = new LinkedHashMap<>();
    private final FactsJson json = new FactsJson();

    Explanations(RuleKeeper keeper) {
        decisions.putAll(keeper.decisions());
    }

    /**
     * A rule that fired, in words.
     *
     * @param rule its name
     * @param where its file and line or cell
     * @param reasons the reasons given, of those asked for
     * @param lookedAt the values that its conditions looked at
     */
    public record Step(String rule, String where, List<String> reasons, List<String> lookedAt) {}

    /** The rules that decided the answer, with the reasons that did. */
    public List<Step> steps(DecisionRecord decided) {
        return steps(decided, fired -> !fired.reasons().isEmpty(), Fired::reasons);
    }

    /**
     * The rules that fired and gave way to others, with the reasons that did; a rule with several
     * reasons may stand among those that decided too.
     */
    public List<Step> gaveWay(DecisionRecord decided) {
        return steps(
                decided,
                fired -> fired.reasons().isEmpty() || !fired.gaveWay().isEmpty(),
                Fired::gaveWay);
    }

    private List<Step> steps(
            DecisionRecord decided, Predicate<Fired> which, Function<Fired, List<String>> reasons) {
        var vocabulary = Optional.ofNullable(decisions.get(decided.name())).map(Vocabulary::new);
        var steps = new ArrayList<Step>();
        for (Fired fired : json.fired(decided.fired())) {
            if (!which.test(fired)) {
                continue;
            }
            var lookedAt = new ArrayList<String>();
            fired.inputs()
                    .forEach(
                            (field, value) ->
                                    lookedAt.add(
                                            vocabulary
                                                    .map(words -> sentence(words, field, value))
                                                    .orElse(field + ": " + value)));
            steps.add(new Step(fired.rule(), fired.where(), reasons.apply(fired), lookedAt));
        }
        return steps;
    }

    /** The answer in one sentence, with the reasons that decided it. */
    public String sentence(DecisionRecord decided) {
        var english = new ArrayList<String>();
        var chinese = new ArrayList<String>();
        for (Fired fired : json.fired(decided.fired())) {
            for (String reason : fired.reasons()) {
                int cut = reason.indexOf(BETWEEN);
                english.add(cut < 0 ? reason : reason.substring(0, cut));
                chinese.add(cut < 0 ? reason : reason.substring(cut + BETWEEN.length()));
            }
        }
        String[] answer = answer(decided);
        return english.isEmpty()
                ? "%s answered %s; no rule asks for more. | %1$s的结论为%3$s；没有规则提出其他要求。"
                        .formatted(decided.name(), answer[0], answer[1])
                : "%s answered %s because: %s. | %s的结论为%s，理由：%s。"
                        .formatted(
                                decided.name(),
                                answer[0],
                                String.join("; ", english.stream().distinct().toList()),
                                decided.name(),
                                answer[1],
                                String.join("；", chinese.stream().distinct().toList()));
    }

    /** The result in few words, in English and in Chinese. */
    private String[] answer(DecisionRecord decided) {
        return Optional.ofNullable(decisions.get(decided.name()))
                .flatMap(decision -> inWords(decision, decided))
                .map(words -> words.split(" \\| ", 2))
                .orElse(new String[] {decided.headline(), decided.headline()});
    }

    private <R extends Record> Optional<String> inWords(
            Decision<?, R> decision, DecisionRecord decided) {
        return json.result(decision.resultType(), decided.result())
                .map(result -> OutcomeAccess.inWords(decision.outcome().get(), result));
    }

    private static String sentence(Vocabulary words, String key, String value) {
        String[] parts = key.split("\\.", 2);
        var fact = words.facts().get(parts[0]);
        var field = fact == null ? null : fact.fields().get(parts[1]);
        if (field == null || field.english().isEmpty()) {
            return key + ": " + value;
        }
        String unit = field.unit().isEmpty() ? "" : " " + field.unit();
        boolean missing = value.equals("null");
        return "%s: %s | %s：%s"
                .formatted(
                        field.english(),
                        missing ? "missing" : value + unit,
                        field.chinese(),
                        missing ? "缺失" : value + unit);
    }

    /** The result as JSON. */
    public JsonNode result(DecisionRecord decided) {
        return json.tree(decided.result());
    }

    /** The facts as JSON; texts of guests are left out, they stand in the case. */
    public JsonNode facts(DecisionRecord decided) {
        var facts = json.tree(decided.facts());
        var decision = decisions.get(decided.name());
        if (decision == null) {
            return facts;
        }
        for (var type : decision.facts()) {
            Arrays.stream(type.getRecordComponents())
                    .filter(component -> component.isAnnotationPresent(FreeText.class))
                    .forEach(
                            component ->
                                    facts.forEach(
                                            one ->
                                                    hide(
                                                            one.path(type.getSimpleName()),
                                                            component.getName())));
        }
        return facts;
    }

    private static void hide(JsonNode fact, String field) {
        if (fact instanceof ObjectNode object && object.path(field).isTextual()) {
            object.put(field, "…");
        }
    }
}
