package dev.innkeeper.decision.gate;

import static dev.innkeeper.decision.Rules.load;
import static dev.innkeeper.decision.Rules.problems;
import static dev.innkeeper.decision.Rules.rule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.innkeeper.common.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules that try to do something else than look at facts and call the outcome. */
class AttackTest {

    private static final String HARMLESS = "outcome.cost(1, \"Yes | 是\");";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "System.exit(7);",
                "java.lang.System.exit(7);",
                "Runtime.getRuntime().exec(\"id\");",
                "new java.io.File(\"/tmp/x\").delete();",
                "Class.forName(\"java.lang.Runtime\");",
                "outcome.getClass();",
                "outcome.getClass().forName(\"x\");",
                "outcome.secret(\"Yes | 是\");",
                "outcome.fold();",
                "outcome.because(\"Yes | 是\");",
                "outcome.hashCode();",
                "outcome.cost(1, \"a | b\").toString();",
                "outcome.cost(System.nanoTime(), \"a | b\");",
                "outcome.cost(1, System.getenv(\"HOME\"));",
                "outcome.cost(1, \"a | b\" + System.getenv());",
                "outcome.cost(1, new String(\"a | b\"));",
                "outcome.cost($i.hashCode(), \"a | b\");",
                "outcome.cost(1, $i.getClass().getName());",
                "outcome.cost((long) 1, \"a | b\");",
                "outcome.cost(1 + 2, \"a | b\");",
                "outcome.cost(true ? 1 : 2, \"a | b\");",
                "outcome.cost(1, \"a | b\"); while (true) {}",
                "while (true) { outcome.cost(1, \"a | b\"); }",
                "for (;;);",
                "int x = 1; outcome.cost(x, \"a | b\");",
                "{ outcome.cost(1, \"a | b\"); }",
                "if (true) outcome.cost(1, \"a | b\");",
                "modify($i) { };",
                "update($i);",
                "insert(new Object());",
                "insertLogical($i);",
                "retract($i);",
                "delete($i);",
                "drools.halt();",
                "kcontext.getKieRuntime().halt();",
                "outcome.cost(1, drools.getRule().getName());",
                "outcome.cost(1, \"a | b\")",
                "outcome . cost(1, \"a | b\"));",
                "outcome.cost(1, \"a | b\");; System.exit(0);",
                "then[x] System.exit(0);",
                "outcome.cost(1, \"\\u0022); System.exit(7); // | b\");",
                "outcome.cost(1, 'a | b');",
                "outcome.cost(1, \"a | b\\\\\"); System.exit(7); //\");",
                "outcome.cost(1, \"a \\t| b\");",
                "@Baseline outcome.cost(1, \"a | b\");",
                "$i.grams();",
                "outcome.atLeast(Speed.valueOf(\"NORMAL\"), \"a | b\");",
                "outcome.atLeast(Thread.State.NEW, \"a | b\");",
                "outcome = null;",
                "return;",
                "throw new Error();",
                "assert false;",
            })
    void refusesAnythingButCallsOfTheOutcome(String action) {
        assertThat(problems("$i : Item()", action))
                .as(action)
                .isNotEmpty()
                .allMatch(Finding::isError)
                .allMatch(problem -> problem.place().startsWith("line "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Item(System.exit(7) == null)",
                "Item(grams == System.nanoTime())",
                "Item(this.class.name != null)",
                "Item(class.name != null)",
                "Item(this != null)",
                "Item(getClass() != null)",
                "Item(remark.length() > 3)",
                "Item(remark.bytes.length > 3)",
                "Item(grams == new Integer(5))",
                "Item(grams == (int) 5)",
                "Item(remark == (System.exit(7)))",
                "Item(T(java.lang.Runtime).getRuntime() != null)",
                "Item(Runtime.runtime != null)",
                "Item(eval(true))",
                "eval(true)",
                "eval(System.exit(7) == null)",
                "Object()",
                "String()",
                "java.lang.Object()",
                "Class()",
                "PriceOutcome()",
                "outcome : Item()",
                "Item() from entry-point x",
                "Item() from new java.util.ArrayList()",
                "Item() from System.getProperties()",
                "$s : String() from \"x\"",
                "accumulate(Item($g : grams); $x : sum($g))",
                "acc(Item(); $x : count())",
                "$n : Number() from accumulate(Item($g : grams), init(System.exit(7);), action(),"
                        + " result(1))",
                "$l : List() from collect(Item())",
                "forall(Item(grams > 1))",
                "Item() over window:time(1m)",
                "Item(grams > 1) do[x]",
                "if (true) do[x]",
                "?query(x)",
                "Item(grams in (System.exit(1)))",
                "Item(remark matches System.getenv())",
                "Item(remark matches \"(a+)+$\")",
                "Item(remark matches \"a*b*c*d*\")",
                "Item(remark matches \"\\\\d\")",
                "Item(remark matches \"[\")",
                "Item(remark memberOf labels)",
                "Item(remark soundslike \"x\")",
                "Item(remark str[startsWith] \"x\")",
                "Item(labels[0] == \"x\")",
                "Item(labels.empty)",
                "Item(speed.declaringClass != null)",
                "Item(grams == outcome)",
                "Item(grams == outcome.cost)",
                "Item(grams ; System.exit(1))",
                "Item(grams = 5)",
                "Item(grams++ > 5)",
                "Item((grams > 5) ? true : false)",
                "Item(grams > 5 & fragile)",
                "Item(grams > 5 | fragile)",
                "Item(remark == 'x')",
                "Item(remark == \"\\u0041\")",
                "Item(x := grams)",
                "/item[grams > 5]",
                "Item($g := grams)",
                "Item(grams#Integer.x > 5)",
                "Item(!.grams > 5)",
                "Item(grams / 0 > 5)",
                "Item(grams % 2 == 0)",
                "Item(grams == 0x1F)",
                "Item(grams == 1e9)",
                "Item(grams > ${x})",
                "Item(speed == dev.innkeeper.decision.Parcel.Speed.NORMAL)",
                "Item(speed == Speed.NORMAL.declaringClass)",
                "Item(grams > $unbound)",
                "((((((((((((((((((((((((((((((((((((((((((((((Item()))))))))))))))))))))))))))))))))))))))))))))))",
            })
    void refusesAnythingButConditionsOnFacts(String condition) {
        assertThat(problems(condition, HARMLESS))
                .as(condition)
                .isNotEmpty()
                .allMatch(Finding::isError)
                .allMatch(problem -> problem.place().startsWith("line "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "import java.lang.Runtime;\n",
                "import java.lang.*;\n",
                "import static java.lang.System.exit;\n",
                "import function java.lang.System.exit;\n",
                "import accumulate x.Y z;\n",
                "import dev.innkeeper.decision.Decisions;\n",
                "global java.lang.Runtime runtime;\n",
                "global java.lang.Runtime outcome;\n",
                "function void x() { System.exit(7); }\n",
                "query \"x\" Item() end\n",
                "declare Item x : int end\n",
                "declare X x : int = System.exit(7) end\n",
                "unit X;\n",
                "dialect \"mvel\"\n",
                "package a.b;\nunit X;\n",
                "expander x.dsl\n",
                "#comment\n",
                "declare window W Item() over window:time(1m) end\n",
            })
    void refusesHeadersThatReachFurther(String header) {
        assertThat(load("a.drl", header + rule("A rule", "Item()", HARMLESS)).problems())
                .as(header)
                .isNotEmpty()
                .allMatch(Finding::isError);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "salience (System.exit(7))",
                "salience -x",
                "salience 1e5",
                "salience ($i.grams)",
                "enabled (System.exit(7) == null)",
                "enabled false",
                "no-loop true",
                "lock-on-active true",
                "agenda-group \"x\"",
                "activation-group \"x\"",
                "ruleflow-group \"x\"",
                "auto-focus true",
                "duration 1000",
                "timer (int: 1s)",
                "timer (expr: System.exit(7))",
                "calendars \"x\"",
                "date-effective \"01-Jan-2020\"",
                "dialect \"mvel\"",
                "extends \"Other\"",
                "@Watch(!*)",
                "@Propagation(ALL)",
                "@Baseline(System.exit(7))",
                "@All(\"x\")",
                "@java.lang.Deprecated",
                "@role(event)",
            })
    void refusesAttributesAndAnnotationsThatCalculate(String attribute) {
        String text =
                "rule \"A rule\" " + attribute + "\nwhen\n Item()\nthen\n " + HARMLESS + "\nend\n";
        assertThat(load("a.drl", text).problems())
                .as(attribute)
                .isNotEmpty()
                .allMatch(Finding::isError);
    }

    @Test
    void keepsNamesFromEndingTheirText() {
        String name = "A\\\" when then System.exit(7); end rule \\\"B";
        var checked =
                dev.innkeeper.decision.load.RuleSetLoader.check(
                        dev.innkeeper.decision.Parcel.PRICE,
                        dev.innkeeper.decision.Rules.files(
                                "a.drl", rule(name, "Item()", HARMLESS)));
        assertThat(checked.rules()).hasSize(1);
        assertThat(checked.drl()).doesNotContain("System");
    }

    @ParameterizedTest
    @ValueSource(strings = {"A\\\\", "A\\nB", "", "   "})
    void refusesNamesThatAreNone(String name) {
        assertThat(load("a.drl", rule(name, "Item()", HARMLESS)).problems())
                .isNotEmpty()
                .allMatch(Finding::isError);
    }

    @ParameterizedTest
    @ValueSource(ints = {0x202E, 0x200B, 0x2066, 0xFEFF, 0x0000, 0x0008, 0x2028, 0xE000, 0x00AD})
    void refusesCharactersThatCannotBeSeen(int character) {
        String text =
                rule("A rule", "Item()", HARMLESS)
                        .replace("Yes", "Y" + Character.toString(character) + "es");
        assertThat(load("a.drl", text).problems())
                .singleElement()
                .satisfies(
                        problem -> assertThat(problem.toString()).contains("line 5", "invisible"));
    }

    @Test
    void refusesTextsThatAreNotUtf8() {
        byte[] gbk =
                rule("A rule", "Item()", HARMLESS)
                        .getBytes(java.nio.charset.Charset.forName("GBK"));
        assertThat(load("a.drl", gbk).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.toString()).contains("UTF-8"));
    }
}
