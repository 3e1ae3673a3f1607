package dev.innkeeper.decision.gate;

import dev.innkeeper.decision.gate.Typed.Form;
import dev.innkeeper.decision.gate.ValueType.Kind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks the values that conditions compare and writes what is compiled for them. */
final class Values {

    private final Scope scope;
    private final List<String> boundHere;
    private final Set<String> mentioned;

    Values(Scope scope, List<String> boundHere, Set<String> mentioned) {
        this.scope = scope;
        this.boundHere = boundHere;
        this.mentioned = mentioned;
    }

    /**
     * A checked value.
     *
     * @param hint the type it is compared with, or null where it is not known
     */
    Typed of(Syntax.Term term, @Nullable ValueType hint) {
        if (term instanceof Syntax.Figure figure) {
            return number(figure.digits());
        } else if (term instanceof Syntax.Words words) {
            return hint != null && hint.kind() == Kind.DATE
                    ? date(words)
                    : Typed.of(
                            Kind.TEXT,
                            String.class,
                            Form.LITERAL,
                            Code.text(words.text()),
                            words.text());
        } else if (term instanceof Syntax.YesNo yesNo) {
            return Typed.of(
                    Kind.YES_NO,
                    boolean.class,
                    Form.LITERAL,
                    String.valueOf(yesNo.value()),
                    yesNo.value());
        } else if (term instanceof Syntax.Missing) {
            return Typed.of(Kind.TEXT, String.class, Form.MISSING, "null", null);
        } else if (term instanceof Syntax.Name name) {
            return name(name, hint);
        } else if (term instanceof Syntax.Constant constant) {
            var choice = scope.choice(constant.type(), constant.at());
            return constant(choice, constant.name(), constant.at());
        } else if (term instanceof Syntax.Variable variable) {
            return variable(variable);
        } else if (term instanceof Syntax.VariableField field) {
            var found = scope.variableField(field);
            var bound = scope.variable(field.variable(), field.at());
            return Typed.value(
                    found.type(),
                    bound.code() + "." + found.name(),
                    new Operand.There(field.variable(), bound.fact(), found));
        } else if (term instanceof Syntax.Negative negative) {
            return negative(negative);
        } else if (term instanceof Syntax.Arithmetic arithmetic) {
            return arithmetic(arithmetic);
        }
        throw new GateException(
                term.at(), "A condition cannot be compared with anything. | 条件不能再与其他值比较。");
    }

    private Typed constant(Class<?> choice, String name, Position at) {
        return Typed.of(
                Kind.CHOICE,
                choice,
                Form.LITERAL,
                scope.constant(choice, name, at),
                ValueType.constant(choice, name));
    }

    private static Typed number(String digits) {
        if (digits.indexOf('.') < 0) {
            long value = Long.parseLong(digits);
            return Typed.of(Kind.WHOLE, long.class, Form.FIGURE, Long.toString(value), value);
        }
        var value = new BigDecimal(digits);
        return Typed.of(Kind.DECIMAL, BigDecimal.class, Form.FIGURE, value.toPlainString(), value);
    }

    private static Typed date(Syntax.Words words) {
        try {
            var day = LocalDate.parse(words.text());
            return Typed.of(Kind.DATE, LocalDate.class, Form.LITERAL, Code.date(day), day);
        } catch (DateTimeParseException e) {
            throw new GateException(
                    words.at(),
                    "\"%s\" is not a date: write it as \"2026-11-22\". | \"%1$s\"不是日期：请写成\"2026-11-22\"。"
                            .formatted(words.text()));
        }
    }

    private Typed name(Syntax.Name name, @Nullable ValueType hint) {
        if (!scope.isField(name.name()) && hint != null && hint.java().isEnum()) {
            return constant(hint.java(), name.name(), name.at());
        }
        if (hint != null && hint.isNumber() && scope.isUnlikeAnyField(name.name())) {
            throw new GateException(
                    name.at(),
                    "%s is no figure: write digits only, such as 5000 or 0.5. | %1$s不是数字：只写数字，如5000或0.5。"
                            .formatted(name.name()));
        }
        var field = scope.field(name.name(), name.at());
        mentioned.add(field.name());
        return Typed.value(field.type(), field.name(), new Operand.Here(field));
    }

    private Typed variable(Syntax.Variable variable) {
        var bound = scope.variable(variable.name(), variable.at());
        if (bound.field() == null) {
            throw new GateException(
                    variable.at(),
                    "%s is a whole fact: name one of its fields (%1$s.…). | %1$s是整个事实：请写出字段（%1$s.…）。"
                            .formatted(variable.name()));
        }
        return scope.isOfThisPattern(bound, boundHere)
                ? Typed.value(
                        bound.field().type(), bound.field().name(), new Operand.Here(bound.field()))
                : Typed.value(
                        bound.field().type(),
                        bound.code(),
                        new Operand.There(variable.name(), bound.fact(), bound.field()));
    }

    private Typed negative(Syntax.Negative term) {
        var inner = of(term.inner(), null);
        refuseNoNumber(inner, term.at());
        return inner.isFigure()
                ? negativeFigure(inner)
                : new Typed(
                        inner.type(),
                        Form.CALCULATION,
                        "(0 - " + inner.code() + ")",
                        inner.mayBeMissing(),
                        new Operand.Calculation("-", new Operand.Literal(0L), inner.operand()));
    }

    private static Typed negativeFigure(Typed figure) {
        String code =
                figure.code().startsWith("-") ? figure.code().substring(1) : "-" + figure.code();
        Object value =
                figure.isWholeFigure() ? (Object) Long.parseLong(code) : new BigDecimal(code);
        return new Typed(figure.type(), Form.FIGURE, code, List.of(), new Operand.Literal(value));
    }

    private Typed arithmetic(Syntax.Arithmetic term) {
        var left = of(term.left(), null);
        var right = of(term.right(), null);
        refuseNoNumber(left, term.at());
        refuseNoNumber(right, term.at());
        boolean decimal = left.kind() == Kind.DECIMAL || right.kind() == Kind.DECIMAL;
        String start = decimal ? "" : term.operator().equals("*") ? "1L * " : "0L + ";
        return new Typed(
                decimal
                        ? new ValueType(Kind.DECIMAL, BigDecimal.class, false)
                        : new ValueType(Kind.WHOLE, long.class, false),
                Form.CALCULATION,
                "("
                        + start
                        + operand(left, decimal)
                        + " "
                        + term.operator()
                        + " "
                        + operand(right, decimal)
                        + ")",
                Typed.join(left.mayBeMissing(), right.mayBeMissing()),
                new Operand.Calculation(term.operator(), left.operand(), right.operand()));
    }

    private static String operand(Typed side, boolean decimal) {
        return side.isFigure() ? side.code() + (decimal ? "B" : "L") : side.code();
    }

    private static void refuseNoNumber(Typed side, Position at) {
        if (!side.type().isNumber()) {
            throw new GateException(
                    at,
                    "One can calculate with figures only, not with %s. | 只能用数字计算，不能用%s。"
                            .formatted(side.type().english(), side.type().chinese()));
        }
    }
}
