package dev.innkeeper.decision.scenario;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.innkeeper.common.Finding;
import dev.innkeeper.decision.Decision;
import dev.innkeeper.decision.Facts;
import dev.innkeeper.decision.Json;
import dev.innkeeper.decision.gate.Nearest;
import dev.innkeeper.decision.gate.SourceText;
import dev.innkeeper.decision.gate.Vocabulary;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Reads a {@code scenarios.yaml}:
 *
 * <pre>{@code
 * defaults:                        # by fact, for the fields that a scenario leaves out
 *   ReportedComplaint: {kind: COMPLAINT, amountInDispute: 0}
 * scenarios:
 *   - name: A sentence
 *     given:
 *       - ReportedComplaint: {category: NOISE}
 *     expect: {severity: S2}       # fields of the result; others may be anything
 *     fires: ["Name of a rule"]    # optional
 *     silent: ["Name of a rule"]   # optional
 *     fails: contradict            # instead of expect: part of the message
 * }</pre>
 */
public final class ScenarioFile {

    private static final List<String> TOP = List.of("decision", "defaults", "scenarios");
    private static final List<String> KEYS =
            List.of("name", "given", "expect", "fires", "silent", "fails");

    private final Decision<?, ?> decision;
    private final Vocabulary vocabulary;
    private final String file;
    private final ObjectMapper json = Json.mapper();
    private final List<Finding> problems = new ArrayList<>();
    private final List<Scenario> scenarios = new ArrayList<>();
    private Map<?, ?> defaults = Map.of();

    /**
     * A reader of examples.
     *
     * @param file its name, for messages
     */
    public ScenarioFile(Decision<?, ?> decision, String file) {
        this.decision = decision;
        this.vocabulary = new Vocabulary(decision);
        this.file = file;
    }

    /** A mistake in an example. */
    private static final class Mistake extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Mistake(String message) {
            super(message, null, false, false);
        }
    }

    /** Reads the file; what is wrong is in {@link #problems()}. */
    public void read(byte[] content) {
        Object root;
        try {
            root = yaml().load(SourceText.decode(content));
        } catch (SourceText.UnreadableText e) {
            error("line " + e.line(), e.getMessage());
            return;
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            error(
                    "line " + line,
                    "This is not YAML (%s). Mind indents, quotes and brackets. | 不是有效的YAML（%1$s）。请检查缩进、引号和括号。"
                            .formatted(e.getProblem()));
            return;
        } catch (YAMLException e) {
            error(
                    "",
                    "This is not YAML (%s). Mind indents, quotes and brackets. | 不是有效的YAML（%1$s）。请检查缩进、引号和括号。"
                            .formatted(e.getMessage()));
            return;
        }
        try {
            var top = map(root, "the file");
            refuseUnknown(top, TOP);
            defaults =
                    top.containsKey("defaults") ? map(top.get("defaults"), "defaults") : Map.of();
            for (Object type : defaults.keySet()) {
                fact(String.valueOf(type));
            }
            int number = 0;
            for (Object one : list(top.get("scenarios"), "scenarios")) {
                number++;
                scenario(one, number);
            }
        } catch (Mistake e) {
            error("", e.getMessage());
        }
    }

    private void scenario(@Nullable Object one, int number) {
        String name = "scenario " + number;
        try {
            var map = map(one, name);
            name = "scenario " + number + " \"" + map.get("name") + '"';
            refuseUnknown(map, KEYS);
            var facts = new ArrayList<Record>();
            for (Object given : list(map.get("given"), "given")) {
                map(given, "given")
                        .forEach((type, fields) -> facts.add(record(String.valueOf(type), fields)));
            }
            boolean expects = map.containsKey("expect");
            if (expects == map.containsKey("fails")) {
                throw new Mistake("Write either expect or fails. | 请写expect或fails其中之一。");
            }
            scenarios.add(
                    new Scenario(
                            String.valueOf(map.get("name")),
                            new Facts(facts),
                            json.valueToTree(expects ? map(map.get("expect"), "expect") : Map.of()),
                            texts(map.get("fires")),
                            texts(map.get("silent")),
                            expects ? "" : String.valueOf(map.get("fails"))));
        } catch (Mistake e) {
            error(name, e.getMessage());
        }
    }

    private static List<String> texts(@Nullable Object list) {
        return list == null
                ? List.of()
                : list(list, "fires/silent").stream().map(String::valueOf).toList();
    }

    private Vocabulary.FactType fact(String type) {
        var fact = vocabulary.facts().get(type);
        if (fact == null) {
            throw unknown("fact", "事实", type, vocabulary.facts().keySet());
        }
        return fact;
    }

    private Record record(String type, @Nullable Object given) {
        var fact = fact(type);
        var values = new LinkedHashMap<String, @Nullable Object>();
        for (Object source : new Object[] {defaults.get(type), given}) {
            if (source != null) {
                map(source, type).forEach((key, value) -> values.put(String.valueOf(key), value));
            }
        }
        for (String key : values.keySet()) {
            if (!fact.fields().containsKey(key)) {
                throw unknown("field", "字段", key, fact.fields().keySet());
            }
        }
        var components = fact.type().getRecordComponents();
        var types = new Class<?>[components.length];
        var arguments = new @Nullable Object[components.length];
        for (int i = 0; i < components.length; i++) {
            var component = components[i];
            types[i] = component.getType();
            arguments[i] = value(type, component, values.get(component.getName()));
        }
        try {
            var constructor = fact.type().getDeclaredConstructor(types);
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException e) {
            throw new Mistake(
                    "%s refuses these values (%s). Mend them. | %1$s不接受这些值（%2$s），请修改。"
                            .formatted(type, e.getCause().getMessage()));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private @Nullable Object value(
            String type, java.lang.reflect.RecordComponent component, @Nullable Object given) {
        if (given == null) {
            if (component.getType().isPrimitive()) {
                throw new Mistake(
                        "%s.%s must be given, here or under defaults. | %1$s.%2$s必须给出（此处或defaults中）。"
                                .formatted(type, component.getName()));
            }
            return null;
        }
        try {
            return json.convertValue(
                    given, json.getTypeFactory().constructType(component.getGenericType()));
        } catch (IllegalArgumentException e) {
            throw new Mistake(
                    "%s is no value of %s.%s. It is %s. | %1$s不是%2$s.%3$s的有效值，应为%5$s。"
                            .formatted(
                                    given,
                                    type,
                                    component.getName(),
                                    allowed(type, component.getName(), true),
                                    allowed(type, component.getName(), false)));
        }
    }

    private String allowed(String type, String field, boolean english) {
        var known = fact(type).fields().get(field).type();
        var kind = known.kind();
        return known.constants().isEmpty()
                ? english ? kind.english() : kind.chinese()
                : (english ? "one of " : "其中之一：") + String.join(", ", known.constants());
    }

    private static void refuseUnknown(Map<?, ?> map, List<String> known) {
        for (Object key : map.keySet()) {
            if (!known.contains(String.valueOf(key))) {
                throw unknown("key", "键", String.valueOf(key), known);
            }
        }
    }

    private static Mistake unknown(
            String english, String chinese, String wrong, java.util.Collection<String> known) {
        String near = Nearest.to(wrong, known);
        return new Mistake(
                near.isEmpty()
                        ? "There is no %s %s. Known are: %s. | 没有%s%s。可用的有：%3$s。"
                                .formatted(english, wrong, String.join(", ", known), chinese, wrong)
                        : "There is no %s %s. Did you mean %s? | 没有%s%s，是否指%s？"
                                .formatted(english, wrong, near, chinese, wrong, near));
    }

    private static Map<?, ?> map(@Nullable Object node, String what) {
        if (node instanceof Map<?, ?> map) {
            return map;
        }
        throw new Mistake(
                "Expected \"name: value\" pairs in %s. | %1$s中应为“名称: 值”。".formatted(what));
    }

    private static List<?> list(@Nullable Object node, String what) {
        if (node instanceof List<?> list) {
            return list;
        }
        throw new Mistake(
                "Expected a list (\"- …\") under %s. | %1$s下应为列表（“- …”）。".formatted(what));
    }

    private void error(String place, String message) {
        problems.add(Finding.error(file, place, message));
    }

    /** Figures and dates stay as written, and only true and false are yes and no. */
    private static Yaml yaml() {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setMaxAliasesForCollections(0);
        var dump = new DumperOptions();
        return new Yaml(
                new SafeConstructor(options),
                new Representer(dump),
                dump,
                options,
                new Resolver() {
                    @Override
                    protected void addImplicitResolvers() {
                        addImplicitResolver(Tag.BOOL, Pattern.compile("true|false"), "tf");
                        addImplicitResolver(
                                Tag.INT, Pattern.compile("-?[0-9]{1,18}"), "-0123456789");
                        addImplicitResolver(Tag.NULL, Pattern.compile("null|~|"), "~n\0");
                        addImplicitResolver(Tag.NULL, Pattern.compile("^$"), null);
                    }
                });
    }

    /** The examples that could be read. */
    public List<Scenario> scenarios() {
        return List.copyOf(scenarios);
    }

    /** What is wrong with the file, as errors. */
    public List<Finding> problems() {
        return List.copyOf(problems);
    }

    /** The decision that the examples are of. */
    public Decision<?, ?> decision() {
        return decision;
    }
}
