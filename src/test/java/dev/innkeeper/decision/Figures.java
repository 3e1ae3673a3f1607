package dev.innkeeper.decision;

import dev.innkeeper.decision.ShippedRules.Change;
import java.util.List;
import java.util.function.Function;

/** Adds figures of one decision to a list. */
public final class Figures<R extends Record> {

    private final Decision<?, R> decision;
    private final List<Figure<?>> all;

    public Figures(Decision<?, R> decision, List<Figure<?>> all) {
        this.decision = decision;
        this.all = all;
    }

    /** A text of a file becomes another, and with it what one looks at in the answer. */
    public void see(
            String file,
            String from,
            String to,
            Facts facts,
            Function<R, Object> look,
            Object before,
            Object after) {
        all.add(new Figure<>(decision, new Change(file, from, to), facts, look, before, after));
    }
}
