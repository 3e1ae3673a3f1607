package dev.innkeeper.decision.gate;

import dev.innkeeper.decision.gate.ValueType.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * A checked term and what is compiled for it.
 *
 * @param type its type; of {@code null} a text that may be missing
 * @param form how it was written
 * @param code what is compiled; of a figure its digits
 * @param mayBeMissing what must not be null for a calculation with it
 */
record Typed(ValueType type, Form form, String code, List<String> mayBeMissing) {

    enum Form {
        FIGURE,
        LITERAL,
        MISSING,
        VALUE,
        CALCULATION,
        TEST
    }

    static Typed of(Kind kind, Class<?> java, Form form, String code) {
        return new Typed(new ValueType(kind, java, false), form, code, List.of());
    }

    static Typed test(String code) {
        return of(Kind.YES_NO, boolean.class, Form.TEST, code);
    }

    static Typed value(ValueType type, String code) {
        return new Typed(type, Form.VALUE, code, type.mayBeMissing() ? List.of(code) : List.of());
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
