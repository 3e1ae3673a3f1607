package dev.innkeeper.decision.words;

import dev.innkeeper.decision.Decision;
import dev.innkeeper.decision.FreeText;
import dev.innkeeper.decision.WordMatch;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Finds the words of a decision in the free texts of its facts. */
public final class TextWords {

    private final Words words;
    private final List<Method> texts = new ArrayList<>();

    /** Finds these words; none where the decision does not look at any. */
    public TextWords(Decision<?, ?> decision, Words words) {
        this.words = words;
        if (decision.facts().contains(WordMatch.class)) {
            decision.facts().stream()
                    .flatMap(type -> Arrays.stream(type.getRecordComponents()))
                    .filter(component -> component.isAnnotationPresent(FreeText.class))
                    .forEach(component -> texts.add(component.getAccessor()));
        }
    }

    /** The words in the free texts of these facts. */
    public List<WordMatch> in(List<Record> facts) {
        if (texts.isEmpty()) {
            return List.of();
        }
        var all = new StringBuilder();
        for (Record fact : facts) {
            for (Method accessor : texts) {
                if (accessor.getDeclaringClass() == fact.getClass()
                        && read(accessor, fact) instanceof String text) {
                    all.append(text).append('\n');
                }
            }
        }
        return words.in(all.toString());
    }

    /** The words in a text. */
    public List<WordMatch> in(String text) {
        return words.in(text);
    }

    private static @org.jspecify.annotations.Nullable Object read(Method accessor, Object fact) {
        try {
            return accessor.invoke(fact);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
