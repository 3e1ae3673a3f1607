package dev.innkeeper.decision.gate;

import dev.innkeeper.decision.gate.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads the constraints of a condition: comparisons, figures, texts, fields and bound variables,
 * nothing else.
 */
class TermParser extends Reader {

    private static final Set<String> COMPARISONS = Set.of("==", "!=", "<", "<=", ">", ">=");

    TermParser(List<Token> tokens) {
        super(tokens);
    }

    final Syntax.Term expression() {
        enter();
        var left = conjunction();
        while (peek().is("||")) {
            var at = take().at();
            left = new Syntax.Logic("||", left, conjunction(), at);
        }
        leave();
        return left;
    }

    private Syntax.Term conjunction() {
        var left = opposite();
        while (peek().is("&&")) {
            var at = take().at();
            left = new Syntax.Logic("&&", left, opposite(), at);
        }
        return left;
    }

    private Syntax.Term opposite() {
        if (peek().is("!")) {
            var at = take().at();
            enter();
            var inner = opposite();
            leave();
            return new Syntax.Opposite(inner, at);
        }
        return relation();
    }

    private Syntax.Term relation() {
        var left = sum();
        var next = peek();
        if (next.kind() == Kind.SYMBOL && COMPARISONS.contains(next.text())) {
            take();
            return new Syntax.Compare(next.text(), left, sum(), next.at());
        }
        if (next.is("=")) {
            throw refused("Compare with ==, not with =. | 比较请用==，而不是=。");
        }
        boolean negated =
                next.is("not")
                        && (peek(1).is("in") || peek(1).is("contains") || peek(1).is("matches"));
        if (negated) {
            take();
        }
        var word = peek();
        if (takeIf("in")) {
            return new Syntax.In(left, list(), negated, word.at());
        } else if (takeIf("contains")) {
            return new Syntax.Contains(left, sum(), negated, word.at());
        } else if (takeIf("matches")) {
            var pattern = expect(Kind.TEXT, "a pattern in quotes", "引号中的匹配式");
            return new Syntax.Matches(
                    left, new Syntax.Words(pattern.text(), pattern.at()), negated, word.at());
        }
        return left;
    }

    private List<Syntax.Term> list() {
        expect("(", "( after in", "in后面的(");
        var values = new ArrayList<Syntax.Term>();
        do {
            values.add(sum());
        } while (takeIf(","));
        expect(")", "a comma or )", "逗号或)");
        return values;
    }

    final Syntax.Term sum() {
        var left = product();
        while (peek().is("+") || peek().is("-")) {
            var operator = take();
            left = new Syntax.Arithmetic(operator.text(), left, product(), operator.at());
        }
        return left;
    }

    private Syntax.Term product() {
        var left = factor();
        while (peek().is("*") || peek().is("/") || peek().is("%")) {
            var operator = take();
            if (!operator.text().equals("*")) {
                throw new GateException(
                        operator.at(),
                        "Rules do not divide: multiply the other side instead (a * 100 >= b * 30)."
                                + " | 规则中不能做除法：请改为乘以另一侧（a * 100 >= b * 30）。");
            }
            left = new Syntax.Arithmetic("*", left, factor(), operator.at());
        }
        return left;
    }

    private Syntax.Term factor() {
        if (peek().is("-")) {
            var at = take().at();
            enter();
            var inner = factor();
            leave();
            return new Syntax.Negative(inner, at);
        }
        return primary();
    }

    private Syntax.Term primary() {
        var token = peek();
        switch (token.kind()) {
            case NUMBER:
                take();
                return new Syntax.Figure(token.text(), token.at());
            case TEXT:
                take();
                return new Syntax.Words(token.text(), token.at());
            case VARIABLE:
                take();
                return afterVariable(token);
            case NAME:
                return name();
            default:
                if (takeIf("(")) {
                    var inner = expression();
                    expect(")", "a closing )", "右括号)");
                    return inner;
                }
                throw wrong("a field, a figure, a text or a $variable", "字段、数字、文本或$变量");
        }
    }

    private Syntax.Term afterVariable(Token variable) {
        if (!takeIf(".")) {
            return new Syntax.Variable(variable.text(), variable.at());
        }
        var field = expect(Kind.NAME, "the name of a field", "字段名称");
        refuseMore();
        return new Syntax.VariableField(variable.text(), field.text(), variable.at());
    }

    private Syntax.Term name() {
        var token = take();
        switch (token.text()) {
            case "true", "false":
                return new Syntax.YesNo(token.text().equals("true"), token.at());
            case "null":
                return new Syntax.Missing(token.at());
            default:
                break;
        }
        if (takeIf(".")) {
            var constant = expect(Kind.NAME, "a value of " + token.text(), token.text() + "的取值");
            refuseMore();
            return new Syntax.Constant(token.text(), constant.text(), token.at());
        }
        refuseMore();
        return new Syntax.Name(token.text(), token.at());
    }

    private void refuseMore() {
        if (peek().is("(") || peek().is(".") || peek().is("[")) {
            throw refused(
                    "Only fields of facts may be used here, no calls and nothing behind a further"
                            + " dot. | 此处只能使用事实的字段，不能调用方法，也不能继续用点号。");
        }
    }
}
