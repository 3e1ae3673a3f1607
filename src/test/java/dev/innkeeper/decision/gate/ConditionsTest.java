package dev.innkeeper.decision.gate;

import static dev.innkeeper.decision.Rules.live;
import static dev.innkeeper.decision.Rules.rule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.innkeeper.decision.Facts;
import dev.innkeeper.decision.Fired;
import dev.innkeeper.decision.Parcel.Customer;
import dev.innkeeper.decision.Parcel.Earlier;
import dev.innkeeper.decision.Parcel.Item;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the grammar of conditions means once compiled. */
class ConditionsTest {

    private static final Record[] FACTS = {
        Item.plain(), new Customer("Li 丽", 7), new Earlier(1, 10)
    };

    private static final List<String> HOLD =
            List.of(
                    "Item(grams == 500)",
                    "Item(grams >= 500, grams <= 500)",
                    "Item(worth == 100)",
                    "Item(worth > 99.99, worth < 100.5)",
                    "Item(worth * 2 > 199 && worth - 1 < 100)",
                    "Item(grams * distance == 40000)",
                    "Item(grams + 1 > 500)",
                    "Item(distance < 50000000000)",
                    "Item(-grams < 0, grams > -5, worth > -5)",
                    "Item(speed == NORMAL)",
                    "Item(speed == Speed.NORMAL)",
                    "Item(NORMAL == speed)",
                    "Item(speed in (EXPRESS, Speed.NORMAL))",
                    "Item(speed not in (EXPRESS, SLOW))",
                    "Item(!fragile)",
                    "Item(fragile == false)",
                    "Item(fragile != true)",
                    "Item(insured == null)",
                    "Item(!insured)",
                    "Item(floor == null || floor > 3)",
                    "Item(!(floor > 3))",
                    "Item(posted == \"2026-11-22\", posted > \"2026-11-21\")",
                    "Item(remark == \"books\", remark != \"\")",
                    "Item(remark contains \"ook\")",
                    "Item(remark matches \"b.*s\")",
                    "Item(remark not matches \"x.*\")",
                    "Item(labels contains \"books\")",
                    "Item(labels not contains \"toys\")",
                    "Item(speeds contains SLOW)",
                    "Item(grams in (1, 500))",
                    "Item((grams > 1000 || worth >= 100) && !fragile)",
                    "$i : Item() Customer(parcels < $i.grams)",
                    "Item($g : grams, $g > 100) Customer(parcels < $g)",
                    "Item($w : worth) Customer(parcels < $w)",
                    "Item($g : grams, $r : remark) Customer(name != $r, parcels * 10 < $g)",
                    "Item() and Customer()",
                    "Item(grams > 1) and not Earlier(daysAgo > 10)",
                    "not Earlier(nth == 2)",
                    "exists Earlier(nth == 1)",
                    "not ( Item(fragile) and Customer() )",
                    "Item(fragile) or Customer(parcels == 7)",
                    "(Item(fragile) or not Earlier(nth == 2)) Customer()",
                    "(Item(fragile) or (Customer() and exists Earlier()))",
                    "Customer(name contains \"丽\")");

    private static final List<String> DO_NOT_HOLD =
            List.of(
                    "Item(grams > 500)",
                    "Item(worth > 100)",
                    "Item(speed != NORMAL)",
                    "Item(speed not in (NORMAL))",
                    "Item(fragile)",
                    "Item(insured)",
                    "Item(floor > 3)",
                    "Item(floor + 1 > 0)",
                    "Item(!(floor == null))",
                    "Item(posted < \"2026-11-22\")",
                    "Item(remark contains \"x\")",
                    "Item(remark matches \"ook\")",
                    "Item(labels contains \"toys\")",
                    "Item(speeds not contains SLOW)",
                    "Customer() not Earlier()",
                    "Item(fragile) or Customer(parcels == 8)",
                    "not ( Item(!fragile) and Customer() )",
                    "Item(grams > 1) and not ( Earlier(daysAgo > 1) or Customer() )");

    @Test
    void firesWhereAConditionHoldsAndOnlyThere() {
        var text = new StringBuilder();
        for (String condition : join(HOLD, DO_NOT_HOLD)) {
            text.append(
                    rule(condition.replace("\"", "'"), condition, "outcome.cost(1, \"Yes | 是\");"));
        }
        try (var rules = live("a.drl", text.toString())) {
            var fired = rules.ask(Facts.of(FACTS)).fired().stream().map(Fired::rule).toList();
            assertThat(fired)
                    .containsExactlyInAnyOrderElementsOf(
                            HOLD.stream().map(condition -> condition.replace("\"", "'")).toList());
        }
    }

    private static List<String> join(List<String> a, List<String> b) {
        var all = new ArrayList<>(a);
        all.addAll(b);
        return all;
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
