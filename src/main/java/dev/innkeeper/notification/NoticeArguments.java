package dev.innkeeper.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** The arguments of a notice as they are stored. */
@Component
class NoticeArguments {

    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final ObjectMapper json;

    NoticeArguments(ObjectMapper json) {
        this.json = json;
    }

    String write(Map<String, String> arguments) {
        try {
            return json.writeValueAsString(new TreeMap<>(arguments));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts that JSON cannot hold", e);
        }
    }

    Map<String, String> read(String stored) {
        try {
            return json.readValue(stored, TEXTS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The arguments of a notice are damaged", e);
        }
    }
}
