package dev.innkeeper.decision.analysis;

import dev.innkeeper.decision.gate.Vocabulary.Field;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The values that a field may have, whether it may be missing among them. */
sealed interface ValueSet permits Figures, Choices, Texts {

    /**
     * Any value, or none. Empty where the field is a list, of which one cannot say it like this.
     */
    static Optional<ValueSet> everything(Field field) {
        var type = field.type();
        return switch (type.kind()) {
            case WHOLE, DECIMAL, DATE -> Optional.of(Figures.all(type));
            case CHOICE, YES_NO -> Choices.all(type);
            case TEXT -> Optional.of(Texts.ALL);
            case MANY -> Optional.empty();
        };
    }

    /** The values that compare so with another. */
    static Optional<ValueSet> of(Field field, String operator, @Nullable Object value) {
        if (operator.equals("!=")) {
            return of(field, "==", value).map(ValueSet::not);
        }
        return everything(field)
                .map(all -> value == null ? all.present().not() : all.where(operator, value));
    }

    /** The values that compare so with another which is not missing; the operator is not !=. */
    ValueSet where(String operator, Object value);

    /** The values in both. */
    ValueSet and(ValueSet other);

    /** All other values. */
    ValueSet not();

    /** The same without the missing one. */
    ValueSet present();

    boolean isEmpty();

    /** The values as rules write them, such as {@code >= 50, < 60} or {@code NOISE, OTHER}. */
    String shown();

    /** The values in either. */
    default ValueSet or(ValueSet other) {
        return not().and(other.not()).not();
    }

    default boolean isEverything() {
        return not().isEmpty();
    }

    /** Whether no value is in both. */
    default boolean isApartFrom(ValueSet other) {
        return and(other).isEmpty();
    }

    default boolean includes(ValueSet other) {
        return other.and(not()).isEmpty();
    }
}
