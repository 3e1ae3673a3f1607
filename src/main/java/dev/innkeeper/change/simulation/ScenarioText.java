package dev.innkeeper.change.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.innkeeper.common.Refusal;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * The text of a {@code scenarios.yaml} to which scenarios are added. Every character that is there
 * stays where it is, comments and line ends among them.
 */
final class ScenarioText {

    private static final String SCENARIOS = "scenarios";
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]*");
    private static final Set<String> NOT_PLAIN =
            Set.of("true", "false", "null", "yes", "no", "on", "off", "y", "n");
    private static final int WIDTH = 110;
    private static final int USUAL_INDENT = 2;

    private final List<String> lines;
    private final String lineEnd;
    private final String indent;
    private final Optional<MappingNode> root;
    private final Set<String> names = new HashSet<>();

    /** Before which line the next scenario goes. */
    private int at;

    /**
     * The text of a file; none makes a new one.
     *
     * @throws Refusal NOT_NOW where it is no such file, or its list is written in brackets
     */
    ScenarioText(byte[] content) {
        String text = new String(content, StandardCharsets.UTF_8);
        lineEnd = text.contains("\r\n") ? "\r\n" : "\n";
        lines = new ArrayList<>(Arrays.asList(text.split("(?<=\n)")));
        if (text.isBlank()) {
            lines.clear();
        }
        root = root(text);
        Optional<Node> list = root.flatMap(top -> value(top, SCENARIOS));
        if (list.isPresent() && list.get() instanceof SequenceNode scenarios) {
            scenarios.getValue().forEach(this::noteName);
            indent = " ".repeat(place(scenarios));
        } else {
            indent = " ".repeat(USUAL_INDENT);
            at = list.map(empty -> empty.getStartMark().getLine() + 1).orElseGet(this::newList);
        }
        endLine(at - 1);
    }

    private static Optional<MappingNode> root(String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        try {
            Node top = new Yaml().compose(new StringReader(text));
            if (top == null) {
                return Optional.empty();
            }
            if (top instanceof MappingNode map) {
                return Optional.of(map);
            }
        } catch (YAMLException e) {
            throw unreadable(e);
        }
        throw unreadable(null);
    }

    private static Refusal unreadable(@Nullable YAMLException cause) {
        var refusal =
                Refusal.notNow(
                        "The scenarios.yaml of the draft cannot be read, so that nothing can be"
                                + " added to it. | 草稿的scenarios.yaml无法读取，无法添加示例。",
                        "Mend it, the checks of the draft say where. | 请先修正，草稿检查会指出位置。");
        if (cause != null) {
            refusal.initCause(cause);
        }
        return refusal;
    }

    private static Optional<Node> value(MappingNode map, String key) {
        return map.getValue().stream()
                .filter(
                        one ->
                                one.getKeyNode() instanceof ScalarNode name
                                        && key.equals(name.getValue()))
                .map(NodeTuple::getValueNode)
                .findFirst();
    }

    private void noteName(Node scenario) {
        if (scenario instanceof MappingNode map
                && value(map, "name").orElse(null) instanceof ScalarNode name) {
            names.add(name.getValue());
        }
    }

    /** Finds where the list goes on, and answers how far its dashes are indented. */
    private int place(SequenceNode scenarios) {
        if (scenarios.getFlowStyle() == DumperOptions.FlowStyle.BLOCK) {
            at = lastLine(scenarios) + 1;
            return scenarios.getStartMark().getColumn();
        }
        int line = scenarios.getStartMark().getLine();
        if (!scenarios.getValue().isEmpty() || scenarios.getEndMark().getLine() != line) {
            throw Refusal.notNow(
                    "The scenarios of the draft are written in brackets, so that nothing can be"
                            + " added to them. | 草稿的示例写在方括号中，无法添加。",
                    "Write them as a list, each beginning with \"- name:\". |"
                            + " 请改为列表形式，每项以“- name:”开头。");
        }
        lines.set(line, lines.get(line).replaceFirst("\\s*\\[\\s*]", ""));
        at = line + 1;
        return USUAL_INDENT;
    }

    /** The last line of what is written last, before comments that follow it. */
    private static int lastLine(Node node) {
        if (node instanceof SequenceNode list
                && list.getFlowStyle() == DumperOptions.FlowStyle.BLOCK
                && !list.getValue().isEmpty()) {
            return lastLine(list.getValue().get(list.getValue().size() - 1));
        }
        if (node instanceof MappingNode map
                && map.getFlowStyle() == DumperOptions.FlowStyle.BLOCK
                && !map.getValue().isEmpty()) {
            return lastLine(map.getValue().get(map.getValue().size() - 1).getValueNode());
        }
        var end = node.getEndMark();
        // a text of several lines ends where the next line begins
        return end.getColumn() == 0 && end.getLine() > node.getStartMark().getLine()
                ? end.getLine() - 1
                : end.getLine();
    }

    private int newList() {
        endLine(lines.size() - 1);
        lines.add(SCENARIOS + ":" + lineEnd);
        return lines.size();
    }

    private void endLine(int line) {
        if (line >= 0 && line < lines.size() && !lines.get(line).endsWith("\n")) {
            lines.set(line, lines.get(line) + lineEnd);
        }
    }

    /**
     * Adds a scenario behind the last one.
     *
     * @param name a sentence; numbered where there is one of this name
     * @param facts a list of objects of one field each, the type of the fact
     * @param expect the result that is expected
     * @return its name
     */
    String add(String name, JsonNode facts, JsonNode expect) {
        String own = unused(name);
        names.add(own);
        var added = new ArrayList<String>();
        added.add(indent + "- name: " + quoted(own));
        added.add(indent + "  given:");
        for (JsonNode fact : facts) {
            fact.properties()
                    .forEach(
                            one ->
                                    added.addAll(
                                            wrapped(
                                                    indent + "    - " + one.getKey() + ": ",
                                                    fields(one.getKey(), one.getValue()))));
        }
        if (facts.isEmpty()) {
            added.set(added.size() - 1, indent + "  given: []");
        }
        added.addAll(wrapped(indent + "  expect: ", fields("", expect)));
        for (String line : added) {
            lines.add(at, line + lineEnd);
            at++;
        }
        return own;
    }

    private String unused(String name) {
        String own = name;
        for (int n = 2; names.contains(own); n++) {
            own = name + " (" + n + ")";
        }
        return own;
    }

    /**
     * What a fact is written with; what is missing is left out, unless a default would take its
     * place.
     */
    private List<String> fields(String type, JsonNode object) {
        Set<String> defaults = defaults(type);
        var fields = new ArrayList<String>();
        object.properties()
                .forEach(
                        field -> {
                            if (!field.getValue().isNull() || defaults.contains(field.getKey())) {
                                fields.add(field.getKey() + ": " + flow(field.getValue()));
                            }
                        });
        return fields;
    }

    private Set<String> defaults(String type) {
        Set<String> keys = new HashSet<>();
        root.flatMap(top -> value(top, "defaults"))
                .filter(MappingNode.class::isInstance)
                .flatMap(all -> value((MappingNode) all, type))
                .filter(MappingNode.class::isInstance)
                .ifPresent(
                        fields ->
                                ((MappingNode) fields)
                                        .getValue()
                                        .forEach(
                                                one -> {
                                                    if (one.getKeyNode()
                                                            instanceof ScalarNode key) {
                                                        keys.add(key.getValue());
                                                    }
                                                }));
        return keys;
    }

    private static String flow(JsonNode value) {
        if (value.isObject()) {
            var fields = new ArrayList<String>();
            value.properties()
                    .forEach(one -> fields.add(one.getKey() + ": " + flow(one.getValue())));
            return "{" + String.join(", ", fields) + "}";
        }
        if (value.isArray()) {
            var items = new ArrayList<String>();
            value.forEach(one -> items.add(flow(one)));
            return "[" + String.join(", ", items) + "]";
        }
        if (value.isTextual()) {
            String text = value.asText();
            return PLAIN.matcher(text).matches() && !NOT_PLAIN.contains(text) ? text : quoted(text);
        }
        return value.isNumber() ? value.decimalValue().toPlainString() : value.toString();
    }

    private static String quoted(String text) {
        return JsonNodeFactory.instance.textNode(text).toString();
    }

    private static List<String> wrapped(String head, List<String> fields) {
        var wrapped = new ArrayList<String>();
        var line = new StringBuilder(head).append('{');
        String margin = " ".repeat(head.indexOf(head.strip()) + 4);
        for (int i = 0; i < fields.size(); i++) {
            String field = fields.get(i) + (i + 1 < fields.size() ? "," : "");
            boolean first = line.charAt(line.length() - 1) == '{';
            if (!first && line.length() + field.length() + 1 > WIDTH) {
                wrapped.add(line.toString());
                line = new StringBuilder(margin).append(field);
            } else {
                line.append(first ? "" : " ").append(field);
            }
        }
        wrapped.add(line.append('}').toString());
        return wrapped;
    }

    /** The file with what was added. */
    byte[] bytes() {
        return String.join("", lines).getBytes(StandardCharsets.UTF_8);
    }
}
