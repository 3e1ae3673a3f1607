package dev.innkeeper.notification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.innkeeper.common.CaseNumber;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class NoticeTextTest {

    private static final Pattern KIND =
            Pattern.compile("\"((?:complaint|corrective|reward|care|dunning)\\.[a-z]+)\"");
    private static final Pattern PLACE = Pattern.compile("\\{\\w+}");

    private final NoticeText texts = new NoticeText();

    @Test
    void everyTextIsThereInBothLanguagesAndNamesTheSameThings() throws IOException {
        Properties english = read("en");
        Properties chinese = read("zh");

        assertThat(chinese.keySet()).isEqualTo(english.keySet());
        for (String key : english.stringPropertyNames()) {
            assertThat(places(chinese.getProperty(key)))
                    .as(key)
                    .isEqualTo(places(english.getProperty(key)));
        }
    }

    @Test
    void everyKindThatCasesTellOfHasItsText() throws IOException {
        Set<String> kinds = new TreeSet<>();
        try (var files = Files.walk(Path.of("src/main/java/dev/innkeeper"))) {
            files.filter(file -> file.toString().endsWith(".java"))
                    .map(NoticeTextTest::source)
                    .flatMap(source -> KIND.matcher(source).results())
                    .map(found -> found.group(1))
                    .forEach(kinds::add);
        }

        assertThat(kinds).hasSizeGreaterThan(10);
        for (String kind : kinds) {
            assertThat(read("en")).as(kind).containsKeys(kind + ".subject", kind + ".text");
        }
    }

    @Test
    void aValueInBothLanguagesIsShownInTheOneOfTheReceiver() {
        Notification notification = escalated("Lobby service | 前堂服务部");

        assertThat(texts.text(notification, Locale.ENGLISH)).endsWith("with Lobby service.");
        assertThat(texts.text(notification, Locale.SIMPLIFIED_CHINESE)).endsWith("现由前堂服务部负责。");
    }

    @Test
    void whatIsPutIntoATextIsNotATemplateItself() {
        assertThat(texts.text(escalated("{severity} $1 \\"), Locale.ENGLISH))
                .endsWith("with {severity} $1 \\.");
    }

    @Test
    void aKindWithoutTextIsToldInGeneralWords() {
        Notification unknown = notification("deal.forgotten", Map.of());

        assertThat(texts.subject(unknown, Locale.ENGLISH))
                .isEqualTo("CMP-2026-000001: something happened");
        assertThat(texts.subject(unknown, Locale.CHINESE)).isEqualTo("CMP-2026-000001：有新的动态");
    }

    private static Notification escalated(String owner) {
        return notification(
                "complaint.escalated", Map.of("severity", "S1", "level", "3", "owner", owner));
    }

    private static Notification notification(String kind, Map<String, String> args) {
        return new Notification(
                1, new CaseNumber("CMP-2026-000001"), kind, args, Instant.EPOCH, false);
    }

    private static List<String> places(String text) {
        return PLACE.matcher(text)
                .results()
                .map(MatchResult::group)
                .sorted()
                .collect(Collectors.toList());
    }

    private static String source(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Properties read(String language) throws IOException {
        Properties texts = new Properties();
        try (var in =
                NoticeText.class.getResourceAsStream(
                        "/notification/messages_" + language + ".properties")) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return texts;
    }
}
