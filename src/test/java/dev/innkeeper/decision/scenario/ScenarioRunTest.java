package dev.innkeeper.decision.scenario;

import static dev.innkeeper.decision.Rules.live;
import static dev.innkeeper.decision.Rules.rule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.innkeeper.common.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScenarioRunTest {

    private static final String RULES =
            "rule \"Every parcel costs 100\" @Baseline when then outcome.cost(100, \"Base | 基础\");"
                    + " end\n"
                    + rule(
                            "Heavy parcels cost 200 more",
                            "Item(grams >= 500)",
                            "outcome.cost(200, \"Heavy | 重\");")
                    + rule(
                            "Glass is fragile",
                            "WordMatch(value == \"FRAGILE\")",
                            "outcome.carrier(\"hand\", \"Glass | 玻璃\");")
                    + rule(
                            "Light ones go by post",
                            "Item(grams < 100)",
                            "outcome.carrier(\"mail\", \"Light | 轻\");");

    private static final String SCENARIOS =
            """
            defaults:
              Item: {grams: 300, worth: 12.50, distance: 5, speed: NORMAL, fragile: false, posted: 2026-11-22,
                     labels: [books], speeds: [NORMAL]}
            scenarios:
              - name: A light parcel
                given:
                  - Item: {grams: 99}
                expect: {cents: 100, carrier: mail, speed: SLOW, limits: []}
                fires: [Every parcel costs 100]
                silent: [Heavy parcels cost 200 more]
              - name: A heavy parcel
                given:
                  - Item: {grams: 500}
                expect: {cents: 300}
              - name: A heavy glass
                given:
                  - Item: {grams: 500, remark: A glass}
                expect: {carrier: hand}
              - name: A light glass is contradictory
                given:
                  - Item: {grams: 50, remark: A glass}
                fails: contradict
            """;

    private static final String WORDS = "word,aspect,value,weight\nglass,care,FRAGILE,1\n";

    private static ScenarioRun run(String scenarios) {
        try (var rules = live("a.drl", RULES, "words.csv", WORDS, "scenarios.yaml", scenarios)) {
            return ScenarioRun.of(rules);
        }
    }

    private static List<String> problems(String scenarios) {
        return run(scenarios).problems().stream().map(Finding::toString).toList();
    }

    @Test
    void holdsWhereTheRulesDoAsExpected() {
        var run = run(SCENARIOS);
        assertThat(run.problems()).isEmpty();
        assertThat(run.untried()).isEmpty();
        assertThat(run.count()).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "cents: 300~cents: 400~scenario \"A heavy parcel\": cents: expected 400, but got"
                        + " 300.",
                "carrier: hand~carrier: mail~carrier: expected \"mail\", but got \"hand\".",
                "limits: []~limits: [5]~limits: expected [5], but got [].",
                "carrier: mail,~carier: mail,~The result has no field carier",
                "fires: [Every parcel costs 100]~fires: [Heavy parcels cost 200 more]~Expected the"
                        + " rule \"Heavy parcels cost 200 more\" to fire, but only these did: Every"
                        + " parcel costs 100; Light ones go by post.",
                "silent: [Heavy parcels cost 200 more]~silent: [Every parcel costs 100]~Expected"
                        + " the rule \"Every parcel costs 100\" to stay silent, but it fired.",
                "fires: [Every parcel costs 100]~fires: [Every parcel costs 10]~There is no rule"
                        + " \"Every parcel costs 10\". Did you mean \"Every parcel costs 100\"?",
                "fails: contradict~fails: explode~Expected explode, but it failed: parcel/price:"
                        + " Two rules contradict each other on the carrier",
                "fails: contradict~expect: {cents: 100}~but it failed: parcel/price: Two rules"
                        + " contradict",
                "expect: {carrier: hand}~fails: contradict~Expected to fail with \"contradict\","
                        + " but got {",
                "grams: 99~gram: 99~There is no field gram. Did you mean grams?",
                "grams: 99~grams: many~many is no value of Item.grams. It is a whole number.",
                "speed: NORMAL, fr~speed: NORMA, fr~NORMA is no value of Item.speed. It is one of"
                        + " EXPRESS, NORMAL, SLOW.",
                "grams: 300, ~~scenario 1 \"A light parcel\"",
                "- Item: {grams: 99}~- Itm: {grams: 99}~There is no fact Itm. Did you mean Item?",
                "defaults:~default:~There is no key default. Did you mean defaults?",
                "scenarios:~scenarios: {}~This is not YAML",
                "distance: 5, ~~Item.distance must be given, here or under defaults.",
            })
    void saysWhatDoesNotHold(String right, String wrong, String message) {
        String changed = SCENARIOS.replace(right, wrong == null ? "" : wrong);
        assertThat(changed).isNotEqualTo(SCENARIOS);
        if (!message.startsWith("scenario 1 ")) {
            assertThat(problems(changed))
                    .anySatisfy(problem -> assertThat(problem).contains(message));
        }
    }

    @Test
    void showsWhatWasExpectedBesideWhatCame() {
        assertThat(run(SCENARIOS.replace("cents: 300", "cents: 400")).problems())
                .singleElement()
                .satisfies(
                        finding -> {
                            assertThat(finding.isError()).isTrue();
                            assertThat(finding.file()).isEqualTo("scenarios.yaml");
                            assertThat(finding.place()).isEqualTo("scenario \"A heavy parcel\"");
                            assertThat(finding.expected()).isEqualTo("cents: 400");
                            assertThat(finding.got()).isEqualTo("cents: 300");
                            assertThat(finding.message())
                                    .contains(
                                            "Mend the rules, or the scenario where the policy has"
                                                    + " changed. | cents：预期400，实际300。请修改规则");
                        });
    }

    @Test
    void saysARoundAmountInFull() {
        String rule =
                rule(
                        "The worth is the limit",
                        "$item : Item()",
                        "outcome.limit($item.worth, \"Worth | 价值\");");
        String scenarios =
                """
                scenarios:
                  - name: A dear parcel
                    given:
                      - Item: {grams: 300, worth: 4000.00, distance: 5, speed: NORMAL, fragile: false,
                               posted: 2026-11-22, labels: [books], speeds: [NORMAL]}
                    expect: {limits: [3000.00]}
                """;
        try (var rules = live("a.drl", rule, "words.csv", WORDS, "scenarios.yaml", scenarios)) {
            assertThat(ScenarioRun.of(rules).problems())
                    .map(Finding::toString)
                    .anySatisfy(problem -> assertThat(problem).contains("but got [4000.00]."));
        }
    }

    @Test
    void refusesARuleThatFiresInNoScenario() {
        int cut = SCENARIOS.indexOf("  - name: A heavy glass");
        assertThat(run(SCENARIOS.substring(0, cut)).untried())
                .singleElement()
                .satisfies(
                        finding -> {
                            assertThat(finding.isError()).isTrue();
                            assertThat(finding)
                                    .hasToString(
                                            "a.drl, line 8: No scenario makes the rule \"Glass is"
                                                    + " fragile\" fire. Add one to"
                                                    + " scenarios.yaml.");
                        });
    }

    @Test
    void warnsOfARuleThatIsSilentInNoScenario() {
        String rules =
                rule(
                        "Every parcel has a weight",
                        "Item(grams > 0)",
                        "outcome.cost(1, \"So | 是\");");
        int cut = SCENARIOS.indexOf("    fires: [Every");
        String scenarios =
                SCENARIOS.substring(0, cut).replaceAll("expect: .*", "expect: {cents: 1}");
        try (var live = live("a.drl", rules, "words.csv", WORDS, "scenarios.yaml", scenarios)) {
            var run = ScenarioRun.of(live);
            assertThat(run.problems()).isEmpty();
            assertThat(run.untried())
                    .containsExactly(
                            Finding.warning(
                                    "a.drl",
                                    "line 1",
                                    "The rule \"Every parcel has a weight\" fires in every"
                                        + " scenario. Add one in which it stays silent. | 规则“Every"
                                        + " parcel has a weight”在所有示例中都触发。请添加一个不触发的示例。"));
        }
    }

    @Test
    void refusesRulesWithoutScenarios() {
        for (String none : List.of("", "scenarios: []")) {
            try (var rules =
                    none.isEmpty()
                            ? live("a.drl", RULES)
                            : live("a.drl", RULES, "scenarios.yaml", none)) {
                var run = ScenarioRun.of(rules);
                assertThat(run.problems())
                        .singleElement()
                        .satisfies(
                                one -> {
                                    assertThat(one.isError()).isTrue();
                                    assertThat(one.message())
                                            .contains("There are no scenarios: add", "没有示例：请添加");
                                });
                assertThat(run.untried()).isEmpty();
            }
        }
    }

    @Test
    void readsNeitherObjectsNorAliases() {
        assertThat(problems("scenarios: [!!java.io.File [/tmp/x]]")).isNotEmpty();
        assertThat(problems("a: &a [x]\nscenarios: [*a, *a]")).isNotEmpty();
    }
}
