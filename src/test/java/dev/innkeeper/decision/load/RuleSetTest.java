package dev.innkeeper.decision.load;

import static dev.innkeeper.decision.Rules.live;
import static dev.innkeeper.decision.Rules.rule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.innkeeper.decision.DecisionFailed;
import dev.innkeeper.decision.Facts;
import dev.innkeeper.decision.Fired;
import dev.innkeeper.decision.Parcel.Customer;
import dev.innkeeper.decision.Parcel.Earlier;
import dev.innkeeper.decision.Parcel.Item;
import dev.innkeeper.decision.Parcel.Speed;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RuleSetTest {

    private static final String RULES =
            "rule \"Every parcel is slow\" @Baseline when then outcome.atLeast(SLOW, \"Base |"
                    + " 基础\"); end\n"
                    + rule(
                            "Fast ones",
                            "Item(grams > 1, worth >= 100)",
                            "outcome.atLeast(EXPRESS, \"Worth it | 值得\");")
                    + rule(
                            "Each earlier one",
                            "Earlier($n : nth, daysAgo < 50)",
                            "outcome.cost(10, \"Earlier no. \" + $n + \" | 第\" + $n + \"次\");")
                    + rule(
                            "House carrier",
                            "Customer(parcels > 5)",
                            "outcome.carrier(\"house\", \"Regular | 熟客\");")
                    + rule(
                            "Mail carrier",
                            "Customer(name == \"Both\")",
                            "outcome.carrier(\"mail\", \"Both | 两者\");")
                    + rule(
                            "Needs a floor",
                            "Item($f : floor, remark == \"up\")",
                            "outcome.limit($f, \"Floor | 楼层\");");

    @Test
    void foldsAllContributionsAndNamesWhoGaveThem() {
        try (var rules = live("a.drl", RULES)) {
            var answer =
                    rules.ask(
                            Facts.of(
                                    Item.plain(),
                                    new Earlier(1, 10),
                                    new Earlier(2, 40),
                                    new Earlier(3, 90)));
            assertThat(answer.result().speed()).isEqualTo(Speed.EXPRESS);
            assertThat(answer.result().cents()).isEqualTo(20);
            assertThat(answer.headline()).isEqualTo("EXPRESS");
            assertThat(answer.fired())
                    .extracting(Fired::rule)
                    .containsExactlyInAnyOrder(
                            "Every parcel is slow", "Fast ones", "Each earlier one");
            assertThat(find(answer.fired(), "Each earlier one").reasons())
                    .containsExactlyInAnyOrder("Earlier no. 1 | 第1次", "Earlier no. 2 | 第2次");
            assertThat(find(answer.fired(), "Fast ones"))
                    .isEqualTo(
                            new Fired(
                                    "Fast ones",
                                    "a.drl:2",
                                    List.of("Worth it | 值得"),
                                    List.of(),
                                    Map.of("Item.grams", "500", "Item.worth", "100.00")));
        }
    }

    @Test
    void tellsTheReasonsThatGaveWayApartFromThoseThatDecided() {
        try (var rules = live("a.drl", RULES)) {
            var fired = rules.ask(Facts.of(Item.plain())).fired();
            assertThat(find(fired, "Every parcel is slow").reasons()).isEmpty();
            assertThat(find(fired, "Every parcel is slow").gaveWay()).containsExactly("Base | 基础");
            assertThat(find(fired, "Fast ones").gaveWay()).isEmpty();

            var alone = rules.ask(Facts.of(new Earlier(1, 90))).fired();
            assertThat(find(alone, "Every parcel is slow").reasons()).containsExactly("Base | 基础");
        }
    }

    private static Fired find(List<Fired> fired, String rule) {
        return fired.stream().filter(one -> one.rule().equals(rule)).findFirst().orElseThrow();
    }

    @Test
    void refusesRulesThatContradictEachOther() {
        try (var rules = live("a.drl", RULES)) {
            assertThatThrownBy(() -> rules.ask(Facts.of(new Customer("Both", 7))))
                    .isInstanceOf(DecisionFailed.class)
                    .hasMessageContaining("Two rules contradict each other on the carrier")
                    .hasMessageContaining("House carrier")
                    .hasMessageContaining("Mail carrier");
        }
    }

    @Test
    void saysWhichRuleFailedOnAMissingValue() {
        try (var rules = live("a.drl", RULES)) {
            assertThatThrownBy(() -> rules.ask(Facts.of(Item.plain().saying("up"))))
                    .isInstanceOf(DecisionFailed.class)
                    .hasMessageContaining("Needs a floor");
        }
    }

    @Test
    void refusesFactsThatAreNotPartOfTheQuestion() {
        try (var rules = live("a.drl", RULES)) {
            assertThatThrownBy(
                            () ->
                                    rules.ask(
                                            Facts.of(
                                                    new Fired(
                                                            "", "", List.of(), List.of(),
                                                            Map.of()))))
                    .isInstanceOf(DecisionFailed.class)
                    .hasMessageContaining("knows no fact Fired");
        }
    }

    @Test
    void stopsRulesThatFireWithoutEnd() {
        try (var rules =
                live(
                        "a.drl",
                        rule(
                                "Pairs",
                                "Earlier() Earlier() Earlier()",
                                "outcome.cost(1, \"a | b\");"))) {
            var many = IntStream.range(0, 40).mapToObj(i -> (Record) new Earlier(i, i)).toList();
            assertThatThrownBy(() -> rules.ask(new Facts(many)))
                    .isInstanceOf(DecisionFailed.class)
                    .hasMessageContaining("20,000 times");
        }
    }

    @Test
    void answersTheSameFromManyThreads() {
        try (var rules = live("a.drl", RULES)) {
            var answers =
                    IntStream.range(0, 2_000)
                            .parallel()
                            .mapToObj(
                                    i ->
                                            rules.ask(Facts.of(Item.plain(), new Earlier(i, 10)))
                                                    .result()
                                                    .cents())
                            .distinct()
                            .toList();
            assertThat(answers).containsExactly(10L);
        }
    }

    @Test
    void givesTheSameReleaseToTheSameFilesOnly() {
        var one = new Sources(Map.of("a.drl", new byte[] {1}, "b.drl", new byte[] {2}));
        assertThat(new Sources(Map.of("b.drl", new byte[] {2}, "a.drl", new byte[] {1})).hash())
                .isEqualTo(one.hash());
        assertThat(new Sources(Map.of("a.drl", new byte[] {1}, "c.drl", new byte[] {2})).hash())
                .isNotEqualTo(one.hash());
        assertThat(new Sources(Map.of("a.drl", new byte[] {2}, "b.drl", new byte[] {1})).hash())
                .isNotEqualTo(one.hash());
    }
}
