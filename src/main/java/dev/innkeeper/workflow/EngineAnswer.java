package dev.innkeeper.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.innkeeper.common.Group;
import dev.innkeeper.common.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Puts an answer of the engine's REST API into the language of the reader: names of tasks,
 * processes and lists, the texts of forms, and values that come in both languages.
 */
@Component
class EngineAnswer {

    private static final String CHINESE = ".zh";

    /** What the engine puts before a refusal; it tells a person nothing. */
    private static final Pattern ENGINES_OWN_WORDS =
            Pattern.compile(
                    "^Cannot (submit task form|complete task|instantiate process definition)"
                            + " \\S+: ");

    private static final List<String> GROUP_VARIABLES = List.of("ownerGroup", "apologyGroup");

    private final ChineseNames names;

    EngineAnswer(ChineseNames names) {
        this.names = names;
    }

    /**
     * Changes the answer in place.
     *
     * @param forPeople whether a webapp shows it, and not a machine that reads it
     */
    void translate(JsonNode node, Language language, boolean forPeople) {
        if (node instanceof ObjectNode object) {
            if (language == Language.CHINESE) {
                chooseChinese(object);
                nameTask(object);
                nameProcess(object);
                nameList(object);
            }
            if (forPeople) {
                nameGroup(object, language);
                nameDepartment(object, language);
                chooseHalf(object, language);
            }
        }
        for (JsonNode child : node) {
            translate(child, language, forPeople);
        }
    }

    /** {@code label} becomes what {@code label.zh} beside it says. */
    private static void chooseChinese(ObjectNode object) {
        List<String> keys = new ArrayList<>();
        object.fieldNames().forEachRemaining(keys::add);
        for (String key : keys) {
            if (key.endsWith(CHINESE)) {
                String plain = key.substring(0, key.length() - CHINESE.length());
                if (object.has(plain)) {
                    object.set(plain, object.get(key));
                    object.remove(key);
                }
            }
        }
    }

    private void nameTask(ObjectNode object) {
        String definition = text(object, "processDefinitionId");
        String element = text(object, "taskDefinitionKey");
        if (!definition.isEmpty() && !element.isEmpty() && object.has("name")) {
            names.of(definition, element).ifPresent(name -> object.put("name", name));
        }
        String activity = text(object, "activityId");
        if (!definition.isEmpty() && !activity.isEmpty() && object.has("activityName")) {
            names.of(definition, activity).ifPresent(name -> object.put("activityName", name));
        }
    }

    private void nameProcess(ObjectNode object) {
        String id = text(object, "id");
        if (object.has("version")
                && object.has("key")
                && object.has("resource")
                && text(object, "resource").endsWith(".bpmn")) {
            names.ofProcess(id).ifPresent(name -> object.put("name", name));
        }
        String definition = text(object, "processDefinitionId");
        if (!definition.isEmpty() && object.has("processDefinitionName")) {
            names.ofProcess(definition)
                    .ifPresent(name -> object.put("processDefinitionName", name));
        }
    }

    private static void nameList(ObjectNode object) {
        JsonNode chinese = object.path("properties").path("name" + CHINESE);
        if (chinese.isTextual() && object.has("resourceType")) {
            object.set("name", chinese);
        }
    }

    /** What an error or the description of a task says comes in both languages. */
    private static void chooseHalf(ObjectNode object, Language language) {
        if (object.has("taskDefinitionKey") && object.path("description").isTextual()) {
            object.put("description", language.of(text(object, "description")));
        }
        if (object.has("type") && object.path("message").isTextual()) {
            String message = ENGINES_OWN_WORDS.matcher(text(object, "message")).replaceFirst("");
            object.put("message", language.of(message));
        }
    }

    private static void nameGroup(ObjectNode object, Language language) {
        if (!GROUP_VARIABLES.contains(text(object, "name")) || !object.path("value").isTextual()) {
            return;
        }
        Optional<Group> group = Group.find(text(object, "value"));
        group.ifPresent(
                known ->
                        object.set(
                                "value",
                                TextNode.valueOf(
                                        language == Language.CHINESE
                                                ? known.chinese()
                                                : known.english())));
    }

    /** A department among the candidates of a task, whose stored name is in both languages. */
    private static void nameDepartment(ObjectNode object, Language language) {
        if (object.has("type") && object.has("name")) {
            Group.find(text(object, "id"))
                    .filter(known -> text(object, "name").equals(bothNames(known)))
                    .ifPresent(
                            known ->
                                    object.put(
                                            "name",
                                            language == Language.CHINESE
                                                    ? known.chinese()
                                                    : known.english()));
        }
    }

    private static String bothNames(Group group) {
        return group.english() + " · " + group.chinese();
    }

    /** The names of a diagram's elements in its XML. */
    Optional<String> diagram(String definitionId, String xml) {
        Map<String, String> chinese = names.all(definitionId);
        return chinese.isEmpty()
                ? Optional.empty()
                : Optional.of(new DiagramNames(chinese).in(xml));
    }

    private static String text(ObjectNode object, String key) {
        JsonNode value = object.get(key);
        return value != null && value.isTextual() ? value.textValue() : "";
    }
}
