package dev.innkeeper.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.innkeeper.common.Finding;
import dev.innkeeper.common.Finding.Severity;
import dev.innkeeper.complaint.ComplaintDecisions;
import dev.innkeeper.decision.ShippedRules.Change;
import dev.innkeeper.decision.analysis.Analysis;
import dev.innkeeper.decision.load.RuleSetLoader;
import dev.innkeeper.decision.load.Sources;
import dev.innkeeper.decision.scenario.ScenarioRun;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Each kind of mistake that a manager can make in the rules of gradings is caught, with its place,
 * what is wrong and the remedy, in both languages.
 */
class ManagersMistakesTest {

    private static final Decision<?, ?> GRADING = ComplaintDecisions.GRADING;
    private static final String RULES = "grading.drl";
    private static final String SEVERITY = "severity.drl.csv";
    private static final String OWNER = "owner.drl.csv";
    private static final String NOISE =
            "\n"
                    + "Noise belongs to rooms service,NOISE,\"ROOMS_SERVICE, Noise belongs to rooms"
                    + " service | 噪音由客房服务部负责\"";
    private static final String LARGE =
            "\n"
                + "A large amount in dispute is at least S2,,,,,,5000,\"S2, The amount in dispute"
                + " is large | 争议金额较大\"";

    private static final String BANDS =
            """
            RuleSet,parcel,
            ,,
            RuleTable Prices,,
            NAME,CONDITION,ACTION
            ,Item,
            ,"grams >= $1, grams < $2","outcome.cost($param, ""So | 是"");"
            Rule,Weight from and below (g),Costs
            Light,"0, 100",1
            """;

    /** What the files say before any example is tried. */
    private static List<Finding> read(Change... changes) {
        return read(GRADING, ShippedRules.edited(GRADING, changes));
    }

    private static List<Finding> read(Decision<?, ?> decision, Sources sources) {
        var all = new ArrayList<>(RuleSetLoader.check(decision, sources).problems());
        all.addAll(Analysis.of(decision, sources));
        return all;
    }

    /** What the examples say. */
    private static List<Finding> tried(Change... changes) {
        try (var rules = ShippedRules.changed(GRADING, changes)) {
            var run = ScenarioRun.of(rules);
            var all = new ArrayList<>(run.problems());
            all.addAll(run.untried());
            return all;
        }
    }

    private static Change change(String file, String from, String to) {
        return new Change(file, from, to);
    }

    private static void assertOne(
            List<Finding> findings,
            Severity severity,
            String file,
            String place,
            String english,
            String chinese) {
        assertThat(findings)
                .singleElement()
                .satisfies(
                        finding -> {
                            assertThat(finding.message())
                                    .startsWith(english + " | ")
                                    .endsWith(" | " + chinese);
                            assertThat(finding.severity()).isEqualTo(severity);
                            assertThat(finding.file()).isEqualTo(file);
                            assertThat(finding.place()).isEqualTo(place);
                        });
    }

    private static void assertError(
            List<Finding> findings, String file, String place, String english, String chinese) {
        assertOne(findings, Severity.ERROR, file, place, english, chinese);
    }

    /** The line of the shipped rules that holds a text. */
    private static String line(String text) {
        var files = ShippedRules.edited(GRADING).files();
        var lines = new String(files.get(RULES), StandardCharsets.UTF_8).lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains(text)) {
                return "line " + (i + 1);
            }
        }
        throw new AssertionError("No line holds " + text);
    }

    @Test
    void isRightAsShipped() {
        assertThat(read()).isEmpty();
    }

    @Test
    void aTypingErrorInTheGrammar() {
        assertError(
                read(change(RULES, "Stay( inHouse == true,", "Stay( inHouse = true,")),
                RULES,
                line("Stay( inHouse"),
                "Compare with ==, not with =.",
                "比较请用==，而不是=。");
    }

    @Test
    void anythingButRules() {
        assertError(
                read(
                        change(
                                RULES,
                                "outcome.atLeast(Severity.S2, \"The banquet",
                                "System.exit(0); outcome.atLeast(Severity.S2, \"The banquet")),
                RULES,
                line("The banquet is under way"),
                "Expected outcome.…(…); or end, but found System: a rule may only call the"
                        + " outcome.",
                "此处应为outcome.…(…);或end，却是System：规则只能调用outcome。");
    }

    @Test
    void aFieldThatDoesNotExist() {
        assertError(
                read(change(SEVERITY, "amountInDispute >= $param", "amountInDispte >= $param")),
                SEVERITY,
                "cell G17",
                "ReportedComplaint has no field amountInDispte. Did you mean amountInDispute?",
                "ReportedComplaint没有字段amountInDispte。是否指amountInDispute？");
    }

    @Test
    void aFieldThatDoesNotExistInTheHeadOfAColumnIsToldOnce() {
        assertError(
                read(change(SEVERITY, "harm == Harm.$param", "harmm == Harm.$param")),
                SEVERITY,
                "cell B8",
                "ReportedComplaint has no field harmm. Did you mean harm? So in 2 more cells of the"
                        + " column; see its head.",
                "ReportedComplaint没有字段harmm。是否指harm？同列另有2处，请检查该列表头。");
    }

    @Test
    void aValueThatDoesNotExist() {
        assertError(
                read(change(OWNER, ",NOISE,", ",NOISEE,")),
                OWNER,
                "cell B10",
                "Category has no value NOISEE. Did you mean NOISE?",
                "Category没有取值NOISEE。是否指NOISE？");
    }

    @Test
    void aTextWhereAFigureBelongs() {
        assertError(
                read(change(RULES, "daysAgo <= 90", "daysAgo <= \"90\"")),
                RULES,
                line("daysAgo <= 90"),
                "A whole number cannot be compared with a text. Compare it with a whole number.",
                "整数不能与文本比较。请与整数比较。");
    }

    @Test
    void aWordInAColumnOfFigures() {
        assertError(
                read(change(SEVERITY, ",,,,,,5000,", ",,,,,,plenty,")),
                SEVERITY,
                "cell G17",
                "plenty is no figure: write digits only, such as 5000 or 0.5.",
                "plenty不是数字：只写数字，如5000或0.5。");
    }

    @Test
    void aFigureWithACommaBetweenItsDigits() {
        assertError(
                read(change(SEVERITY, ",,,,,,5000,", ",,,,,,\"5,000\",")),
                SEVERITY,
                "cell G17",
                "5,000 is no figure: write it without separators, 5000.",
                "5,000不是数字：请去掉千位分隔符，写成5000。");
    }

    @Test
    void aMistypedHeader() {
        assertError(
                read(change(OWNER, "NAME,CONDITION,ACTION", "NAME,CONDTION,ACTION")),
                OWNER,
                "cell B4",
                "\"CONDTION\" is no header. Did you mean CONDITION?",
                "“CONDTION”不是表头。是否指CONDITION？");
    }

    @Test
    void aNameGivenTwice() {
        assertError(
                read(
                        change(
                                OWNER,
                                "Cleanliness belongs to rooms service,CLEANLINESS",
                                "Room condition belongs to rooms service,CLEANLINESS")),
                OWNER,
                "cell A9",
                "The name \"Room condition belongs to rooms service\" is used twice, also in"
                        + " owner.drl.csv (cell A8). Rename one.",
                "规则名称\"Room condition belongs to rooms service\"重复，另见owner.drl.csv（cell A8），请改名。");
    }

    @Test
    void aRowWhoseConditionsAreAllEmpty() {
        assertError(
                read(change(OWNER, "service,NOISE,", "service,,")),
                OWNER,
                "cell B10",
                "All conditions of the row are empty, so it would always hold. Fill one in, or"
                        + " delete the row.",
                "该行所有条件为空，将始终成立。请填写条件或删除该行。");
    }

    @Test
    void aRowThatWasCopiedAndNotChanged() {
        assertError(
                read(change(OWNER, NOISE, NOISE + NOISE.replace("\nNoise", "\nLoud noise"))),
                OWNER,
                "cell A11",
                "\"Loud noise belongs to rooms service\" asks and says the same as \"Noise belongs"
                        + " to rooms service\" (owner.drl.csv:A10). Delete one, or change it.",
                "“Loud noise belongs to rooms service”与“Noise belongs to rooms"
                        + " service”（owner.drl.csv:A10）的条件和结论相同，请删除或修改其中一条。");
    }

    @Test
    void aRowThatNeverDecides() {
        assertOne(
                read(
                        change(
                                SEVERITY,
                                LARGE,
                                LARGE
                                        + LARGE.replace("A large", "A huge")
                                                .replace("5000", "9000"))),
                Severity.WARNING,
                SEVERITY,
                "cell A18",
                "\"A huge amount in dispute is at least S2\" never decides: wherever it holds, \"A"
                    + " large amount in dispute is at least S2\" (severity.drl.csv:A17) holds too"
                    + " and says the same. Delete it, or change one of the two.",
                "“A huge amount in dispute is at least S2”从不起作用：凡其成立之处，“A large amount in dispute"
                        + " is at least S2”（severity.drl.csv:A17）也成立，且结论相同。请删除或修改其中一条。");
    }

    @Test
    void rowsThatContradictEachOther() {
        String night =
                NOISE.replace("\nNoise", "\nNightly noise").replace("ROOMS_SERVICE,", "FINANCE,");
        assertError(
                read(change(OWNER, NOISE, NOISE + night)),
                OWNER,
                "cell A11",
                "\"Nightly noise belongs to rooms service\" says FINANCE, but \"Noise belongs to"
                    + " rooms service\" (owner.drl.csv:A10) says ROOMS_SERVICE (Owner department),"
                    + " where both hold: ReportedComplaint(category NOISE). The question then"
                    + " fails: change one of the two.",
                "“Nightly noise belongs to rooms service”给出FINANCE，而“Noise belongs to rooms"
                    + " service”（owner.drl.csv:A10）给出ROOMS_SERVICE（责任部门），同时成立的情况：ReportedComplaint(category"
                    + " NOISE)。此时决策失败：请修改其中一条。");
    }

    @Test
    void anAllowedInputThatNoRowCovers() {
        assertError(
                read(change(OWNER, NOISE, "")),
                OWNER,
                "cell A21",
                "No row or rule covers ReportedComplaint(category NOISE), where every answer needs"
                        + " one (Owner department). Add a row or a rule.",
                "没有规则覆盖ReportedComplaint(category NOISE)，而每个结论都需要（责任部门）。请添加一行或一条规则。");
    }

    @Test
    void aGapBetweenRanges() {
        assertOne(
                read(Parcel.PRICE, Rules.files("a.drl.csv", BANDS + "Heavy,\"120, 500\",2\n")),
                Severity.WARNING,
                "a.drl.csv",
                "cell B9",
                "There is a gap at grams >= 100, <= 119 between this row and \"Light\" (cell B8)."
                        + " Close it, unless nothing is meant to follow there.",
                "grams在>= 100, <= 119处有空缺（本行与“Light”，cell B8之间）。若非有意为之，请补上。");
    }

    @Test
    void anOverlapOfRanges() {
        assertOne(
                read(Parcel.PRICE, Rules.files("a.drl.csv", BANDS + "Heavy,\"80, 500\",2\n")),
                Severity.WARNING,
                "a.drl.csv",
                "cell B9",
                "The range overlaps with \"Light\" (cell B8) at grams >= 80, <= 99, so both rows"
                        + " hold there. Part them.",
                "范围与“Light”（cell B8）在grams >= 80, <= 99处重叠，两行会同时成立。请将其分开。");
    }

    @Test
    void aConditionThatNeverHolds() {
        assertError(
                read(change(RULES, "minutesToEnd > 0", "minutesSinceStart < 0")),
                RULES,
                line("minutesToEnd > 0"),
                "These conditions on minutesSinceStart can never hold together. Mend a figure.",
                "minutesSinceStart的这些条件不可能同时成立，请修改数字。");
    }

    @Test
    void aConditionThatAlwaysHolds() {
        assertError(
                read(change(RULES, "|| harm != Harm.NONE", "|| kind != Kind.COMPLAINT")),
                RULES,
                line("|| harm != Harm.NONE"),
                "kind != Kind.SUGGESTION || kind != Kind.COMPLAINT || remedySought == true always"
                        + " holds, so it asks nothing. Mend the condition, or delete it.",
                "kind != Kind.SUGGESTION || kind != Kind.COMPLAINT || remedySought =="
                        + " true始终成立，等于没有条件。请修改或删除。");
    }

    @Test
    void anExampleThatDoesNotHoldAnyMore() {
        var findings = tried(change(SEVERITY, ",,,,,,5000,", ",,,,,,6000,"));

        assertThat(findings).allMatch(Finding::isError);
        assertThat(findings.get(0))
                .isEqualTo(
                        Finding.error(
                                        "scenarios.yaml",
                                        "scenario \"5,000 in dispute is urgent\"",
                                        "severity: expected \"S2\", but got \"S3\". Mend the rules,"
                                                + " or the scenario where the policy has changed. |"
                                                + " severity：预期\"S2\"，实际\"S3\"。请修改规则；若政策已变，请修改示例。")
                                .beside("severity: \"S2\"", "severity: \"S3\""));
    }

    @Test
    void aRuleThatNoExampleTries() {
        assertError(
                tried(
                        change(
                                SEVERITY,
                                LARGE,
                                LARGE
                                        + LARGE.replace("A large", "A huge")
                                                .replace("5000", "90000")
                                                .replace("\"S2", "\"S1"))),
                SEVERITY,
                "cell A18",
                "No scenario makes the rule \"A huge amount in dispute is at least S2\" fire. Add"
                        + " one to scenarios.yaml.",
                "没有示例触发规则“A huge amount in dispute is at least S2”。请在scenarios.yaml中添加。");
    }
}
