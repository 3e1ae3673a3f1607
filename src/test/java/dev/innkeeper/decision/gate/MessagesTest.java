package dev.innkeeper.decision.gate;

import static dev.innkeeper.decision.Rules.load;
import static dev.innkeeper.decision.Rules.problems;
import static dev.innkeeper.decision.Rules.rule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.innkeeper.common.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a manager reads about a mistake: where it is, what is wrong, what was probably meant. */
class MessagesTest {

    private static final String GOOD = "outcome.cost(1, \"Yes | 是\");";

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "Item(gram > 5)                ~ Item has no field gram. Did you mean grams?",
                "Itm(grams > 5)                ~ There is no fact Itm in this decision. Did you"
                        + " mean Item?",
                "Item(speed == EXPRES)         ~ Speed has no value EXPRES. Did you mean EXPRESS?",
                "Item(speed == Sped.EXPRESS)   ~ There is no list of values Sped in this decision."
                        + " Did you mean Speed?",
                "Item(grams > \"5\")           ~ A whole number cannot be compared with a text.",
                "Item(remark > 5)              ~ A text cannot be compared with a whole number.",
                "Item(remark == 5)             ~ A text cannot be compared with a whole number.",
                "Item(remark > \"a\")          ~ Only figures and dates have an order",
                "Item(speed > EXPRESS)         ~ Only figures and dates have an order",
                "Item(grams > 5.5)             ~ This is a whole number; compare it with one, not"
                        + " with 5.5.",
                "Item(grams == null)           ~ This is never missing",
                "Item(fragile == 1)            ~ Yes or no (true, false) cannot be compared with a"
                        + " whole number.",
                "Item(posted > \"22.11.2026\") ~ is not a date: write it as",
                "Item(grams = 5)               ~ Compare with ==, not with =.",
                "Item(grams)                   ~ This is no condition",
                "Item($r : grams / distance)   ~ A variable binds one field",
                "Item(grams / distance > 5)    ~ Rules do not divide",
                "Item(grams > 500, grams < 20) ~ These conditions on grams can never hold"
                        + " together.",
                "Item(grams > 5 && grams == 5) ~ These conditions on grams can never hold"
                        + " together.",
                "Item(grams > 5                ~ Expected a comma or ), but found then.",
                "Item(grams ＞ 5)              ~ full-width",
                "Item(remark == ‘a’)           ~ does not belong here",
                "Item(remark == “a”)           ~ straight double quotes",
                "Item(labels contains 5)       ~ The list holds a text.",
                "Item(speeds contains FAST)    ~ Speed has no value FAST.",
                "Item(grams > $g)              ~ $g is not bound by any condition above.",
                "Item(grams > 99999999999)     ~ is too large for this field.",
                "Item($g : grams) Customer($g : parcels) ~ $g is bound twice.",
                "not Item($g : grams) Customer(parcels == $g) ~ $g is not bound by any condition"
                        + " above.",
                "Item(\"a\" == \"a\")          ~ This compares no field with anything.",
            })
    void saysWhatIsWrongWithACondition(String condition, String message) {
        assertThat(problems(condition, GOOD))
                .singleElement()
                .satisfies(
                        problem -> {
                            assertThat(problem.toString())
                                    .startsWith("a.drl, line ")
                                    .contains(message);
                            assertThat(problem.message()).containsPattern(" \\| .*\\p{IsHan}");
                        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "outcome.cst(1, \"a | b\");                 ~ The outcome has no call cst. Did you"
                        + " mean cost?",
                "outcome.cost(1);                           ~ cost needs 2 values (amount, reason),"
                        + " but got 1.",
                "outcome.cost(\"1\", \"a | b\");            ~ amount must be a whole number.",
                "outcome.cost(1.5, \"a | b\");              ~ amount must be a whole number.",
                "outcome.cost($w, \"a | b\");               ~ amount must be a whole number.",
                "outcome.cost($i, \"a | b\");               ~ amount must be a whole number.",
                "outcome.cost($i.weight, \"a | b\");        ~ Item has no field weight.",
                "outcome.cost($g.grams, \"a | b\");         ~ $g is a single value and has no"
                        + " fields.",
                "outcome.cost(1, \"Yes\");                  ~ The reason is one text in both"
                        + " languages",
                "outcome.cost(1, \" | b\");                 ~ The reason is one text in both"
                        + " languages",
                "outcome.atLeast(FAST, \"a | b\");          ~ Speed has no value FAST.",
                "outcome.atLeast(\"EXPRESS\", \"a | b\");   ~ wanted must be a Speed.",
                "outcome.limit(EXPRESS, \"a | b\");         ~ amount must be a figure.",
                "outcome.carrier(5, \"a | b\");             ~ name must be a text.",
                "outcome.cost(1, \"a | b\")                 ~ Expected ; after the call, but found"
                        + " end.",
                "result.cost(1, \"a | b\");                 ~ a rule may only call the outcome.",
            })
    void saysWhatIsWrongWithACall(String action, String message) {
        assertThat(problems("$i : Item($g : grams, $w : worth)", action))
                .singleElement()
                .satisfies(problem -> assertThat(problem.toString()).contains(message));
    }

    @Test
    void letsCallsUseWhatWasBound() {
        assertThat(
                        problems(
                                "$i : Item($g : grams, $w : worth, $s : speed)",
                                "outcome.cost($g, \"Weighs \" + $g + \" g | 重\" + $i.grams +"
                                    + " \"克\"); outcome.limit($w, \"a | b\"); outcome.limit($g, \"a"
                                    + " | b\"); outcome.limit(-0.50, \"a | b\"); outcome.cost(-3,"
                                    + " \"a | b\"); outcome.atLeast($s, \"a | b\");"
                                    + " outcome.carrier($i.remark, \"a | b\");"
                                    + " outcome.carrier(\"DHL \\\"fast\\\"\", \"a | b\");"))
                .isEmpty();
    }

    @Test
    void namesBothPlacesOfADuplicateName() {
        var problems =
                load(
                                "a.drl",
                                rule("Same", "Item()", GOOD),
                                "b.drl",
                                "\n" + rule("Same", "Item()", GOOD))
                        .problems();
        assertThat(problems)
                .singleElement()
                .satisfies(
                        problem ->
                                assertThat(problem.toString())
                                        .startsWith("b.drl, line 2")
                                        .contains(
                                                "\"Same\" is used twice, also in a.drl (line 1)"));
    }

    @Test
    void reportsEveryWrongRuleAtOnce() {
        String text = rule("One", "Item(gram > 1)", GOOD) + rule("Two", "Item(weight > 1)", GOOD);
        assertThat(load("a.drl", text).problems())
                .map(Finding::place)
                .containsExactly("line 3", "line 9");
    }

    @Test
    void refusesARuleWithoutConditionsUnlessItIsABaseline() {
        assertThat(load("a.drl", "rule \"A\" when then " + GOOD + " end").problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.toString()).contains("no condition"));
        assertThat(load("a.drl", "rule \"A\" @Baseline when then " + GOOD + " end").problems())
                .isEmpty();
        assertThat(
                        load(
                                        "a.drl",
                                        "rule \"A\" @Baseline when Item($g : grams) then "
                                                + GOOD
                                                + " end")
                                .problems())
                .isEmpty();
        assertThat(
                        load(
                                        "a.drl",
                                        "rule \"A\" @Baseline when Item(fragile) then "
                                                + GOOD
                                                + " end")
                                .problems())
                .singleElement()
                .satisfies(
                        problem ->
                                assertThat(problem.toString())
                                        .contains("@Baseline rule always fires"));
    }

    @Test
    void refusesARuleThatDoesNothing() {
        assertThat(load("a.drl", "rule \"A\" when Item() then end").problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.toString()).contains("does nothing"));
    }

    @Test
    void readsPastAByteOrderMarkAndWindowsLineEnds() {
        String text = "\uFEFF" + rule("A", "Item()", GOOD).replace("\n", "\r\n");
        assertThat(load("a.drl", text).problems()).isEmpty();
    }

    @Test
    void acceptsHeadersThatSayWhatTheFolderSays() {
        String headers =
                "package rules.parcel.price;\nimport dev.innkeeper.decision.Parcel.Item;\n"
                        + "global dev.innkeeper.decision.Parcel.PriceOutcome outcome;\n";
        assertThat(load("a.drl", headers + rule("A", "Item()", GOOD)).problems()).isEmpty();
    }

    @Test
    void saysThatAFolderWithoutRulesHasNone() {
        assertThat(load("scenarios.yaml", "scenarios: []").problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.toString()).contains("holds no rules"));
    }

    @Test
    void warnsOfFilesThatCountForNothing() {
        var loaded = load("a.drl", rule("A", "Item()", GOOD), "b.csv", "x", "c.txt", "x");
        assertThat(loaded.rules()).isPresent();
        assertThat(loaded.problems())
                .map(Finding::toString)
                .containsExactly(
                        "b.csv: The file is ignored: name a table x.drl.csv or x.drl.xlsx.",
                        "c.txt: The file is ignored: only .drl, .drl.csv, .drl.xlsx, words.csv and"
                                + " scenarios.yaml count.");
        loaded.rules().get().close();
    }
}
