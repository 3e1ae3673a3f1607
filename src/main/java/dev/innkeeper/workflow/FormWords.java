package dev.innkeeper.workflow;

import dev.innkeeper.common.Language;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How forms show a case in words. Every text is there in both languages, under a name and the same
 * name with {@code Zh}; which one is shown the form says in its own translation. Texts are
 * Markdown, in which nothing that a person wrote can be a tag or a link.
 */
public final class FormWords {

    /** Texts longer than this are cut: a form is no place to read a book. */
    private static final int LONGEST = 8000;

    private static final int LONGEST_LINE = 300;
    private static final String MEANS_SOMETHING = "&<>*_`~[]()#!|\\{}\"'@.:/";

    private FormWords() {}

    /** The end of a text's name in this language. */
    public static String suffix(Language language) {
        return language == Language.ENGLISH ? "" : "Zh";
    }

    /** A label with its value; empty where there is none. */
    public static String line(Language language, String english, String chinese, String value) {
        return value.isBlank() ? "" : language.of(english + ": ", chinese + "：") + value;
    }

    /** Each line a paragraph, without those that are empty. */
    public static String paragraphs(Stream<String> lines) {
        return lines.filter(line -> !line.isBlank()).collect(Collectors.joining("\n\n"));
    }

    /** Each line an entry of a list. */
    public static String bullets(Stream<String> lines) {
        return lines.map(line -> "- " + line).collect(Collectors.joining("\n"));
    }

    /** The last of a list. */
    public static <T> Optional<T> last(List<T> list) {
        return list.isEmpty() ? Optional.empty() : Optional.of(list.get(list.size() - 1));
    }

    /** A person's words as words on one line: nothing in them is Markdown or a tag. */
    public static String plain(@Nullable String words) {
        if (words == null) {
            return "";
        }
        var text = new StringBuilder();
        shorten(words, LONGEST_LINE)
                .strip()
                .replaceAll("\\s+", " ")
                .codePoints()
                .forEach(
                        point -> {
                            if (MEANS_SOMETHING.indexOf(point) >= 0) {
                                text.append("&#").append(point).append(';');
                            } else {
                                text.appendCodePoint(point);
                            }
                        });
        return text.toString();
    }

    /** The text as far as a form shows it. */
    public static String cut(String text) {
        return shorten(text, LONGEST);
    }

    /** Never between the two halves of a character outside of the basic plane. */
    private static String shorten(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        var end = Character.isHighSurrogate(text.charAt(longest - 2)) ? longest - 2 : longest - 1;
        return text.substring(0, end) + "…";
    }
}
