package dev.innkeeper.decision.gate;

import dev.innkeeper.decision.gate.Typed.Form;
import dev.innkeeper.decision.gate.ValueType.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Checks the terms of one condition on a fact and writes what is compiled for them. */
final class Conditions {

    private static final Pattern ALLOWED_PATTERN =
            Pattern.compile("[\\p{L}\\p{N} .,_@#%&=:;/'!\"<>~^|?*+\\[\\]-]{1,100}");
    private static final long LARGEST_INT = Integer.MAX_VALUE;
    private static final Set<String> ORDERS = Set.of("<", "<=", ">", ">=");

    private final Scope scope;
    private final Values values;

    /**
     * @param boundHere the compiled names of variables bound to fields of the same fact
     * @param mentioned collects the fields looked at
     */
    Conditions(Scope scope, List<String> boundHere, Set<String> mentioned) {
        this.scope = scope;
        this.values = new Values(scope, boundHere, mentioned);
    }

    /** What is compiled for a constraint, and what it means. */
    record Tested(String code, Check check) {}

    /** What is compiled for a constraint, which must be a question. */
    Tested test(Syntax.Term term) {
        if (term instanceof Syntax.Logic logic) {
            var left = test(logic.left());
            var right = test(logic.right());
            return new Tested(
                    "(" + left.code() + " " + logic.operator() + " " + right.code() + ")",
                    logic.operator().equals("&&")
                            ? new Check.Both(left.check(), right.check())
                            : new Check.Either(left.check(), right.check()));
        } else if (term instanceof Syntax.Opposite opposite) {
            var inner = test(opposite.inner());
            return new Tested("!(" + inner.code() + ")", new Check.Opposite(inner.check()));
        } else if (term instanceof Syntax.Compare compare) {
            return compare(compare.operator(), compare.left(), compare.right(), compare.at());
        } else if (term instanceof Syntax.In in) {
            return in(in);
        } else if (term instanceof Syntax.Contains contains) {
            return contains(contains);
        } else if (term instanceof Syntax.Matches matches) {
            return matches(matches);
        }
        var value = values.of(term, null);
        if (value.kind() != Kind.YES_NO || value.form() != Form.VALUE) {
            throw new GateException(
                    term.at(),
                    "This is no condition: compare it with something (==, <, in, …). |"
                            + " 这不是条件：请与某个值比较（==、<、in等）。");
        }
        return new Tested(value.code() + " == true", new Check.Yes(value.operand()));
    }

    private Tested compare(String operator, Syntax.Term first, Syntax.Term second, Position at) {
        boolean needsHint =
                first instanceof Syntax.Words
                        || first instanceof Syntax.Missing
                        || first instanceof Syntax.Name name && !scope.isField(name.name());
        var right = needsHint ? values.of(second, null) : null;
        // a word compared with what is written out must be meant for a field
        boolean isField =
                first instanceof Syntax.Name
                        && right != null
                        && right.form() != Form.VALUE
                        && right.form() != Form.CALCULATION;
        var left = values.of(first, right == null || isField ? null : right.type());
        if (right == null) {
            right = values.of(second, left.type());
        }
        refuseUnlike(operator, left, right, at);
        var kind =
                left.kind() == Kind.DECIMAL || right.kind() == Kind.DECIMAL
                        ? Kind.DECIMAL
                        : left.kind();
        String code =
                figure(left, kind, right, at)
                        + " "
                        + operator
                        + " "
                        + figure(right, kind, left, at);
        var guards = new ArrayList<String>();
        for (Typed side : List.of(left, right)) {
            if (side.form() == Form.CALCULATION) {
                side.mayBeMissing().forEach(missing -> guards.add(missing + " != null && "));
            }
        }
        return new Tested(
                guards.isEmpty() ? code : "(" + String.join("", guards) + code + ")",
                new Check.Comparison(operator, left.operand(), right.operand()));
    }

    private void refuseUnlike(String operator, Typed left, Typed right, Position at) {
        if (left.form() == Form.MISSING || right.form() == Form.MISSING) {
            var other = left.form() == Form.MISSING ? right : left;
            if (ORDERS.contains(operator) || !other.type().mayBeMissing()) {
                throw new GateException(
                        at,
                        "This is never missing: do not compare it with null. | 该值不会缺失：请勿与null比较。");
            }
            return;
        }
        boolean alike =
                left.type().isNumber() && right.type().isNumber()
                        || left.kind() == right.kind() && left.type().java() == right.type().java();
        if (!alike || left.kind() == Kind.MANY) {
            var asked = left.form() == Form.VALUE ? left.type() : right.type();
            throw new GateException(
                    at,
                    "%s cannot be compared with %s. Compare it with %s. | %s不能与%s比较。请与%s比较。"
                            .formatted(
                                    capital(left.type().english()),
                                    right.type().english(),
                                    asked.english(),
                                    left.type().chinese(),
                                    right.type().chinese(),
                                    asked.chinese()));
        }
        if (ORDERS.contains(operator) && !left.type().isNumber() && left.kind() != Kind.DATE) {
            throw new GateException(
                    at,
                    "Only figures and dates have an order; list the values instead: in (…). |"
                            + " 只有数字和日期可以比较大小；请改用in (…)列出取值。");
        }
        if (left.form() != Form.VALUE
                && left.form() != Form.CALCULATION
                && right.form() != Form.VALUE
                && right.form() != Form.CALCULATION) {
            throw new GateException(at, "This compares no field with anything. | 这个比较没有使用任何字段。");
        }
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static String figure(Typed side, Kind kind, Typed other, Position at) {
        if (!side.isFigure()) {
            return side.code();
        }
        if (kind == Kind.DECIMAL && other.kind() == Kind.DECIMAL) {
            return side.code() + "B";
        }
        if (!side.isWholeFigure()) {
            throw new GateException(
                    at,
                    "This is a whole number; compare it with one, not with %s. | 这是整数，请与整数比较，而不是%1$s。"
                            .formatted(side.code()));
        }
        boolean small = Math.abs(Long.parseLong(side.code())) <= LARGEST_INT;
        if (!small && other.type().java() == int.class && other.form() == Form.VALUE) {
            throw new GateException(
                    at, "%s is too large for this field. | %1$s超出该字段的范围。".formatted(side.code()));
        }
        return small ? side.code() : side.code() + "L";
    }

    private Tested in(Syntax.In in) {
        String operator = in.negated() ? "!=" : "==";
        var codes = new ArrayList<String>();
        var values = new ArrayList<Operand>();
        Operand asked = new Operand.Literal(null);
        for (Syntax.Term value : in.values()) {
            var part = compare(operator, in.left(), value, value.at());
            var comparison = (Check.Comparison) part.check();
            codes.add(part.code());
            values.add(comparison.right());
            asked = comparison.left();
        }
        return new Tested(
                "(" + String.join(in.negated() ? " && " : " || ", codes) + ")",
                new Check.Among(asked, List.copyOf(values), in.negated()));
    }

    private Tested contains(Syntax.Contains term) {
        var left = values.of(term.left(), null);
        String operator = term.negated() ? " not contains " : " contains ";
        if (left.kind() == Kind.MANY) {
            var element =
                    new ValueType(
                            left.type().java().isEnum() ? Kind.CHOICE : Kind.TEXT,
                            left.type().java(),
                            true);
            var right = values.of(term.right(), element);
            if (right.kind() != element.kind()
                    || right.type().java() != element.java()
                    || right.form() == Form.MISSING) {
                throw new GateException(
                        term.at(),
                        "The list holds %s. | 该列表的元素是%s。"
                                .formatted(element.english(), element.chinese()));
            }
            return contains(left, operator, right, term);
        }
        var right = values.of(term.right(), null);
        if (left.kind() != Kind.TEXT
                || left.form() != Form.VALUE
                || right.kind() != Kind.TEXT
                || right.form() == Form.MISSING) {
            throw new GateException(
                    term.at(),
                    "contains asks whether a list holds a value, or a text another text. |"
                            + " contains用于判断列表是否包含某值，或文本是否包含另一文本。");
        }
        return contains(left, operator, right, term);
    }

    private static Tested contains(Typed left, String operator, Typed right, Syntax.Contains term) {
        return new Tested(
                left.code() + operator + right.code(),
                new Check.Contains(left.operand(), right.operand(), term.negated()));
    }

    private Tested matches(Syntax.Matches term) {
        var left = values.of(term.left(), null);
        String pattern = term.pattern().text();
        if (left.kind() != Kind.TEXT || left.form() != Form.VALUE) {
            throw new GateException(
                    term.at(), "Only a text can match a pattern. | 只有文本可以用matches。");
        }
        long repeats = pattern.chars().filter(c -> c == '*' || c == '+').count();
        if (!ALLOWED_PATTERN.matcher(pattern).matches() || repeats > 2) {
            throw new GateException(
                    term.pattern().at(),
                    "A pattern has up to 100 letters, digits, . [ ] ? | and at most two of * and +,"
                            + " no groups. | 匹配式最多100个字符，可用字母、数字、. [ ] ? |，*和+最多两个，不能用括号。");
        }
        try {
            Pattern.compile(pattern);
        } catch (java.util.regex.PatternSyntaxException e) {
            throw new GateException(
                    term.pattern().at(),
                    "This pattern is not complete (a missing ], perhaps). | 匹配式不完整（可能缺少]）。");
        }
        String test =
                left.code() + " != null && " + left.code() + ".matches(" + Code.text(pattern) + ")";
        return new Tested(
                (term.negated() ? "!(" : "(") + test + ")",
                new Check.Matches(left.operand(), pattern, term.negated()));
    }
}
