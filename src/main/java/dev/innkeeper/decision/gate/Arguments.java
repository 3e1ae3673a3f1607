package dev.innkeeper.decision.gate;

import dev.innkeeper.decision.gate.ValueType.Kind;
import dev.innkeeper.decision.gate.Vocabulary.Call;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks the calls of a rule and writes what is compiled for them. */
final class Arguments {

    private static final String SEPARATOR = " | ";

    private final Vocabulary vocabulary;
    private final Scope scope;
    private final List<String> reasons = new ArrayList<>();
    private final List<ReadRule.Said> calls = new ArrayList<>();

    Arguments(Vocabulary vocabulary, Scope scope) {
        this.vocabulary = vocabulary;
        this.scope = scope;
    }

    String call(Syntax.CallText text) {
        Call call = vocabulary.calls().get(text.method());
        if (call == null) {
            var hint = Nearest.suggest(text.method(), vocabulary.calls().keySet());
            throw new GateException(
                    text.at(),
                    "The outcome has no call %s.%s | outcome没有调用%1$s。%3$s"
                            .formatted(text.method(), hint[0], hint[1]));
        }
        int expected = call.parameters().size();
        if (text.arguments().size() != expected) {
            throw new GateException(
                    text.at(),
                    "%s needs %d values (%s), but got %d. | %1$s需要%2$d个值（%3$s），却有%4$d个。"
                            .formatted(
                                    call.name(),
                                    expected,
                                    String.join(
                                            ", ",
                                            call.parameters().stream()
                                                    .map(Vocabulary.Parameter::name)
                                                    .toList()),
                                    text.arguments().size()));
        }
        var codes = new ArrayList<String>();
        var values = new ArrayList<ReadRule.Given>();
        for (int i = 0; i < expected; i++) {
            var parameter = call.parameters().get(i);
            var term = text.arguments().get(i);
            codes.add(argument(term, parameter.type(), parameter.name()));
            if (i == expected - 1) {
                reason(term);
            } else {
                values.add(
                        new ReadRule.Given(
                                parameter.type(), shown(term), value(term, parameter.type())));
            }
        }
        calls.add(new ReadRule.Said(call.name(), List.copyOf(values)));
        return "outcome." + call.name() + "(" + String.join(", ", codes) + ");";
    }

    /** The reasons given, variables shown by name. */
    List<String> reasons() {
        return List.copyOf(reasons);
    }

    /** The calls, in the order in which they stand. */
    List<ReadRule.Said> calls() {
        return List.copyOf(calls);
    }

    /** The value of a checked term, or null where it depends on the facts. */
    private static @Nullable Object value(Syntax.Term term, ValueType type) {
        if (term instanceof Syntax.YesNo yesNo) {
            return yesNo.value();
        } else if (term instanceof Syntax.Words words) {
            return type.kind() == Kind.DATE ? LocalDate.parse(words.text()) : words.text();
        } else if (term instanceof Syntax.Name name) {
            return ValueType.constant(type.java(), name.name());
        } else if (term instanceof Syntax.Constant constant) {
            return ValueType.constant(type.java(), constant.name());
        }
        boolean negative = term instanceof Syntax.Negative;
        var plain = negative ? ((Syntax.Negative) term).inner() : term;
        if (!(plain instanceof Syntax.Figure figure)) {
            return null;
        }
        var amount = new BigDecimal((negative ? "-" : "") + figure.digits());
        if (type.kind() == Kind.DECIMAL) {
            return amount;
        }
        return type.java() == long.class
                ? (Object) amount.longValueExact()
                : amount.intValueExact();
    }

    private void reason(Syntax.Term term) {
        String shown = shown(term);
        int first = shown.indexOf(SEPARATOR);
        if (first < 1
                || first + SEPARATOR.length() >= shown.length()
                || shown.indexOf(SEPARATOR, first + 1) >= 0) {
            throw new GateException(
                    term.at(),
                    "The reason is one text in both languages: \"English | 中文\". |"
                            + " 理由必须用两种语言写在一个文本中：\"English | 中文\"。");
        }
        reasons.add(shown);
    }

    private static String shown(Syntax.Term term) {
        if (term instanceof Syntax.Words words) {
            return words.text();
        } else if (term instanceof Syntax.Arithmetic sum) {
            return shown(sum.left()) + shown(sum.right());
        } else if (term instanceof Syntax.Variable variable) {
            return variable.name();
        } else if (term instanceof Syntax.VariableField field) {
            return field.variable() + "." + field.field();
        } else if (term instanceof Syntax.Figure figure) {
            return figure.digits();
        } else if (term instanceof Syntax.Negative negative) {
            return "-" + shown(negative.inner());
        } else if (term instanceof Syntax.Name name) {
            return name.name();
        } else if (term instanceof Syntax.Constant constant) {
            return constant.name();
        } else if (term instanceof Syntax.YesNo yesNo) {
            return String.valueOf(yesNo.value());
        }
        return "…";
    }

    private String argument(Syntax.Term term, ValueType type, String name) {
        String code =
                switch (type.kind()) {
                    case WHOLE -> whole(term, type);
                    case DECIMAL -> decimal(term);
                    case YES_NO ->
                            term instanceof Syntax.YesNo yesNo
                                    ? "" + yesNo.value()
                                    : variable(term, type);
                    case TEXT ->
                            term instanceof Syntax.Arithmetic sum ? joined(sum) : text(term, type);
                    case CHOICE -> choice(term, type);
                    case DATE -> date(term, type);
                    case MANY -> "";
                };
        if (code.isEmpty()) {
            throw new GateException(
                    term.at(),
                    "%s must be %s. | %s必须是%s。"
                            .formatted(name, type.english(), name, type.chinese()));
        }
        return code;
    }

    private String whole(Syntax.Term term, ValueType type) {
        boolean negative = term instanceof Syntax.Negative;
        var plain = negative ? ((Syntax.Negative) term).inner() : term;
        if (!(plain instanceof Syntax.Figure figure)) {
            return negative ? "" : variable(term, type);
        }
        if (figure.digits().indexOf('.') >= 0) {
            return "";
        }
        long value = Long.parseLong(figure.digits()) * (negative ? -1 : 1);
        if (type.java() == int.class && value != (int) value) {
            throw new GateException(
                    term.at(), "%d is too large here. | %1$d超出范围。".formatted(value));
        }
        return value + (type.java() == long.class ? "L" : "");
    }

    private String decimal(Syntax.Term term) {
        boolean negative = term instanceof Syntax.Negative;
        var plain = negative ? ((Syntax.Negative) term).inner() : term;
        if (plain instanceof Syntax.Figure figure) {
            return "new java.math.BigDecimal(\""
                    + (negative ? "-" : "")
                    + new BigDecimal(figure.digits()).toPlainString()
                    + "\")";
        }
        var whole = negative ? "" : variable(term, new ValueType(Kind.WHOLE, long.class, false));
        return whole.isEmpty()
                ? variable(term, new ValueType(Kind.DECIMAL, BigDecimal.class, true))
                : "java.math.BigDecimal.valueOf(" + whole + ")";
    }

    private String text(Syntax.Term term, ValueType type) {
        return term instanceof Syntax.Words words ? Code.text(words.text()) : variable(term, type);
    }

    private String choice(Syntax.Term term, ValueType type) {
        if (term instanceof Syntax.Name name) {
            return scope.constant(type.java(), name.name(), name.at());
        } else if (term instanceof Syntax.Constant constant) {
            var given = scope.choice(constant.type(), constant.at());
            return given == type.java()
                    ? scope.constant(given, constant.name(), constant.at())
                    : "";
        }
        return variable(term, type);
    }

    private String date(Syntax.Term term, ValueType type) {
        if (!(term instanceof Syntax.Words words)) {
            return variable(term, type);
        }
        try {
            return Code.date(LocalDate.parse(words.text()));
        } catch (DateTimeParseException e) {
            return "";
        }
    }

    /** What is compiled for a variable of this type, or empty where it is none. */
    private String variable(Syntax.Term term, ValueType type) {
        Vocabulary.Field field;
        String code;
        if (term instanceof Syntax.Variable variable) {
            var bound = scope.variable(variable.name(), variable.at());
            if (bound.field() == null) {
                return "";
            }
            field = bound.field();
            code = bound.code();
        } else if (term instanceof Syntax.VariableField variableField) {
            field = scope.variableField(variableField);
            code =
                    scope.variable(variableField.variable(), variableField.at()).code()
                            + "."
                            + field.name()
                            + "()";
        } else {
            return "";
        }
        boolean fits =
                field.type().kind() == type.kind()
                        && (field.type().java() == type.java()
                                || field.type().java() == int.class && type.java() == long.class);
        return fits ? code : "";
    }

    private String joined(Syntax.Arithmetic sum) {
        var parts = new ArrayList<Syntax.Term>();
        flatten(sum, parts);
        if (!(parts.get(0) instanceof Syntax.Words) && !(parts.get(1) instanceof Syntax.Words)) {
            return "";
        }
        var codes = new ArrayList<String>();
        for (Syntax.Term part : parts) {
            String code = part(part);
            if (code.isEmpty()) {
                return "";
            }
            codes.add(code);
        }
        return String.join(" + ", codes);
    }

    private static void flatten(Syntax.Term term, List<Syntax.Term> parts) {
        if (term instanceof Syntax.Arithmetic sum) {
            if (!sum.operator().equals("+")) {
                throw new GateException(
                        sum.at(),
                        "Texts are joined with +; calls do not calculate. | 文本用+连接；调用中不能计算。");
            }
            flatten(sum.left(), parts);
            flatten(sum.right(), parts);
        } else {
            parts.add(term);
        }
    }

    private String part(Syntax.Term part) {
        if (part instanceof Syntax.Words words) {
            return Code.text(words.text());
        } else if (part instanceof Syntax.Figure figure) {
            return Code.text(figure.digits());
        }
        if (part instanceof Syntax.Variable variable) {
            var bound = scope.variable(variable.name(), variable.at());
            return bound.field() == null ? "" : variable(part, bound.field().type());
        } else if (part instanceof Syntax.VariableField field) {
            return variable(part, scope.variableField(field).type());
        }
        return "";
    }
}
