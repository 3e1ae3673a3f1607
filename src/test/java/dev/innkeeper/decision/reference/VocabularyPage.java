package dev.innkeeper.decision.reference;

import dev.innkeeper.decision.Decision;
import dev.innkeeper.decision.gate.ValueType;
import dev.innkeeper.decision.gate.Vocabulary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes what rules may look at and call. */
final class VocabularyPage {

    private final List<Decision<?, ?>> decisions;

    VocabularyPage(List<Decision<?, ?>> decisions) {
        this.decisions = decisions;
    }

    String text() {
        var page = new StringBuilder("# What rules may look at and call\n\n");
        page.append(
                "Generated from the facts and outcomes; how rules are written is told in"
                        + " [rules.md](rules.md).\n");
        Map<String, Vocabulary.FactType> facts = new LinkedHashMap<>();
        Map<String, List<String>> users = new LinkedHashMap<>();
        for (Decision<?, ?> decision : decisions) {
            var vocabulary = new Vocabulary(decision);
            page.append("\n## ").append(decision.name()).append("\n\nFacts: ");
            page.append(
                    vocabulary.facts().keySet().stream()
                            .map(name -> "[" + name + "](#" + name.toLowerCase(Locale.ROOT) + ")")
                            .collect(Collectors.joining(", ")));
            page.append("\n\n| call | what it contributes | 含义 |\n|---|---|---|\n");
            vocabulary.calls().values().forEach(call -> page.append(call(call)));
            vocabulary
                    .facts()
                    .forEach(
                            (name, fact) -> {
                                facts.put(name, fact);
                                users.computeIfAbsent(name, key -> new ArrayList<>())
                                        .add(decision.name());
                            });
        }
        page.append("\n# Facts\n");
        facts.forEach((name, fact) -> page.append(fact(fact, users.get(name))));
        page.append("\n# Choices\n\n| choice | values |\n|---|---|\n");
        choices().forEach((name, values) -> page.append("| %s | %s |\n".formatted(name, values)));
        return page.toString();
    }

    private Map<String, String> choices() {
        Map<String, String> all = new TreeMap<>();
        for (Decision<?, ?> decision : decisions) {
            new Vocabulary(decision)
                    .choices()
                    .forEach(
                            (name, choice) ->
                                    all.put(
                                            name,
                                            Arrays.stream(choice.getEnumConstants())
                                                    .map(Object::toString)
                                                    .collect(Collectors.joining(", "))));
        }
        return all;
    }

    private static String call(Vocabulary.Call call) {
        String parameters =
                call.parameters().stream()
                        .map(parameter -> parameter.name() + " (" + type(parameter.type()) + ")")
                        .collect(Collectors.joining(", "));
        return "| `outcome.%s` %s | %s | %s |\n"
                .formatted(call.name(), parameters, call.english(), call.chinese());
    }

    private static String fact(Vocabulary.FactType fact, List<String> users) {
        var text =
                new StringBuilder(
                        "\n## %s\n\n%s %s (%s)\n\n| field | meaning | 含义 | values | unit |\n|---|---|---|---|---|\n"
                                .formatted(
                                        fact.name(),
                                        fact.english(),
                                        fact.chinese(),
                                        String.join(", ", users)));
        for (Vocabulary.Field field : fact.fields().values()) {
            String values =
                    type(field.type()) + (field.values().isEmpty() ? "" : ", " + field.values());
            text.append(
                    "| `%s` | %s | %s | %s | %s |\n"
                            .formatted(
                                    field.name(),
                                    field.english(),
                                    field.chinese(),
                                    values,
                                    field.unit()));
        }
        return text.toString();
    }

    private static String type(ValueType type) {
        return switch (type.kind()) {
            case CHOICE -> type.java().getSimpleName();
            case MANY ->
                    "list of " + (type.java().isEnum() ? type.java().getSimpleName() : "texts");
            case WHOLE -> "whole number";
            case DECIMAL -> "figure";
            case YES_NO -> "true, false";
            case TEXT -> "text";
            case DATE -> "date";
        };
    }
}
