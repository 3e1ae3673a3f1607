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
    private static final String NONE =
            "There are no scenarios: add a scenarios.yaml with examples. | 没有示例：请添加scenarios.yaml。";
    private static final String MEND =
            " Mend the rules, or the scenario where the policy has changed. |";
    private static final String MEND_ZH = "请修改规则；若政策已变，请修改示例。";

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
            run.error("", NONE);
            return run;
        }
        var file = new ScenarioFile(rules.decision(), FILE);
        file.read(content);
        run.problems.addAll(file.problems());
        file.scenarios().forEach(run::run);
        if (run.count == 0 && run.problems.isEmpty()) {
            run.error("", NONE);
        }
        return run;
    }

    /** How many examples the files of a rule set hold. */
    public static int count(RuleSet<?> rules) {
        byte[] content = rules.sources().files().get(FILE);
        if (content == null) {
            return 0;
        }
        var file = new ScenarioFile(rules.decision(), FILE);
        file.read(content);
        return file.scenarios().size();
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
                String got = json.valueToTree(answer.result()).toString();
                differs(
                        place,
                        ("Expected to fail with \"%s\", but got %s."
                                        + MEND
                                        + " 预期失败“%1$s”，实际得到%2$s。"
                                        + MEND_ZH)
                                .formatted(scenario.fails(), inSentence(got)),
                        scenario.fails(),
                        got);
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
                differs(
                        place,
                        ("Expected %s, but it failed: %s" + MEND + " 预期%1$s，但失败：%2$s" + MEND_ZH)
                                .formatted(inSentence(expected), e.getMessage()),
                        expected,
                        e.getMessage());
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
            error(
                    place,
                    near.isEmpty()
                            ? "There is no rule \"%s\". Write the name of a rule as it stands in its file. | 没有规则“%1$s”。请写规则文件中的规则名称。"
                                    .formatted(name)
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
        String all = String.join("; ", names);
        for (String rule : scenario.fires()) {
            if (!names.contains(rule) && isRule(rule)) {
                differs(
                        place,
                        ("Expected the rule \"%s\" to fire, but only these did: %s."
                                        + MEND
                                        + " 预期规则“%1$s”触发，实际只触发：%2$s。"
                                        + MEND_ZH)
                                .formatted(rule, all),
                        rule,
                        all);
            }
        }
        for (String rule : scenario.silent()) {
            if (names.contains(rule)) {
                differs(
                        place,
                        ("Expected the rule \"%s\" to stay silent, but it fired."
                                        + MEND
                                        + " 预期规则“%1$s”不触发，实际触发了。"
                                        + MEND_ZH)
                                .formatted(rule),
                        "silent: " + rule,
                        "fires: " + rule);
            }
        }
    }

    private boolean isRule(String name) {
        return rules.rules().stream().anyMatch(rule -> rule.name().equals(name));
    }

    private void compare(String place, String path, JsonNode expected, JsonNode got) {
        if (expected.isObject() && got.isObject()) {
            for (var field : expected.properties()) {
                String key = field.getKey();
                String name = path.isEmpty() ? key : path + "." + key;
                if (got.has(key)) {
                    compare(place, name, field.getValue(), got.get(key));
                } else {
                    var known = new ArrayList<String>();
                    got.fieldNames().forEachRemaining(known::add);
                    error(
                            place,
                            "The result has no field %s; it has %s. Write one of these. | 结果没有字段%1$s；有%2$s。请写其中之一。"
                                    .formatted(name, String.join(", ", known)));
                }
            }
        } else if (!alike(expected, got)) {
            differs(
                    place,
                    ("%s: expected %s, but got %s." + MEND + " %1$s：预期%2$s，实际%3$s。" + MEND_ZH)
                            .formatted(
                                    path,
                                    inSentence(expected.toString()),
                                    inSentence(got.toString())),
                    path + ": " + expected,
                    path + ": " + got);
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

    /** A value without what parts the languages of a message. */
    private static String inSentence(String value) {
        return value.replace(" | ", " / ");
    }

    private void error(String place, String message) {
        problems.add(Finding.error(FILE, place, message));
    }

    private void differs(String place, String message, String expected, String got) {
        problems.add(Finding.error(FILE, place, message).beside(expected, got));
    }

    /**
     * The examples that do not hold, expected beside got, and what is wrong with the file: all of
     * them errors.
     */
    public List<Finding> problems() {
        return List.copyOf(problems);
    }

    /** How many examples were run. */
    public int count() {
        return count;
    }

    /**
     * The rules that fired in no example, which are errors, and those that, the baseline apart,
     * stayed silent in none, which are warnings. Empty where no example was run, which is an error
     * of its own.
     */
    public List<Finding> untried() {
        var untried = new ArrayList<Finding>();
        if (count == 0) {
            return untried;
        }
        for (RuleInfo rule : rules.rules()) {
            if (!fired.contains(rule.name())) {
                untried.add(
                        Finding.error(
                                rule.file(),
                                rule.place(),
                                "No scenario makes the rule \"%s\" fire. Add one to scenarios.yaml. | 没有示例触发规则“%1$s”。请在scenarios.yaml中添加。"
                                        .formatted(rule.name())));
            } else if (!rule.baseline() && !silent.contains(rule.name())) {
                untried.add(
                        Finding.warning(
                                rule.file(),
                                rule.place(),
                                "The rule \"%s\" fires in every scenario. Add one in which it stays silent. | 规则“%1$s”在所有示例中都触发。请添加一个不触发的示例。"
                                        .formatted(rule.name())));
            }
        }
        return untried;
    }
}
