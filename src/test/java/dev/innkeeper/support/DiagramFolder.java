package dev.innkeeper.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.TimeDate;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** The diagrams and forms of a folder below {@code processes}. */
public final class DiagramFolder {

    private static final Path PROCESSES = Path.of("processes");
    private static final Pattern VARIABLE = Pattern.compile("[a-zA-Z]\\w*");
    private static final Pattern TEXT = Pattern.compile("'[^']*'");
    private static final Set<String> FORM_WORDS =
            Set.of("not", "null", "true", "is", "defined", "and", "or", "for", "line", "in");

    private final Path folder;
    private final Map<String, BpmnModelInstance> diagrams = new TreeMap<>();
    private final Map<String, JsonNode> forms = new TreeMap<>();

    /** Reads a folder. */
    public DiagramFolder(String name) {
        folder = PROCESSES.resolve(name);
        var json = new ObjectMapper();
        for (var file : files(folder, ".bpmn")) {
            diagrams.put(file.getFileName().toString(), Bpmn.readModelFromFile(file.toFile()));
        }
        assertThat(diagrams).as("diagrams in " + folder).isNotEmpty();
        for (var file : files(folder, ".form")) {
            try {
                var form = json.readTree(file.toFile());
                assertThat(file.getFileName()).hasToString(form.path("id").asText() + ".form");
                forms.put(form.path("id").asText(), form);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Every folder. */
    public static List<DiagramFolder> all() {
        try (var folders = Files.list(PROCESSES)) {
            var found =
                    folders.filter(Files::isDirectory)
                            .map(path -> path.getFileName().toString())
                            .filter(name -> !name.startsWith("."))
                            .sorted()
                            .map(DiagramFolder::new)
                            .toList();
            assertThat(found).isNotEmpty();
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return folder.toString();
    }

    private static List<Path> files(Path folder, String ending) {
        try (var all = Files.list(folder)) {
            return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The diagrams by file. */
    public Map<String, BpmnModelInstance> diagrams() {
        return diagrams;
    }

    /** The forms by id. */
    public Map<String, JsonNode> forms() {
        return forms;
    }

    /** Checks every element of a kind; there has to be one. */
    public <T extends BaseElement> void each(Class<T> type, Consumer<T> check) {
        var all = all(type);
        assertThat(all).as("elements of the kind " + type.getSimpleName()).isNotEmpty();
        all.forEach(check);
    }

    /** The ids of the processes. */
    public List<String> processes() {
        return all(Process.class).stream().map(Process::getId).toList();
    }

    /** Every element of a kind. */
    public <T extends BaseElement> List<T> all(Class<T> type) {
        return diagrams.values().stream()
                .flatMap(diagram -> diagram.getModelElementsByType(type).stream())
                .toList();
    }

    /** The ids of the service tasks that call a bean. */
    public Set<String> steps(String bean) {
        return all(ServiceTask.class).stream()
                .filter(task -> task.getCamundaExpression().startsWith("#{" + bean + "."))
                .map(BaseElement::getId)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What the service tasks call. */
    public List<String> expressions() {
        return all(ServiceTask.class).stream().map(ServiceTask::getCamundaExpression).toList();
    }

    /** The methods of a class that a diagram may call as steps. */
    public static Set<String> stepsOf(Class<?> bean) {
        return Arrays.stream(bean.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .filter(
                        method ->
                                Arrays.equals(
                                        method.getParameterTypes(),
                                        new Class<?>[] {DelegateExecution.class}))
                .map(Method::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What the modeler offers for service tasks. */
    public static List<String> offered(String templates) throws IOException {
        var offered = new ArrayList<String>();
        new ObjectMapper()
                .readTree(PROCESSES.resolve(".camunda/element-templates/" + templates).toFile())
                .forEach(
                        template ->
                                template.path("properties")
                                        .forEach(
                                                property -> {
                                                    var value = property.path("value").asText();
                                                    if (value.startsWith("#{")) {
                                                        offered.add(value);
                                                    }
                                                }));
        return offered;
    }

    /** The variables that the gateways, timers and tasks of a diagram read. */
    public static Set<String> variables(BpmnModelInstance diagram) {
        var expressions =
                Stream.of(
                                diagram.getModelElementsByType(SequenceFlow.class).stream()
                                        .filter(flow -> flow.getConditionExpression() != null)
                                        .map(
                                                flow ->
                                                        flow.getConditionExpression()
                                                                .getTextContent()),
                                diagram.getModelElementsByType(TimeDate.class).stream()
                                        .map(date -> date.getTextContent()),
                                diagram.getModelElementsByType(UserTask.class).stream()
                                        .flatMap(
                                                task ->
                                                        Stream.of(
                                                                task.getCamundaCandidateGroups(),
                                                                task.getCamundaDueDate(),
                                                                task.getCamundaPriority())))
                        .flatMap(all -> all)
                        .filter(text -> text != null && text.startsWith("${"))
                        .map(text -> TEXT.matcher(text).replaceAll(""))
                        .toList();
        var names = new TreeSet<String>();
        for (var expression : expressions) {
            var matcher = VARIABLE.matcher(expression);
            while (matcher.find()) {
                names.add(matcher.group());
            }
        }
        return names;
    }

    /** Every component of a form, also those within groups. */
    public static List<JsonNode> components(JsonNode form) {
        var all = new ArrayList<JsonNode>();
        form.path("components")
                .forEach(
                        component -> {
                            all.add(component);
                            all.addAll(components(component));
                        });
        return all;
    }

    /** The names of what a form lets people answer. */
    public Set<String> answers(String form) {
        return components(forms.get(form)).stream()
                .filter(field -> field.has("key"))
                .filter(field -> !field.path("readonly").asBoolean())
                .map(field -> field.path("key").asText())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The component of a form with this key. */
    public JsonNode field(String form, String key) {
        return components(forms.get(form)).stream()
                .filter(field -> field.path("key").asText().equals(key))
                .findFirst()
                .orElseThrow();
    }

    /** What may be chosen in a component. */
    public static Set<String> values(JsonNode field) {
        var values = new HashSet<String>();
        field.path("values").forEach(option -> values.add(option.path("value").asText()));
        return values;
    }

    /** Checks that wherever a field of this key offers choices, they are these. */
    public void choices(String key, Enum<?>[] known, String... more) {
        var expected =
                Stream.concat(Arrays.stream(known).map(Enum::name), Stream.of(more))
                        .collect(Collectors.toSet());
        forms.forEach(
                (id, form) ->
                        components(form).stream()
                                .filter(field -> field.path("key").asText().equals(key))
                                .filter(field -> field.has("values"))
                                .forEach(
                                        field ->
                                                assertThat(values(field))
                                                        .as(id + " " + key)
                                                        .isEqualTo(expected)));
    }

    /** What the conditions of the forms read beside their own fields. */
    public Set<String> shownTexts() {
        var shown = new TreeSet<String>();
        forms.forEach(
                (id, form) -> {
                    var keys =
                            components(form).stream()
                                    .map(field -> field.path("key").asText())
                                    .collect(Collectors.toSet());
                    for (var component : components(form)) {
                        var hide = component.path("conditional").path("hide").asText();
                        var words = VARIABLE.matcher(hide.replaceAll("\"[^\"]*\"", ""));
                        while (words.find()) {
                            if (!FORM_WORDS.contains(words.group())
                                    && !keys.contains(words.group())) {
                                shown.add(words.group());
                            }
                        }
                    }
                });
        return shown;
    }

    /** The file of a form for a task of this id. */
    public static String kebab(String id) {
        return id.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
