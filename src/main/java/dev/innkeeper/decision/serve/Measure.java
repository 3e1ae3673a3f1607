package dev.innkeeper.decision.serve;

import dev.innkeeper.common.Labelled;
import dev.innkeeper.decision.Fact;
import dev.innkeeper.decision.Tally;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A component of a result that is added up over many answers, as {@link Tally} says. */
public final class Measure {

    private final RecordComponent component;
    private final Fact words;
    private final boolean firstOnly;
    private final Optional<RecordComponent> condition;
    private final Class<?> element;

    private Measure(Class<? extends Record> type, RecordComponent component, Tally tally) {
        this.component = component;
        this.words = Objects.requireNonNull(component.getAnnotation(Fact.class));
        this.firstOnly = tally.firstOnly();
        this.condition =
                tally.when().isEmpty() ? Optional.empty() : Optional.of(yesOrNo(type, tally));
        this.element = element(component);
    }

    /** The measures of a type of result, in the order of its components. */
    static List<Measure> of(Class<? extends Record> type) {
        return Arrays.stream(type.getRecordComponents())
                .filter(component -> component.isAnnotationPresent(Tally.class))
                .map(
                        component ->
                                new Measure(type, component, component.getAnnotation(Tally.class)))
                .toList();
    }

    private static RecordComponent yesOrNo(Class<? extends Record> type, Tally tally) {
        return Arrays.stream(type.getRecordComponents())
                .filter(other -> other.getName().equals(tally.when()))
                .filter(other -> other.getType() == boolean.class)
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "%s has no yes-or-no component %s"
                                                .formatted(type.getName(), tally.when())));
    }

    private static Class<?> element(RecordComponent component) {
        return component.getGenericType() instanceof ParameterizedType many
                        && many.getActualTypeArguments()[0] instanceof Class<?> one
                ? one
                : component.getType();
    }

    /**
     * What one answer brings.
     *
     * @param amount what is added to a sum; 0 of a measure that counts
     * @param values what is counted, each once; none of a measure that sums
     */
    public record Share(BigDecimal amount, List<String> values) {

        private static final Share NOTHING = new Share(BigDecimal.ZERO, List.of());
    }

    /** The name of the component. */
    public String field() {
        return component.getName();
    }

    /** What it is called, {@code "English | 中文"}. */
    public String label() {
        return words.en() + " | " + words.zh();
    }

    /** The unit of a sum, such as {@code CNY}; empty where it has none. */
    public String unit() {
        return words.unit();
    }

    /** Whether figures are summed; otherwise values are counted. */
    public boolean sums() {
        return !element.isEnum();
    }

    /** What people call a value that is counted, {@code "English | 中文"}. */
    public String labelOf(String value) {
        return Arrays.stream(element.getEnumConstants())
                .filter(one -> ((Enum<?>) one).name().equals(value))
                .filter(Labelled.class::isInstance)
                .map(Labelled.class::cast)
                .map(one -> one.english() + " | " + one.chinese())
                .findFirst()
                .orElse(value);
    }

    /** What an answer brings. */
    Share of(Record result) {
        if (condition.isPresent() && !Boolean.TRUE.equals(read(condition.get(), result))) {
            return Share.NOTHING;
        }
        Object value = read(component, result);
        if (value == null) {
            return Share.NOTHING;
        }
        if (sums()) {
            return new Share(new BigDecimal(value.toString()), List.of());
        }
        Collection<?> all = value instanceof Collection<?> many ? many : List.of(value);
        return new Share(
                BigDecimal.ZERO,
                all.stream()
                        .limit(firstOnly ? 1 : Long.MAX_VALUE)
                        .map(one -> ((Enum<?>) one).name())
                        .toList());
    }

    private static @Nullable Object read(RecordComponent from, Record result) {
        try {
            return from.getAccessor().invoke(result);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
