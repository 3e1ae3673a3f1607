package dev.innkeeper.decision.serve;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.innkeeper.decision.Decision;
import dev.innkeeper.decision.Fired;
import dev.innkeeper.decision.FreeText;
import dev.innkeeper.decision.gate.Vocabulary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells in words why an answer was given. Sentences are {@code "English | 中文"}. */
public final class Explanations {

    private static final String BETWEEN = " | ";

    private final Map<String, Decision<?, ?>> decisions = new LinkedHashMap<>();
    private final FactsJson json = new FactsJson();

    Explanations(RuleKeeper keeper) {
        keeper.shelves().forEach(shelf -> decisions.put(shelf.decision().name(), shelf.decision()));
    }

    /**
     * A rule that fired, in words.
     *
     * @param rule its name
     * @param where its file and line or cell
     * @param reasons the reasons given
     * @param lookedAt the values that its conditions looked at
     */
    public record Step(String rule, String where, List<String> reasons, List<String> lookedAt) {}

    /** The rules that fired. */
    public List<Step> steps(DecisionRecord decided) {
        var vocabulary = Optional.ofNullable(decisions.get(decided.name())).map(Vocabulary::new);
        var steps = new ArrayList<Step>();
        for (Fired fired : json.fired(decided.fired())) {
            var lookedAt = new ArrayList<String>();
            fired.inputs()
                    .forEach(
                            (field, value) ->
                                    lookedAt.add(
                                            vocabulary
                                                    .map(words -> sentence(words, field, value))
                                                    .orElse(field + ": " + value)));
            steps.add(new Step(fired.rule(), fired.where(), fired.reasons(), lookedAt));
        }
        return steps;
    }

    /** The answer in one sentence. */
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
        String headline = decided.headline();
        return english.isEmpty()
                ? "%s answered %s; no rule fired. | %1$s的结论为%2$s；没有规则触发。"
                        .formatted(decided.name(), headline)
                : "%s answered %s because: %s. | %s的结论为%s，理由：%s。"
                        .formatted(
                                decided.name(),
                                headline,
                                String.join("; ", english.stream().distinct().toList()),
                                decided.name(),
                                headline,
                                String.join("；", chinese.stream().distinct().toList()));
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
