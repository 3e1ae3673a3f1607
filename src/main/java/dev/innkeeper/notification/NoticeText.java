package dev.innkeeper.notification;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** The words of a notice in English and Chinese. */
@Component
public class NoticeText {

    private static final Pattern NAME = Pattern.compile("\\{([A-Za-z][A-Za-z0-9]*)}");
    private static final String BOTH_LANGUAGES = " | ";
    private static final String ANY_OTHER = "other";

    private final Properties english = read("en");
    private final Properties chinese = read("zh");

    /**
     * The subject, one line.
     *
     * @param language Chinese, or English for every other one
     */
    public String subject(Notification notification, Locale language) {
        return fill(template(notification, "subject", language), notification, language)
                .replaceAll("[\\p{Cntrl}]+", " ");
    }

    /** The sentence that says what happened and what is expected. */
    public String text(Notification notification, Locale language) {
        return fill(template(notification, "text", language), notification, language);
    }

    /** A phrase that every mail has, such as the greeting. */
    String phrase(String key, Locale language, Map<String, String> arguments) {
        return replace(texts(language).getProperty(key), arguments, language);
    }

    /** The text as HTML: nothing of it is markup. */
    static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8").replace("\n", "<br>");
    }

    private String template(Notification notification, String part, Locale language) {
        Properties texts = texts(language);
        String known = texts.getProperty(notification.kind() + "." + part);
        return known != null ? known : texts.getProperty(ANY_OTHER + "." + part);
    }

    private Properties texts(Locale language) {
        return isChinese(language) ? chinese : english;
    }

    private static String fill(String template, Notification notification, Locale language) {
        String numbered = template.replace("{case}", notification.caseNumber().value());
        return replace(numbered, notification.args(), language);
    }

    private static String replace(String template, Map<String, String> arguments, Locale language) {
        return NAME.matcher(template)
                .replaceAll(
                        (MatchResult name) ->
                                Matcher.quoteReplacement(
                                        half(
                                                arguments.getOrDefault(name.group(1), "-"),
                                                language)));
    }

    private static String half(String value, Locale language) {
        int bar = value.indexOf(BOTH_LANGUAGES);
        if (bar < 0) {
            return value;
        }
        return isChinese(language)
                ? value.substring(bar + BOTH_LANGUAGES.length())
                : value.substring(0, bar);
    }

    private static boolean isChinese(Locale language) {
        return Locale.CHINESE.getLanguage().equals(language.getLanguage());
    }

    private static Properties read(String language) {
        String name = "/notification/messages_" + language + ".properties";
        try (InputStream in = NoticeText.class.getResourceAsStream(name)) {
            Properties texts = new Properties();
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
