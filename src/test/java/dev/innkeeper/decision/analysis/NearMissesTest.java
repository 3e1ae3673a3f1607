package dev.innkeeper.decision.analysis;

import static dev.innkeeper.decision.Rules.files;
import static dev.innkeeper.decision.Rules.live;
import static dev.innkeeper.decision.Rules.rule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.innkeeper.complaint.ComplaintDecisions;
import dev.innkeeper.decision.Decision;
import dev.innkeeper.decision.DecisionFailed;
import dev.innkeeper.decision.Facts;
import dev.innkeeper.decision.Fired;
import dev.innkeeper.decision.Parcel;
import dev.innkeeper.decision.Parcel.Customer;
import dev.innkeeper.decision.Parcel.Earlier;
import dev.innkeeper.decision.Parcel.Item;
import dev.innkeeper.decision.Parcel.Speed;
import dev.innkeeper.decision.SampleConditions;
import dev.innkeeper.decision.ShippedRules;
import dev.innkeeper.decision.gate.ReadRule;
import dev.innkeeper.decision.load.RuleSetLoader;
import dev.innkeeper.decision.load.Sources;
import dev.innkeeper.decision.scenario.ScenarioFile;
import dev.innkeeper.decision.words.TextWords;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NearMissesTest {

    /** The rules that fire without the engine. */
    private static List<String> worked(Decision<?, ?> decision, Sources sources, Facts facts) {
        var checked = RuleSetLoader.check(decision, sources);
        var all = new ArrayList<>(facts.all());
        all.addAll(new TextWords(decision, checked.words()).in(facts.all()));
        var facing = new Facing(all);
        return checked.rules().stream()
                .filter(facing::fires)
                .map(ReadRule::info)
                .map(info -> info.name())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("dev.innkeeper.decision.ShippedRules#decisions")
    void holdsConditionsExactlyWhereTheEngineDoes(Decision<?, ?> decision) {
        var rules = ShippedRules.shipped(decision);
        var file = new ScenarioFile(decision, RuleSetLoader.SCENARIOS);
        file.read(rules.sources().files().get(RuleSetLoader.SCENARIOS));
        assertThat(file.scenarios()).isNotEmpty();
        for (var scenario : file.scenarios()) {
            if (!scenario.fails().isEmpty()) {
                continue;
            }
            assertThat(worked(decision, rules.sources(), scenario.given()))
                    .as(scenario.name())
                    .containsExactlyInAnyOrderElementsOf(
                            rules.ask(scenario.given()).fired().stream().map(Fired::rule).toList());
        }
    }

    private static List<Facts> parcels() {
        var all = new ArrayList<Facts>();
        all.add(Facts.of());
        for (Item item :
                List.of(
                        Item.plain(),
                        Item.of(501, "99.99", Speed.SLOW),
                        new Item(-7, null, 0, null, true, null, null, null, null, null, null),
                        new Item(
                                1,
                                new BigDecimal("100.000"),
                                40_000,
                                Speed.EXPRESS,
                                true,
                                true,
                                4,
                                LocalDate.of(2026, 11, 21),
                                "xbook",
                                List.of("toys"),
                                Set.of(Speed.SLOW)))) {
            all.add(Facts.of(item));
            all.add(Facts.of(item, new Customer(null, 8), new Earlier(2, 1)));
            all.add(
                    Facts.of(
                            item,
                            Item.of(3, "3", Speed.NORMAL),
                            new Customer("Li 丽", 7),
                            new Customer("books", 0),
                            new Earlier(1, 10),
                            new Earlier(2, 50)));
        }
        return all;
    }

    @Test
    void holdsConditionsOfEveryKindExactlyWhereTheEngineDoes() {
        var text = new StringBuilder();
        for (String condition : SampleConditions.all()) {
            text.append(
                    rule(condition.replace("\"", "'"), condition, "outcome.cost(1, \"Yes | 是\");"));
        }
        try (var rules = live("a.drl", text.toString())) {
            for (Facts facts : parcels()) {
                List<String> fired;
                try {
                    fired = rules.ask(facts).fired().stream().map(Fired::rule).toList();
                } catch (DecisionFailed e) {
                    throw new AssertionError(facts.toString(), e);
                }
                assertThat(worked(Parcel.PRICE, rules.sources(), facts))
                        .as(facts.toString())
                        .containsExactlyInAnyOrderElementsOf(fired);
            }
        }
    }

    private static List<NearMiss> misses(String rules, Record... facts) {
        return NearMisses.of(Parcel.PRICE, files("a.drl", rules), Facts.of(facts), List.of());
    }

    private static String costs(String name, String condition) {
        return rule(name, condition, "outcome.cost(1, \"So | 是\");");
    }

    @Test
    void putsTheRuleWithTheFewestLacksFirstAndThenTheNearestByFigure() {
        String rules =
                costs("Twice away", "Item(grams > 600, worth > 1000)")
                        + costs("Far away", "Item(grams > 5000)")
                        + costs("Near", "Item(grams > 501)")
                        + costs("Another speed", "Item(speed == Speed.EXPRESS)")
                        + costs("Fires", "Item(grams == 500)")
                        + costs("Three times away", "Item(grams > 600, worth > 101, fragile)");

        assertThat(misses(rules, Item.plain()))
                .map(NearMiss::rule)
                .containsExactly("Near", "Far away", "Another speed", "Twice away");
    }

    @Test
    void tellsNoMoreThanFive() {
        var rules = new StringBuilder();
        for (int i = 1; i < 9; i++) {
            rules.append(costs("Rule " + i, "Item(grams > " + (1000 - i) + ")"));
        }
        assertThat(misses(rules.toString(), Item.plain()))
                .map(NearMiss::rule)
                .containsExactly("Rule 8", "Rule 7", "Rule 6", "Rule 5", "Rule 4");
    }

    @Test
    void saysWhatWasNeededAndWhatWasThere() {
        assertThat(misses(costs("Dear", "Item(grams > 1, worth >= 12500.5)"), Item.plain()))
                .containsExactly(
                        new NearMiss(
                                "Dear",
                                "a.drl:1",
                                List.of(
                                        new NearMiss.Lack(
                                                "line 3",
                                                "worth >= 12500.5",
                                                "Item.worth",
                                                "Worth | 价值",
                                                "100",
                                                "needed worth >= 12,500.5, was 100 | 需要价值 >="
                                                        + " 12,500.5，实际为100"))));
    }

    @Test
    void saysThatAFactIsMissingOrUnwanted() {
        assertThat(misses(costs("Regular", "Customer()"), Item.plain()))
                .flatMap(NearMiss::lacks)
                .map(NearMiss.Lack::sentence)
                .containsExactly("needed Customer, but there was none | 需要客户，但没有");
        assertThat(misses(costs("New", "not Customer()"), new Customer("Li", 1)))
                .flatMap(NearMiss::lacks)
                .map(NearMiss.Lack::sentence)
                .containsExactly("needed no such Customer, but there was one | 不应有此客户，但存在");
        assertThat(misses(costs("Tall", "Item(floor > 3)"), Item.plain()))
                .flatMap(NearMiss::lacks)
                .map(NearMiss.Lack::sentence)
                .containsExactly("needed floor > 3, was missing | 需要楼层，可缺失 > 3，实际为缺失");
    }

    @Test
    void hidesWhatGuestsWrote() {
        for (String condition :
                List.of(
                        "Item(remark contains \"glass\")",
                        "Item($r : remark) Customer(name == $r)")) {
            assertThat(
                            misses(
                                    costs("Glass", condition),
                                    Item.plain().saying("my secret"),
                                    new Customer("Li", 1)))
                    .flatMap(NearMiss::lacks)
                    .singleElement()
                    .satisfies(
                            lack -> {
                                assertThat(lack.actual()).isEqualTo("…");
                                assertThat(lack.toString()).doesNotContain("secret");
                            });
        }
    }

    @Test
    void tellsOfAnAmountThatIsAlmostLargeButNotOfOtherRowsThanTheOneThatFired() {
        var rules = ShippedRules.shipped(ComplaintDecisions.GRADING);
        var file = new ScenarioFile(ComplaintDecisions.GRADING, RuleSetLoader.SCENARIOS);
        file.read(rules.sources().files().get(RuleSetLoader.SCENARIOS));
        var facts =
                file.scenarios().stream()
                        .filter(scenario -> scenario.name().startsWith("4,999.99"))
                        .findFirst()
                        .orElseThrow()
                        .given();
        var fired = rules.ask(facts).fired().stream().map(Fired::rule).toList();
        var misses = NearMisses.of(ComplaintDecisions.GRADING, rules.sources(), facts, fired);

        assertThat(misses).hasSizeLessThanOrEqualTo(5);
        assertThat(misses.get(0).rule()).isEqualTo("A large amount in dispute is at least S2");
        assertThat(misses.get(0).where()).startsWith("severity.drl.csv:A");
        assertThat(misses.get(0).lacks())
                .singleElement()
                .satisfies(
                        lack -> {
                            assertThat(lack.place()).startsWith("cell G");
                            assertThat(lack.condition()).isEqualTo("amountInDispute >= 5000");
                            assertThat(lack.sentence())
                                    .startsWith("needed amountInDispute >= 5,000, was 4,999.99 | ");
                        });
        assertThat(misses).map(NearMiss::rule).noneMatch(rule -> rule.contains("belong"));
        assertThat(misses).map(NearMiss::rule).doesNotContainAnyElementsOf(fired);
    }
}
