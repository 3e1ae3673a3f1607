package dev.innkeeper.decision.gate;

import dev.innkeeper.decision.gate.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads a rule file: headers, rules, conditions, calls on the outcome. */
final class RuleParser extends TermParser {

    private static final int MOST_RULES = 2_000;
    private static final int MOST_PARTS = 200;
    private static final Set<String> REFUSED =
            Set.of(
                    "function",
                    "query",
                    "declare",
                    "unit",
                    "dialect",
                    "import",
                    "package",
                    "global",
                    "rule",
                    "template",
                    "expander",
                    "include");

    private final String[] lines;

    RuleParser(String text) {
        super(new Lexer(text).tokens());
        this.lines = text.split("\n", -1);
    }

    Syntax.RuleFile file() {
        var headers = new ArrayList<Syntax.Header>();
        var rules = new ArrayList<Syntax.RuleText>();
        while (peek().kind() != Kind.END) {
            if (peek().is("rule")) {
                if (rules.size() >= MOST_RULES) {
                    throw refused(
                            "More than 2,000 rules in a file. Split it. | 一个文件超过2000条规则，请拆分。");
                }
                rules.add(rule());
            } else if (rules.isEmpty()
                    && (peek().is("package") || peek().is("import") || peek().is("global"))) {
                headers.add(header());
            } else if (peek().kind() == Kind.NAME && REFUSED.contains(peek().text())) {
                throw refused(
                        "\"%s\" is not allowed here: a rule file holds rules only. | 此处不允许\"%1$s\"：规则文件只能包含规则。"
                                .formatted(peek().text()));
            } else {
                throw wrong("rule \"…\"", "rule \"…\"");
            }
        }
        return new Syntax.RuleFile(headers, rules);
    }

    private Syntax.Header header() {
        var keyword = take();
        if (peek().is("function") || peek().is("static") || peek().is("accumulate")) {
            throw refused("Only facts may be imported. | 只能导入事实类型。");
        }
        var name = new StringBuilder(qualifiedPart());
        while (takeIf(".")) {
            if (peek().is("*")) {
                throw refused(
                        "Name each fact, or leave the import out: the folder says which facts there"
                                + " are. | 请逐个写明事实，或删除import：文件夹已确定可用的事实。");
            }
            name.append('.').append(qualifiedPart());
        }
        String variable = keyword.is("global") ? qualifiedPart() : "";
        takeIf(";");
        return new Syntax.Header(keyword.text(), name.toString(), variable, keyword.at());
    }

    private String qualifiedPart() {
        return expect(Kind.NAME, "a name", "名称").text();
    }

    private Syntax.RuleText rule() {
        var at = take().at();
        if (peek().kind() != Kind.TEXT && peek().kind() != Kind.NAME) {
            throw wrong("the name of the rule in quotes", "引号中的规则名称");
        }
        var name = take().text().strip();
        boolean baseline = false;
        int salience = 0;
        while (!peek().is("when")) {
            if (takeIf("@")) {
                annotation();
                baseline = true;
            } else if (takeIf("salience")) {
                salience = salience();
                takeIf(",");
            } else {
                throw refused(
                        ("Expected when, but found %s: a rule has a name, @Baseline where it is"
                                        + " one, salience, when and then. |"
                                        + " 此处应为when，却是%1$s：规则只有名称、@Baseline、salience、when和then。")
                                .formatted(peek().shown()));
            }
        }
        take();
        takeIf(":");
        var conditions = conditions();
        expect("then", "a condition or then", "条件或then");
        return new Syntax.RuleText(name, baseline, salience, conditions, calls(), at);
    }

    private void annotation() {
        var name = expect(Kind.NAME, "Baseline", "Baseline");
        if (!name.text().equals("Baseline") || peek().is("(")) {
            throw new GateException(
                    name.at(), "Only the annotation @Baseline is allowed. | 只允许注解@Baseline。");
        }
    }

    private int salience() {
        boolean negative = takeIf("-");
        var number = expect(Kind.NUMBER, "a whole number", "整数");
        if (!number.text().matches("[0-9]{1,6}")) {
            throw new GateException(
                    number.at(),
                    "salience is a whole number up to 999999. | salience必须是不超过999999的整数。");
        }
        return Integer.parseInt(number.text()) * (negative ? -1 : 1);
    }

    private List<Syntax.Condition> conditions() {
        var all = new ArrayList<Syntax.Condition>();
        while (!peek().is("then")) {
            if (all.size() >= MOST_PARTS) {
                throw refused("Too many conditions in one rule. | 一条规则的条件过多。");
            }
            all.add(anyOf());
            takeIf(";");
        }
        return all;
    }

    private Syntax.Condition anyOf() {
        enter();
        var at = peek().at();
        var parts = new ArrayList<Syntax.Condition>();
        do {
            parts.add(allOf());
        } while (takeIf("or") || takeIf("||"));
        leave();
        return parts.size() == 1 ? parts.get(0) : new Syntax.Any(parts, at);
    }

    private Syntax.Condition allOf() {
        var at = peek().at();
        var parts = new ArrayList<Syntax.Condition>();
        do {
            parts.add(single());
        } while (takeIf("and") || takeIf("&&"));
        return parts.size() == 1 ? parts.get(0) : new Syntax.All(parts, at);
    }

    private Syntax.Condition single() {
        var token = peek();
        if (takeIf("not")) {
            return new Syntax.Not(nested(), token.at());
        } else if (takeIf("exists")) {
            return new Syntax.Exists(nested(), token.at());
        } else if (takeIf("(")) {
            var inner = anyOf();
            expect(")", "and, or, or )", "and、or或)");
            return inner;
        } else if (token.is("eval")
                || token.is("forall")
                || token.is("accumulate")
                || token.is("acc")) {
            throw refused(
                    "\"%s\" is not allowed: conditions look at facts only. | 不允许\"%1$s\"：条件只能查看事实。"
                            .formatted(token.text()));
        }
        return pattern();
    }

    private Syntax.Condition nested() {
        enter();
        var inner = single();
        leave();
        return inner;
    }

    private Syntax.Pattern pattern() {
        var at = peek().at();
        String variable = "";
        if (peek().kind() == Kind.VARIABLE) {
            variable = take().text();
            expect(":", ": and a fact", ":和事实");
        }
        var fact = expect(Kind.NAME, "a fact such as Complaint( … )", "事实，如Complaint( … )");
        if (peek().is(".")) {
            throw refused("Facts are written without a package. | 事实名称不写包名。");
        }
        expect("(", "( after the fact", "事实后面的(");
        var constraints = new ArrayList<Syntax.Constraint>();
        if (!peek().is(")")) {
            do {
                if (constraints.size() >= MOST_PARTS) {
                    throw refused("Too many conditions in one rule. | 一条规则的条件过多。");
                }
                constraints.add(constraint());
            } while (takeIf(","));
        }
        expect(")", "a comma or )", "逗号或)");
        refuseAfterPattern();
        return new Syntax.Pattern(variable, fact.text(), constraints, at);
    }

    private void refuseAfterPattern() {
        var next = peek();
        if (next.is("from") || next.is("over") || next.is("@") || next.is("do") || next.is("if")) {
            throw refused(
                    "\"%s\" is not allowed: conditions look at the facts of the question only. | 不允许\"%1$s\"：条件只能查看本次提问的事实。"
                            .formatted(next.text()));
        }
    }

    private Syntax.Constraint constraint() {
        var at = peek().at();
        if (peek().kind() == Kind.VARIABLE && peek(1).is(":")) {
            String variable = take().text();
            take();
            var field = expect(Kind.NAME, "the field to bind", "要绑定的字段");
            if (!peek().is(",") && !peek().is(")")) {
                throw refused(
                        "A variable binds one field; write the condition after a comma ($a :"
                                + " amount, $a > 5). | 一个变量只绑定一个字段；条件写在逗号之后（$a : amount, $a > 5）。");
            }
            return new Syntax.Constraint(
                    variable,
                    new Syntax.Name(field.text(), field.at()),
                    new Syntax.True(at),
                    written(at, peek().at()),
                    at);
        }
        var test = expression();
        return new Syntax.Constraint("", new Syntax.True(at), test, written(at, peek().at()), at);
    }

    private String written(Position from, Position to) {
        var text = new StringBuilder();
        for (int line = from.line(); line <= to.line(); line++) {
            String all = lines[line - 1];
            int end = line == to.line() ? to.column() - 1 : all.length();
            text.append(all, line == from.line() ? from.column() - 1 : 0, end).append(' ');
        }
        return text.toString().strip();
    }

    private List<Syntax.CallText> calls() {
        var calls = new ArrayList<Syntax.CallText>();
        while (!takeIf("end")) {
            if (calls.size() >= MOST_PARTS) {
                throw refused("Too many calls in one rule. | 一条规则的调用过多。");
            }
            calls.add(call());
        }
        return calls;
    }

    private Syntax.CallText call() {
        var at = peek().at();
        if (!peek().is("outcome")) {
            throw refused(
                    "Expected outcome.…(…); or end, but found %s: a rule may only call the outcome. |"
                                    .formatted(peek().shown())
                            + " 此处应为outcome.…(…);或end，却是%s：规则只能调用outcome。"
                                    .formatted(peek().shown()));
        }
        take();
        expect(".", ". and a call", ".和调用名");
        var method = expect(Kind.NAME, "the name of a call", "调用名");
        expect("(", "(", "(");
        var arguments = new ArrayList<Syntax.Term>();
        if (!peek().is(")")) {
            do {
                arguments.add(sum());
            } while (takeIf(","));
        }
        expect(")", "a comma or )", "逗号或)");
        expect(";", "; after the call", "调用后的分号;");
        return new Syntax.CallText(method.text(), arguments, at);
    }
}
