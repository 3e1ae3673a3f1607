package dev.innkeeper.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChineseWebappsTest {

    private static final String APPS = "/META-INF/resources/webjars/camunda/app/";
    private static final Pattern PLACE = Pattern.compile("\\{\\{\\s*\\w+\\s*}}");
    private static final Pattern LABEL = Pattern.compile("[A-Z][A-Z0-9_]{2,}");

    private final ObjectMapper json = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome", "admin"})
    void everyLabelIsThereInChinese(String app) throws IOException {
        assertThat(labels(app, "zh").keySet()).isEqualTo(labels(app, "en").keySet());
    }

    @Test
    void everyLabelThatCockpitShowsIsThereInChinese() throws IOException {
        String pages = text(APPS + "cockpit/camunda-cockpit-bootstrap.js");
        Map<String, String> english = labels("cockpit", "en");
        english.keySet().removeIf(key -> !isNamed(key, pages));

        assertThat(english).hasSizeGreaterThan(250);
        assertThat(labels("cockpit", "zh")).containsKeys(english.keySet().toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome", "admin", "cockpit"})
    void whatIsFilledInStaysInItsPlace(String app) throws IOException {
        Map<String, String> english = labels(app, "en");
        labels(app, "zh")
                .forEach(
                        (key, chinese) ->
                                assertThat(places(chinese))
                                        .as(key)
                                        .isEqualTo(places(english.get(key))));
    }

    private static boolean isNamed(String key, String pages) {
        String label = key.substring(key.lastIndexOf('.') + 1);
        return LABEL.matcher(label).matches()
                && Pattern.compile("\\b" + label + "\\b").matcher(pages).find();
    }

    private static List<String> places(String text) {
        return PLACE.matcher(text)
                .results()
                .map(MatchResult::group)
                .map(place -> place.replace(" ", ""))
                .sorted()
                .toList();
    }

    private Map<String, String> labels(String app, String language) throws IOException {
        Map<String, String> labels = new TreeMap<>();
        String content = text(APPS + app + "/locales/" + language + ".json");
        collect("", json.readTree(content), labels);
        return labels;
    }

    private static void collect(String key, JsonNode node, Map<String, String> labels) {
        if (node.isContainerNode()) {
            node.fields()
                    .forEachRemaining(
                            field -> collect(key + "." + field.getKey(), field.getValue(), labels));
            for (int i = 0; node.isArray() && i < node.size(); i++) {
                collect(key + "." + i, node.get(i), labels);
            }
        } else {
            labels.put(key, node.asText());
        }
    }

    private static String text(String resource) throws IOException {
        try (InputStream in = ChineseWebappsTest.class.getResourceAsStream(resource)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        }
    }
}
