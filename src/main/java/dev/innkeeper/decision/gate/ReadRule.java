package dev.innkeeper.decision.gate;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A rule as the gate understood it, for whoever thinks about rules without the engine.
 *
 * @param info its name and where it stands
 * @param demands what it asks of the facts; none where it always fires
 * @param calls what it says
 * @param places finds the line or cell of a position in it
 */
public record ReadRule(RuleInfo info, List<Demand> demands, List<Said> calls, Places places) {

    /**
     * A call of the outcome.
     *
     * @param method the call
     * @param values its values, without the reason
     */
    public record Said(String method, List<Given> values) {

        /** Whether its values do not depend on the facts. */
        public boolean isFixed() {
            return values.stream().noneMatch(given -> given.value() == null);
        }

        /** The values as a person would list them. */
        public String shown() {
            return values.stream().map(Given::shown).collect(Collectors.joining(", "));
        }
    }

    /**
     * A value given to a call.
     *
     * @param type the type of the parameter
     * @param shown how it is written
     * @param value the value as the call takes it, or null where it depends on the facts
     */
    public record Given(ValueType type, String shown, @Nullable Object value) {}
}
