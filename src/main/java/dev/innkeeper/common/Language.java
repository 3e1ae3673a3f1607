package dev.innkeeper.common;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The language in which a person is answered. Sentences come as {@code English | 中文}. */
public enum Language {
    ENGLISH,
    CHINESE;

    private static final String BETWEEN = " | ";

    /**
     * The language that an Accept-Language header asks for; English where it names none that we
     * speak.
     */
    public static Language ofHeader(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank()) {
            return ENGLISH;
        }
        List<Locale.LanguageRange> ranges;
        try {
            ranges = Locale.LanguageRange.parse(acceptLanguage);
        } catch (IllegalArgumentException unreadable) {
            return ENGLISH;
        }
        for (Locale.LanguageRange range : ranges) {
            if (range.getWeight() == 0) {
                continue;
            }
            if (range.getRange().startsWith("zh")) {
                return CHINESE;
            }
            if (range.getRange().startsWith("en")) {
                return ENGLISH;
            }
        }
        return ENGLISH;
    }

    /** The half of a bilingual sentence in this language; a sentence of one half as it is. */
    public String of(String sentence) {
        int cut = sentence.indexOf(BETWEEN);
        if (cut < 0) {
            return sentence;
        }
        return this == ENGLISH
                ? sentence.substring(0, cut)
                : sentence.substring(cut + BETWEEN.length());
    }

    /** The one that is in this language. */
    public String of(String english, String chinese) {
        return this == ENGLISH ? english : chinese;
    }

    /** The name in this language. */
    public String of(Labelled named) {
        return of(named.english(), named.chinese());
    }
}
