package dev.innkeeper.decision.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.innkeeper.common.Finding;
import dev.innkeeper.decision.DecisionFailed;
import dev.innkeeper.decision.Fired;
import dev.innkeeper.decision.Json;
import dev.innkeeper.decision.gate.Nearest;
import dev.innkeeper.decision.gate.RuleInfo;
import dev.innkeeper.decision.load.RuleSet;
import dev.innkeeper.decision.load.RuleSetLoader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Runs the examples of a rule set and says which do not hold, expected beside got. */
public final class ScenarioRun {

    private static final String FILE = RuleSetLoader.SCENARIOS;

    private final RuleSet<?> rules;
    private final ObjectMapper json =
            Json.mapper().setNodeFactory(JsonNodeFactory.withExactBigDecimals(true));
    private final List<Finding> problems = new ArrayList<>();
    private final Set<String> fired = new HashSet<>();
    private final Set<String> silent = new HashSet<>();
    private int count;

    private ScenarioRun(RuleSet<?> rules) {
        this.rules = rules;
    }

    /** Runs the examples in the files of the rule set. */
    public static ScenarioRun of(RuleSet<?> rules) {
        var run = new ScenarioRun(rules);
        byte[] content = rules.sources().files().get(FILE);
        if (content == null) {
            run.warn(
                    "",
                    "There are no scenarios: add a scenarios.yaml with examples. |"
                            + " 没有示例：请添加scenarios.yaml。");
            return run;
        }
        var file = new ScenarioFile(rules.decision(), FILE);
        file.read(content);
        run.problems.addAll(file.problems());
        file.scenarios().forEach(run::run);
        return run;
    }

    private void run(Scenario scenario) {
        count++;
        String place = "scenario \"" + scenario.name() + '"';
        for (String name : join(scenario.fires(), scenario.silent())) {
            refuseUnknownRule(name, place);
        }
        try {
            var answer = rules.ask(scenario.given());
            note(answer.fired());
            if (!scenario.fails().isEmpty()) {
                warn(
                        place,
                        "Expected to fail with \"%s\", but got %s. | 预期失败“%1$s”，实际得到%2$s。"
                                .formatted(scenario.fails(), json.valueToTree(answer.result())));
                return;
            }
            compare(place, "", scenario.expect(), json.valueToTree(answer.result()));
            compareRules(place, scenario, answer.fired());
        } catch (DecisionFailed e) {
            if (scenario.fails().isEmpty() || !e.getMessage().contains(scenario.fails())) {
                String expected =
                        scenario.fails().isEmpty()
                                ? scenario.expect().toString()
                                : scenario.fails();
                warn(
                        place,
                        "Expected %s, but it failed: %s | 预期%1$s，但失败：%2$s"
                                .formatted(expected, e.getMessage()));
            }
        }
    }

    private static List<String> join(List<String> a, List<String> b) {
        var all = new ArrayList<>(a);
        all.addAll(b);
        return all;
    }

    private void refuseUnknownRule(String name, String place) {
        Collection<String> known = rules.rules().stream().map(RuleInfo::name).toList();
        if (!known.contains(name)) {
            String near = Nearest.to(name, known);
            warn(
                    place,
                    near.isEmpty()
                            ? "There is no rule \"%s\". | 没有规则“%1$s”。".formatted(name)
                            : "There is no rule \"%s\". Did you mean \"%s\"? | 没有规则“%1$s”，是否指“%2$s”？"
                                    .formatted(name, near));
        }
    }

    private void note(List<Fired> answered) {
        var names = answered.stream().map(Fired::rule).toList();
        for (RuleInfo rule : rules.rules()) {
            (names.contains(rule.name()) ? fired : silent).add(rule.name());
        }
    }

    private void compareRules(String place, Scenario scenario, List<Fired> answered) {
        var names = answered.stream().map(Fired::rule).toList();
        for (String rule : scenario.fires()) {
            if (!names.contains(rule)) {
                warn(
                        place,
                        "Expected the rule \"%s\" to fire, but only these did: %s. | 预期规则“%1$s”触发，实际只触发：%2$s。"
                                .formatted(rule, String.join("; ", names)));
            }
        }
        for (String rule : scenario.silent()) {
            if (names.contains(rule)) {
                warn(
                        place,
                        "Expected the rule \"%s\" to stay silent, but it fired. | 预期规则“%1$s”不触发，实际触发了。"
                                .formatted(rule));
            }
        }
    }

    private void compare(String place, String path, JsonNode expected, JsonNode got) {
        if (expected.isObject() && got.isObject()) {
            expected.fields()
                    .forEachRemaining(
                            field -> {
                                String name =
                                        path.isEmpty()
                                                ? field.getKey()
                                                : path + "." + field.getKey();
                                if (!got.has(field.getKey())) {
                                    var known = new ArrayList<String>();
                                    got.fieldNames().forEachRemaining(known::add);
                                    warn(
                                            place,
                                            "The result has no field %s; it has %s. | 结果没有字段%1$s；有%2$s。"
                                                    .formatted(name, String.join(", ", known)));
                                } else {
                                    compare(place, name, field.getValue(), got.get(field.getKey()));
                                }
                            });
        } else if (!alike(expected, got)) {
            warn(
                    place,
                    "%s: expected %s, but got %s. | %1$s：预期%2$s，实际%3$s。"
                            .formatted(path, expected, got));
        }
    }

    private static boolean alike(JsonNode expected, JsonNode got) {
        if (expected.isArray() && got.isArray()) {
            return expected.size() == got.size()
                    && containsAll(expected, got)
                    && containsAll(got, expected);
        }
        if (expected.isObject() && got.isObject()) {
            var names = new HashSet<String>();
            expected.fieldNames().forEachRemaining(names::add);
            return names.stream()
                    .allMatch(name -> got.has(name) && alike(expected.get(name), got.get(name)));
        }
        if (got.isNumber() && expected.isValueNode()) {
            try {
                return new java.math.BigDecimal(expected.asText()).compareTo(got.decimalValue())
                        == 0;
            } catch (NumberFormatException e) {
                return false;
            }
        }
        return expected.asText().equals(got.asText()) && expected.isNull() == got.isNull();
    }

    private static boolean containsAll(JsonNode all, JsonNode some) {
        for (JsonNode one : some) {
            boolean found = false;
            for (JsonNode candidate : all) {
                found |= alike(candidate, one) || alike(one, candidate);
            }
            if (!found) {
                return false;
            }
        }
        return true;
    }

    private void warn(String place, String message) {
        problems.add(Finding.warning(FILE, place, message));
    }

    /** The examples that do not hold, and what is wrong with the file. */
    public List<Finding> problems() {
        return List.copyOf(problems);
    }

    /** How many examples were run. */
    public int count() {
        return count;
    }

    /** The rules that fired in no example, or, the baseline apart, stayed silent in none. */
    public List<Finding> untried() {
        var untried = new ArrayList<Finding>();
        for (RuleInfo rule : rules.rules()) {
            if (!fired.contains(rule.name())) {
                untried.add(
                        Finding.warning(
                                rule.file(),
                                rule.place(),
                                "No scenario makes the rule \"%s\" fire. | 没有示例触发规则“%1$s”。"
                                        .formatted(rule.name())));
            } else if (!rule.baseline() && !silent.contains(rule.name())) {
                untried.add(
                        Finding.warning(
                                rule.file(),
                                rule.place(),
                                "The rule \"%s\" stays silent in no scenario. | 规则“%1$s”在所有示例中都触发。"
                                        .formatted(rule.name())));
            }
        }
        return untried;
    }
}
