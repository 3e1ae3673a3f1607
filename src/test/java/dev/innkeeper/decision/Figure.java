package dev.innkeeper.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.innkeeper.decision.ShippedRules.Change;
import java.util.function.Function;

/** A figure in a rule file, and the answer by which one sees it, before and after the change. */
public record Figure<R extends Record>(
        Decision<?, R> decision,
        Change change,
        Facts facts,
        Function<R, Object> look,
        Object before,
        Object after) {

    /** The answer is the one before as shipped, and the one after once the figure is changed. */
    public void decidesTheAnswer() {
        assertThat(look.apply(ShippedRules.shipped(decision).ask(facts).result()))
                .isEqualTo(before);

        try (var rules = ShippedRules.changed(decision, change)) {
            assertThat(look.apply(rules.ask(facts).result())).isEqualTo(after);
        }
    }

    @Override
    public String toString() {
        return "%s/%s: %s becomes %s"
                .formatted(decision.name(), change.file(), change.from(), change.to());
    }
}
