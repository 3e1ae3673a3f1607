package dev.innkeeper.decision.gate;

import static dev.innkeeper.decision.Rules.live;
import static dev.innkeeper.decision.Rules.rule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.innkeeper.decision.Facts;
import dev.innkeeper.decision.Fired;
import dev.innkeeper.decision.Parcel.Customer;
import dev.innkeeper.decision.Parcel.Earlier;
import dev.innkeeper.decision.Parcel.Item;
import dev.innkeeper.decision.SampleConditions;
import org.junit.jupiter.api.Test;

/** What the grammar of conditions means once compiled. */
class ConditionsTest {

    private static final Record[] FACTS = {
        Item.plain(), new Customer("Li 丽", 7), new Earlier(1, 10)
    };

    @Test
    void firesWhereAConditionHoldsAndOnlyThere() {
        var text = new StringBuilder();
        for (String condition : SampleConditions.all()) {
            text.append(
                    rule(condition.replace("\"", "'"), condition, "outcome.cost(1, \"Yes | 是\");"));
        }
        try (var rules = live("a.drl", text.toString())) {
            var fired = rules.ask(Facts.of(FACTS)).fired().stream().map(Fired::rule).toList();
            assertThat(fired)
                    .containsExactlyInAnyOrderElementsOf(
                            SampleConditions.HOLD.stream()
                                    .map(condition -> condition.replace("\"", "'"))
                                    .toList());
        }
    }

    @Test
    void firesOnceHoweverManyAlternativesHold() {
        try (var rules =
                live(
                        "a.drl",
                        rule(
                                "A rule",
                                "Item(grams > 1) or Customer() or exists Earlier()",
                                "outcome.cost(5, \"Yes | 是\");"))) {
            assertThat(rules.ask(Facts.of(FACTS)).result().cents()).isEqualTo(5);
        }
    }
}
