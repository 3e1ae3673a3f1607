package dev.innkeeper.decision.words;

import dev.innkeeper.decision.WordMatch;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ahocorasick.trie.Emit;
import org.ahocorasick.trie.Trie;

/**
 * Finds the words of a list in a text: without regard to case and full-width forms, Latin words as
 * whole words, Chinese ones anywhere. A word inside a longer one that speaks of the same aspect
 * does not count.
 */
public final class Words {

    private static final int LONGEST_TEXT = 20_000;

    /** No words. */
    public static final Words NONE = new Words(List.of());

    private final Map<String, List<WordMatch>> meanings = new HashMap<>();
    private final Trie trie;

    Words(Collection<WordMatch> all) {
        var builder = Trie.builder();
        for (WordMatch meaning : all) {
            String word = meaning.word();
            String plain = plain(word.endsWith("*") ? word.substring(0, word.length() - 1) : word);
            if (meanings.computeIfAbsent(plain, key -> new ArrayList<>()).isEmpty()) {
                builder.addKeyword(plain);
            }
            meanings.get(plain).add(meaning);
        }
        trie = builder.build();
    }

    private record Hit(int start, int end, WordMatch meaning) {

        boolean hides(Hit other) {
            return meaning.aspect().equals(other.meaning.aspect())
                    && start <= other.start
                    && end >= other.end
                    && end - start > other.end - other.start;
        }
    }

    /**
     * The words that occur, each meaning once with the number of times, in the order of the text.
     * Of a text longer than 20,000 characters only that much is read.
     */
    public List<WordMatch> in(String text) {
        if (meanings.isEmpty() || text.isBlank()) {
            return List.of();
        }
        String plain = plain(text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text);
        var hits = new ArrayList<Hit>();
        for (Emit emit : trie.parseText(plain)) {
            for (WordMatch meaning : meanings.get(emit.getKeyword())) {
                if (isWhole(plain, emit, meaning.word().endsWith("*"))) {
                    hits.add(new Hit(emit.getStart(), emit.getEnd(), meaning));
                }
            }
        }
        hits.sort(
                Comparator.comparingInt(Hit::start)
                        .thenComparing(Hit::end, Comparator.reverseOrder()));
        var counted = new LinkedHashMap<WordMatch, Integer>();
        for (Hit hit : visible(hits)) {
            counted.merge(hit.meaning(), 1, Integer::sum);
        }
        return counted.entrySet().stream()
                .map(
                        one ->
                                new WordMatch(
                                        one.getKey().aspect(),
                                        one.getKey().value(),
                                        one.getKey().word(),
                                        one.getKey().weight(),
                                        one.getValue()))
                .toList();
    }

    // hits are sorted by start, the longer first: only the furthest-reaching one of each aspect can
    // hide the next
    private static List<Hit> visible(List<Hit> hits) {
        var visible = new ArrayList<Hit>();
        var furthest = new HashMap<String, Hit>();
        for (Hit hit : hits) {
            var before = furthest.get(hit.meaning().aspect());
            if (before != null && before.hides(hit)) {
                continue;
            }
            visible.add(hit);
            if (before == null || hit.end() > before.end()) {
                furthest.put(hit.meaning().aspect(), hit);
            }
        }
        return visible;
    }

    private static boolean isWhole(String text, Emit emit, boolean beginning) {
        int end = emit.getEnd() + 1;
        boolean startsInside =
                emit.getStart() > 0
                        && isLatin(text.charAt(emit.getStart()))
                        && isLatin(text.charAt(emit.getStart() - 1));
        boolean endsInside =
                !beginning
                        && end < text.length()
                        && isLatin(text.charAt(end - 1))
                        && isLatin(text.charAt(end));
        return !startsInside && !endsInside;
    }

    private static boolean isLatin(char c) {
        return c < 0x0250 && Character.isLetterOrDigit(c);
    }

    /** A text as it is compared: compatible forms unified, lower case, blanks joined. */
    static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replace('\u2019', '\'')
                .replaceAll("\\s+", " ")
                .strip();
    }
}
