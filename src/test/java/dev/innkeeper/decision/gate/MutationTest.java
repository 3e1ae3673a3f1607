package dev.innkeeper.decision.gate;

import static dev.innkeeper.decision.Rules.live;
import static dev.innkeeper.decision.Rules.rule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.innkeeper.decision.DecisionFailed;
import dev.innkeeper.decision.Facts;
import dev.innkeeper.decision.Parcel;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Sixty thousand mutants of good rules and of attacks: whatever passes is made of known words only.
 */
class MutationTest {

    private static final int MUTANTS = 60_000;
    private static final int COMPILED = 120;

    private static final List<String> SEEDS =
            List.of(
                    rule(
                            "Heavy parcels cost more",
                            "$i : Item(grams >= 500, worth < 100.5, speed in (EXPRESS,"
                                    + " Speed.NORMAL), $w : worth) not Earlier(daysAgo < 10)",
                            "outcome.cost(250, \"Heavy | 重\"); outcome.limit($w, \"Worth \" +"
                                    + " $i.worth + \" | 值\");"),
                    rule(
                            "Fragile ones go fast",
                            "Item(fragile || remark contains \"glass\" || labels contains"
                                    + " \"glass\") Customer(parcels > 3)",
                            "outcome.atLeast(EXPRESS, \"Fragile | 易碎\");"),
                    rule(
                            "Known customers",
                            "(Customer($p : parcels, $p * 2 >= 10) or exists Earlier(nth == 2))",
                            "outcome.carrier(\"house\", \"Known | 熟客\");"));

    private static final List<String> WORDS =
            List.of(
                    "System.exit(7)",
                    "Runtime.getRuntime()",
                    "java.lang.",
                    "new ",
                    "class",
                    ".getClass()",
                    "eval(",
                    "from ",
                    "accumulate(",
                    "import java.io.File;",
                    "global ",
                    "function ",
                    "query ",
                    "declare ",
                    "\"",
                    "\\",
                    "\\\"",
                    "\\u0022",
                    "//",
                    "/*",
                    "*/",
                    "(",
                    ")",
                    "{",
                    "}",
                    "[",
                    "]",
                    ";",
                    ":",
                    ",",
                    ".",
                    "+",
                    "-",
                    "*",
                    "/",
                    "&&",
                    "||",
                    "!",
                    "==",
                    "<",
                    ">",
                    "=",
                    "$x",
                    "$i",
                    "$i.grams",
                    "this",
                    "outcome",
                    "outcome.",
                    "drools",
                    "kcontext",
                    "insert(",
                    "@Baseline",
                    "salience 5",
                    "enabled(",
                    "then",
                    "when",
                    "end",
                    "rule \"x\"",
                    "not ",
                    "exists ",
                    "and ",
                    "or ",
                    "in (",
                    "matches \"",
                    "contains ",
                    "null",
                    "true",
                    "5",
                    "5.5",
                    "99999999999",
                    "Speed.",
                    "EXPRESS",
                    "Item(",
                    "grams",
                    "worth",
                    "remark",
                    "\n",
                    "\t",
                    " ",
                    "'",
                    "“",
                    "#",
                    "?",
                    "@",
                    "%",
                    "\u202E",
                    "中文");

    private static final Pattern WORD = Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*");

    @Test
    void letsNothingPassThatHasAnEffect() {
        var random = new Random(20261122);
        var vocabulary = new Vocabulary(Parcel.PRICE);
        var allowed = allowed(vocabulary);
        var passed = new ArrayList<String>();
        int passing = 0;
        for (int i = 0; i < MUTANTS; i++) {
            String mutant = mutate(SEEDS.get(random.nextInt(SEEDS.size())), random);
            var gate = new Gate(vocabulary);
            gate.admit("a.drl", mutant, Places.LINES);
            var result = gate.passed();
            if (result.isClean()) {
                passing++;
                assertThat(wordsOf(result.drl())).as(mutant).isSubsetOf(allowed);
                if (passed.size() < COMPILED && result.rules().size() == 1 && passing % 20 == 0) {
                    passed.add(mutant);
                }
            }
        }
        assertThat(passing).isBetween(1_000, MUTANTS / 2);
        compile(passed, vocabulary);
    }

    /** What passes the gate also compiles and runs. */
    private static void compile(List<String> mutants, Vocabulary vocabulary) {
        var text = new StringBuilder();
        for (int i = 0; i < mutants.size(); i++) {
            String named =
                    mutants.get(i)
                            .replaceFirst(
                                    "(?s)^.*?rule\\s+\"(\\\\.|[^\"\\\\])*\"",
                                    "rule \"Mutant " + i + "\"");
            var gate = new Gate(vocabulary);
            gate.admit("a.drl", named, Places.LINES);
            if (gate.passed().isClean() && gate.passed().rules().size() == 1) {
                text.append(named).append('\n');
            }
        }
        try (var rules = live("a.drl", text.toString())) {
            assertThat(rules.rules()).hasSizeGreaterThan(COMPILED / 2);
            var facts =
                    Facts.of(
                            Parcel.Item.plain(),
                            new Parcel.Customer("Li", 7),
                            new Parcel.Earlier(2, 30));
            try {
                rules.ask(facts);
            } catch (DecisionFailed e) {
                assertThat(e).hasMessageContaining("contradict");
            }
        }
    }

    private static Set<String> allowed(Vocabulary vocabulary) {
        var words =
                new TreeSet<>(
                        Set.of(
                                "package",
                                "import",
                                "global",
                                "rule",
                                "salience",
                                "when",
                                "then",
                                "end",
                                "outcome",
                                "and",
                                "not",
                                "exists",
                                "contains",
                                "null",
                                "true",
                                "false",
                                "matches",
                                "B",
                                "L",
                                "new",
                                "java",
                                "math",
                                "BigDecimal",
                                "valueOf",
                                "time",
                                "LocalDate",
                                "parse"));
        for (String part : vocabulary.packageName().split("\\.")) {
            words.add(part);
        }
        for (Class<?> type : vocabulary.classes()) {
            words.addAll(List.of(type.getCanonicalName().split("\\.")));
        }
        vocabulary
                .facts()
                .values()
                .forEach(
                        fact -> {
                            words.add(fact.name());
                            words.addAll(fact.fields().keySet());
                        });
        vocabulary
                .choices()
                .values()
                .forEach(
                        choice ->
                                words.addAll(
                                        new ValueType(ValueType.Kind.CHOICE, choice, true)
                                                .constants()));
        words.addAll(vocabulary.calls().keySet());
        return words;
    }

    /**
     * The words of a compiled text outside its string literals; variables and rule ids are ours.
     */
    private static Set<String> wordsOf(String drl) {
        var code = new StringBuilder();
        boolean inText = false;
        for (int i = 0; i < drl.length(); i++) {
            char c = drl.charAt(i);
            if (inText && c == '\\') {
                i++;
            } else if (c == '"') {
                inText = !inText;
                code.append(' ');
            } else if (!inText) {
                code.append(c);
            } else {
                assertThat(c).isNotEqualTo('\n');
            }
        }
        assertThat(inText).isFalse();
        assertThat(code).doesNotContain("//", "/*");
        var words = new TreeSet<String>();
        WORD.matcher(code).results().map(match -> match.group()).forEach(words::add);
        words.removeIf(word -> word.matches("\\$v[0-9]+"));
        return words;
    }

    private static String mutate(String seed, Random random) {
        var text = new StringBuilder(seed);
        int changes = 1 + random.nextInt(3);
        for (int i = 0; i < changes && !text.isEmpty(); i++) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(5)) {
                case 0 -> text.insert(at, WORDS.get(random.nextInt(WORDS.size())));
                case 1 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(8)));
                case 2 ->
                        text.replace(
                                at,
                                Math.min(text.length(), at + 1 + random.nextInt(6)),
                                WORDS.get(random.nextInt(WORDS.size())));
                case 3 -> text.setCharAt(at, (char) (32 + random.nextInt(95)));
                default -> {
                    int end = Math.min(text.length(), at + random.nextInt(20));
                    text.insert(random.nextInt(text.length()), text.substring(at, end));
                }
            }
        }
        return text.toString();
    }
}
