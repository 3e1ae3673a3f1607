package dev.innkeeper.decision.analysis;

import static dev.innkeeper.decision.Rules.rule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.innkeeper.common.Finding;
import dev.innkeeper.complaint.ComplaintDecisions;
import dev.innkeeper.decision.Decision;
import dev.innkeeper.decision.Parcel;
import dev.innkeeper.decision.Rules;
import dev.innkeeper.decision.ShippedRules;
import dev.innkeeper.decision.ShippedRules.Change;
import dev.innkeeper.decision.load.RuleSetLoader;
import dev.innkeeper.decision.load.Sources;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnalysisTest {

    private static final String HEAD =
            """
            RuleSet,parcel,,
            ,,,
            RuleTable Prices,,,
            NAME,CONDITION,ACTION,ACTION
            ,Item,,
            ,"grams >= $1, grams < $2","outcome.cost($param, ""So | 是"");","outcome.carrier(""$param"", ""So | 是"");"
            Rule,Weight from and below (g),Costs,Carrier
            """;

    private static List<Finding> findings(String rules) {
        var sources = Rules.files("a.drl", rules);
        assertThat(RuleSetLoader.check(Parcel.PRICE, sources).problems()).isEmpty();
        return Analysis.of(Parcel.PRICE, sources);
    }

    private static List<Finding> table(String rows) {
        var sources = Rules.files("a.drl.csv", HEAD + rows);
        assertThat(RuleSetLoader.check(Parcel.PRICE, sources).problems()).isEmpty();
        return Analysis.of(Parcel.PRICE, sources);
    }

    private static String carrier(String name, String condition) {
        return rule(name + " goes", condition, "outcome.carrier(\"" + name + "\", \"So | 是\");");
    }

    private static String speed(String name, String condition) {
        return rule(name + " goes", condition, "outcome.atLeast(Speed." + name + ", \"So | 是\");");
    }

    @ParameterizedTest
    @MethodSource("dev.innkeeper.decision.ShippedRules#decisions")
    void findsNothingInTheShippedRules(Decision<?, ?> decision) {
        assertThat(Analysis.of(decision, ShippedRules.shipped(decision).sources())).isEmpty();
    }

    @Test
    void refusesARuleThatStandsThereTwice() {
        String heavy = rule("Heavy", "$i : Item(grams >= 500)", "outcome.cost(2, \"H | 重\");");
        String twin = rule("Weighty", "Item(grams >= 500)", "outcome.cost(2, \"W | 重\");");

        assertThat(findings(heavy)).isEmpty();
        assertThat(findings(heavy + twin))
                .singleElement()
                .satisfies(
                        finding -> {
                            assertThat(finding.isError()).isTrue();
                            assertThat(finding)
                                    .hasToString(
                                            "a.drl, line 7: \"Weighty\" asks and says the same as"
                                                    + " \"Heavy\" (a.drl:1). Delete one, or change"
                                                    + " it.");
                        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "Item(grams < 50)~Item(grams < 40)~Item(grams <= 39)",
                "Item(grams < 50)~Item(grams >= 40)~Item(grams >= 40, <= 49)",
                "Item(grams < 50)~Item(grams < 50)~Item(grams <= 49)",
                "Item(speed in (Speed.SLOW, NORMAL))~Item(speed != Speed.SLOW)~Item(speed NORMAL)",
                "Item(fragile)~Item(fragile, grams < 40)~Item(fragile true; grams <= 39)",
                "Item(worth > 1.5)~Item(worth <= 2)~Item(worth > 1.5, <= 2)",
                "Item(posted >= \"2026-01-01\")~Item(posted <= \"2026-02-01\")~Item(posted >="
                        + " 2026-01-01, <= 2026-02-01)",
                "Customer(name == \"A\")~Customer(name != \"B\")~Customer(name \"A\")",
                "Item(grams < 50 && distance * 2 > 9)~Item(grams < 9 && distance * 2 >"
                        + " 9)~Item(grams <= 8)",
            })
    void refusesRulesThatContradictEachOther(String first, String second, String where) {
        assertThat(findings(carrier("A", first) + carrier("B", second)))
                .singleElement()
                .satisfies(
                        finding -> {
                            assertThat(finding.isError()).isTrue();
                            assertThat(finding)
                                    .hasToString(
                                            "a.drl, line 7: \"B goes\" says B, but \"A goes\""
                                                + " (a.drl:1) says A (Carrier), where both hold: "
                                                    + where
                                                    + ". The question then fails: change one of the"
                                                    + " two.");
                        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "Item(grams < 50)~Item(fragile)",
                "Item(grams < 50)~Customer(parcels > 3)",
            })
    void warnsOfRulesThatMayContradictEachOther(String first, String second) {
        assertThat(findings(carrier("A", first) + carrier("B", second)))
                .singleElement()
                .satisfies(finding -> assertThat(finding.isError()).isFalse());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "Item(grams < 50)~Item(grams >= 50)",
                "Item(fragile)~Item(!fragile)",
                "Item(insured == true)~Item(insured == null)",
                "Item(grams < 50)~not Item()",
                "Item(grams < 50, fragile)~Item(grams < 90, !fragile)",
                "Customer(name == \"A\")~Customer(name == \"B\")",
                "Item(grams < 50, distance * 2 > 9)~Item(grams < 50, distance * 2 <= 9)",
            })
    void letsRulesBeThatNeverFireTogether(String first, String second) {
        assertThat(findings(carrier("A", first) + carrier("B", second))).isEmpty();
    }

    @Test
    void warnsOfARuleThatNeverDecides() {
        String fast = speed("EXPRESS", "Item(grams > 100)");

        assertThat(findings(fast + speed("NORMAL", "Item(grams > 99)"))).isEmpty();
        assertThat(findings(fast + speed("NORMAL", "Item(grams > 200, fragile)")))
                .singleElement()
                .isEqualTo(
                        Finding.warning(
                                "a.drl",
                                "line 7",
                                "\"NORMAL goes\" never decides: wherever it holds, \"EXPRESS goes\""
                                    + " (a.drl:1) holds too and says more. Delete it, or change one"
                                    + " of the two. | “NORMAL goes”从不起作用：凡其成立之处，“EXPRESS"
                                    + " goes”（a.drl:1）也成立，且结论更强。请删除或修改其中一条。"));
        assertThat(
                        findings(
                                rule(
                                                "All",
                                                "Item(grams > 200)",
                                                "outcome.carrier(\"A\", \"So | 是\");")
                                        + carrier("A", "Item(grams > 300)")))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("says the same"));
    }

    @Test
    void letsPointsAddUp() {
        assertThat(
                        findings(
                                rule("One", "Item(grams > 1)", "outcome.cost(1, \"A | 甲\");")
                                        + rule(
                                                "Two",
                                                "Item(grams > 2)",
                                                "outcome.cost(1, \"B | 乙\");")
                                        + rule(
                                                "Six",
                                                "Item(grams > 6)",
                                                "outcome.cost(6, \"C | 丙\");")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "Item(5 <= grams && 3 > grams)~ERROR~never holds",
                "Item(speed == Speed.SLOW, speed == NORMAL)~ERROR~cannot hold together",
                "Item(fragile, fragile == false)~ERROR~cannot hold together",
                "Item(!(grams < 5), grams < 4)~ERROR~cannot hold together",
                "Item(speed in (Speed.SLOW) && speed == Speed.NORMAL)~ERROR~never holds",
                "Item(grams >= 5 || grams < 8)~ERROR~always holds",
                "Item(speed != Speed.SLOW || speed != Speed.NORMAL)~ERROR~always holds",
                "Item(speed in (Speed.SLOW, Speed.NORMAL, Speed.EXPRESS))~WARNING~holds for every"
                        + " value",
                "WordMatch(weight > 100)~WARNING~the allowed values are others",
                "WordMatch(weight >= 1)~WARNING~holds for every value",
                "not Item(5 > grams, 6 < grams)~ERROR~cannot hold together",
            })
    void findsConditionsThatAskNothing(String condition, Finding.Severity severity, String says) {
        assertThat(findings(rule("A rule", condition, "outcome.cost(1, \"So | 是\");")))
                .singleElement()
                .satisfies(
                        finding -> {
                            assertThat(finding.severity()).isEqualTo(severity);
                            assertThat(finding.place()).isEqualTo("line 3");
                            assertThat(finding.message()).contains(says);
                        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Item(grams >= 5 || distance < 8)",
                "Item(grams >= 5, grams < 8, grams != 6)",
                "Item(floor == null || floor > 3)",
                "Item(labels contains \"x\", labels contains \"y\")",
                "Item(worth * 100 > worth * 30)",
                "Item(remark matches \"a.*\", remark != \"ab\")",
            })
    void letsConditionsBeThatMayHold(String condition) {
        assertThat(findings(rule("A rule", condition, "outcome.cost(1, \"So | 是\");"))).isEmpty();
    }

    @Test
    void findsGapsBetweenTheRangesOfAColumn() {
        assertThat(table("Light,\"0, 100\",1,\nHeavy,\"100, 500\",2,\n")).isEmpty();
        assertThat(table("Light,\"0, 100\",1,\nHeavy,\"120, 500\",2,\n"))
                .containsExactly(
                        Finding.warning(
                                "a.drl.csv",
                                "cell B9",
                                "There is a gap at grams >= 100, <= 119 between this row and"
                                    + " \"Light\" (cell B8). Close it, unless nothing is meant to"
                                    + " follow there. | grams在>= 100, <= 119处有空缺（本行与“Light”，cell"
                                    + " B8之间）。若非有意为之，请补上。"));
    }

    @Test
    void findsOverlapsOfTheRangesOfAColumn() {
        assertThat(table("Light,\"0, 100\",1,\nHeavy,\"80, 500\",2,\n"))
                .singleElement()
                .satisfies(
                        finding -> {
                            assertThat(finding.isError()).isFalse();
                            assertThat(finding)
                                    .hasToString(
                                            "a.drl.csv, cell B9: The range overlaps with \"Light\""
                                                + " (cell B8) at grams >= 80, <= 99, so both rows"
                                                + " hold there. Part them.");
                        });
        assertThat(table("Light,\"0, 100\",,mail\nHeavy,\"80, 500\",,hand\n"))
                .singleElement()
                .satisfies(
                        finding -> {
                            assertThat(finding.isError()).isTrue();
                            assertThat(finding.message())
                                    .contains("\"Heavy\" says hand, but \"Light\" (a.drl.csv:A8)");
                        });
    }

    @Test
    void findsAnAllowedInputThatNoRowCovers() {
        var owners =
                ShippedRules.edited(
                        ComplaintDecisions.GRADING,
                        new Change(
                                "owner.drl.csv",
                                "\nNoise belongs to rooms service,NOISE,",
                                "\nIt belongs,OTHER,"));
        assertThat(Analysis.of(ComplaintDecisions.GRADING, owners))
                .filteredOn(Finding::isError)
                .map(Finding::message)
                .satisfiesExactlyInAnyOrder(
                        covered ->
                                assertThat(covered)
                                        .contains(
                                                "No row or rule covers ReportedComplaint(category"
                                                        + " NOISE), where every answer needs one",
                                                "没有规则覆盖ReportedComplaint(category NOISE)"),
                        quarrel -> assertThat(quarrel).contains("says LOBBY_SERVICE, but"));
    }

    @Test
    void readsAThousandRowsInNoTime() {
        var rows = new StringBuilder();
        var rules = new StringBuilder();
        for (int i = 0; i < 1_000; i++) {
            rows.append("Row %d,\"%d, %d\",%d,C%d\n".formatted(i, i * 10, i * 10 + 10, i, i));
            rules.append(
                    rule(
                            "Rule " + i,
                            "Item(grams > " + i + ")",
                            "outcome.cost(" + i + ", \"So | 是\");"));
        }
        assertQuick(Rules.files("a.drl.csv", HEAD + rows));
        assertQuick(Rules.files("a.drl", rules.toString()));
    }

    private static void assertQuick(Sources sources) {
        RuleSetLoader.check(Parcel.PRICE, sources);
        var start = Instant.now();
        assertThat(Analysis.of(Parcel.PRICE, sources)).isEmpty();
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(5));
    }
}
