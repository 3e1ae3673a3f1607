package dev.innkeeper.decision.gate;

import dev.innkeeper.decision.gate.ValueType.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A checked term and what is compiled for it.
 *
 * @param type its type; of {@code null} a text that may be missing
 * @param form how it was written
 * @param code what is compiled; of a figure its digits
 * @param mayBeMissing what must not be null for a calculation with it
 * @param operand what it means
 */
record Typed(ValueType type, Form form, String code, List<String> mayBeMissing, Operand operand) {

    enum Form {
        FIGURE,
        LITERAL,
        MISSING,
        VALUE,
        CALCULATION
    }

    static Typed of(Kind kind, Class<?> java, Form form, String code, @Nullable Object value) {
        return new Typed(
                new ValueType(kind, java, false),
                form,
                code,
                List.of(),
                new Operand.Literal(value));
    }

    static Typed value(ValueType type, String code, Operand operand) {
        return new Typed(
                type, Form.VALUE, code, type.mayBeMissing() ? List.of(code) : List.of(), operand);
    }

    boolean isFigure() {
        return form == Form.FIGURE;
    }

    boolean isWholeFigure() {
        return isFigure() && code.indexOf('.') < 0;
    }

    Kind kind() {
        return type.kind();
    }

    static List<String> join(List<String> a, List<String> b) {
        var all = new ArrayList<>(a);
        b.stream().filter(one -> !all.contains(one)).forEach(all::add);
        return all;
    }
}
