package dev.innkeeper.decision.web;

import dev.innkeeper.common.Language;
import dev.innkeeper.decision.gate.ValueType;
import dev.innkeeper.decision.gate.Vocabulary;
import java.util.List;

/**
 * The words in which the rules of a decision are written.
 *
 * @param decision {@code feature/decision}
 * @param facts what conditions may look at
 * @param calls what rules may contribute
 */
record VocabularyDetails(String decision, List<Fact> facts, List<Call> calls) {

    /** A fact. */
    record Fact(String name, String label, List<Field> fields) {}

    /** A field of a fact. */
    record Field(
            String name,
            String label,
            ValueType.Kind type,
            String unit,
            String allowed,
            List<String> values,
            boolean mayBeMissing) {}

    /** A call on the outcome. */
    record Call(String name, String label, List<Parameter> parameters) {}

    /** A parameter of a call. */
    record Parameter(String name, ValueType.Kind type, List<String> values) {}

    static VocabularyDetails of(Vocabulary vocabulary, Language language) {
        return new VocabularyDetails(
                vocabulary.decision(),
                vocabulary.facts().values().stream()
                        .map(
                                fact ->
                                        new Fact(
                                                fact.name(),
                                                label(fact.english(), fact.chinese(), language),
                                                fact.fields().values().stream()
                                                        .map(field -> field(field, language))
                                                        .toList()))
                        .toList(),
                vocabulary.calls().values().stream()
                        .map(
                                call ->
                                        new Call(
                                                call.name(),
                                                label(call.english(), call.chinese(), language),
                                                call.parameters().stream()
                                                        .map(
                                                                parameter ->
                                                                        new Parameter(
                                                                                parameter.name(),
                                                                                parameter
                                                                                        .type()
                                                                                        .kind(),
                                                                                parameter
                                                                                        .type()
                                                                                        .constants()))
                                                        .toList()))
                        .toList());
    }

    private static Field field(Vocabulary.Field field, Language language) {
        return new Field(
                field.name(),
                label(field.english(), field.chinese(), language),
                field.type().kind(),
                field.unit(),
                field.values(),
                field.type().constants(),
                field.type().mayBeMissing());
    }

    private static String label(String english, String chinese, Language language) {
        return language == Language.CHINESE && !chinese.isEmpty() ? chinese : english;
    }
}
