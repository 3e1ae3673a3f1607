package dev.innkeeper.complaint.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.innkeeper.common.Group;
import dev.innkeeper.complaint.facts.Category;
import dev.innkeeper.complaint.facts.Channel;
import dev.innkeeper.complaint.facts.Finding;
import dev.innkeeper.complaint.facts.Harm;
import dev.innkeeper.complaint.facts.Kind;
import dev.innkeeper.complaint.facts.RemedyKind;
import dev.innkeeper.complaint.facts.ServqualDimension;
import dev.innkeeper.complaint.facts.Severity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
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
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimeDate;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaFailedJobRetryTimeCycle;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;
import org.junit.jupiter.api.Test;

/**
 * The diagrams and forms of complaints against the code and the rules of the house. What a diagram
 * names (steps, variables, messages, forms, fields) is there, and nothing is there that no diagram
 * names.
 */
class DiagramLintTest {

    private static final Path FOLDER = Path.of("processes", "complaint");
    private static final Pattern VARIABLE = Pattern.compile("[a-zA-Z]\\w*");
    private static final Pattern STEP =
            Pattern.compile("#\\{complaintSteps\\.(\\w+)\\(execution\\)}");
    private static final Pattern TEXT = Pattern.compile("'[^']*'");
    private static final Set<String> FORM_WORDS =
            Set.of("not", "null", "true", "is", "defined", "and", "or", "for", "line", "in");

    private final Map<String, BpmnModelInstance> diagrams = read();
    private final Map<String, JsonNode> forms = readForms();

    private static Map<String, BpmnModelInstance> read() {
        var found = new TreeMap<String, BpmnModelInstance>();
        files(".bpmn")
                .forEach(
                        file ->
                                found.put(
                                        file.getFileName().toString(),
                                        Bpmn.readModelFromFile(file.toFile())));
        assertThat(found).as("diagrams in " + FOLDER).hasSize(3);
        return found;
    }

    private static Map<String, JsonNode> readForms() {
        var found = new TreeMap<String, JsonNode>();
        var json = new ObjectMapper();
        for (var file : files(".form")) {
            try {
                var form = json.readTree(file.toFile());
                assertThat(file.getFileName()).hasToString(form.path("id").asText() + ".form");
                found.put(form.path("id").asText(), form);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return found;
    }

    private static List<Path> files(String ending) {
        try (var all = Files.list(FOLDER)) {
            return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T extends BaseElement> void each(Class<T> type, Consumer<T> check) {
        var all = all(type);
        assertThat(all).as("elements of the kind " + type.getSimpleName()).isNotEmpty();
        all.forEach(check);
    }

    private <T extends BaseElement> List<T> all(Class<T> type) {
        return diagrams.values().stream()
                .flatMap(diagram -> diagram.getModelElementsByType(type).stream())
                .toList();
    }

    // What the engine executes is there

    @Test
    void everyServiceTaskIsAStepOfItsName() {
        each(
                ServiceTask.class,
                task -> {
                    var step = STEP.matcher(task.getCamundaExpression());
                    assertThat(step.matches()).as(task.getCamundaExpression()).isTrue();
                    assertThat(step.group(1)).isEqualTo(task.getId());
                });
        assertThat(
                        Arrays.stream(ComplaintSteps.class.getDeclaredMethods())
                                .filter(method -> isStep(method))
                                .map(Method::getName))
                .containsExactlyInAnyOrderElementsOf(
                        all(ServiceTask.class).stream().map(BaseElement::getId).toList());
    }

    private static boolean isStep(Method method) {
        return Modifier.isPublic(method.getModifiers())
                && Arrays.equals(
                        method.getParameterTypes(), new Class<?>[] {DelegateExecution.class});
    }

    @Test
    void theModelerOffersExactlyTheSteps() throws IOException {
        var templates =
                new ObjectMapper()
                        .readTree(
                                Path.of(
                                                "processes",
                                                ".camunda",
                                                "element-templates",
                                                "complaint-steps.json")
                                        .toFile());
        var offered = new HashSet<String>();
        for (var template : templates) {
            template.path("properties").forEach(each -> offered.add(each.path("value").asText()));
        }
        assertThat(offered)
                .containsAll(
                        all(ServiceTask.class).stream()
                                .map(ServiceTask::getCamundaExpression)
                                .toList());
        assertThat(templates).hasSameSizeAs(all(ServiceTask.class));
    }

    @Test
    void everyVariableThatADiagramReadsIsWritten() {
        diagrams.forEach(
                (file, diagram) -> {
                    var known = new HashSet<>(ComplaintVariables.OF_THE_CASE.all());
                    known.addAll(
                            Set.of(
                                    CorrectiveActionProcess.ANSWERABLE_GROUP,
                                    CorrectiveActionProcess.STATE_BY,
                                    CorrectiveActionProcess.VERIFY_AT,
                                    CorrectiveActionProcess.EFFECTIVE));
                    assertThat(known).as(file).containsAll(variables(diagram));
                });
        var read =
                diagrams.values().stream()
                        .flatMap(diagram -> variables(diagram).stream())
                        .collect(Collectors.toSet());
        assertThat(read).contains("nextCheckAt", "callbackOutcome", "verifyAt");
    }

    private static Set<String> variables(BpmnModelInstance diagram) {
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
                        .filter(text -> text.startsWith("${"))
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

    @Test
    void everyMessageIsOneThatTheCodeSends() {
        assertThat(all(Message.class).stream().map(Message::getName))
                .containsExactlyInAnyOrder(
                        ComplaintProcess.GUEST_ANSWERED,
                        ComplaintProcess.CLOCK_CHANGED,
                        ComplaintProcess.COMPLAINT_WITHDRAWN,
                        ComplaintProcess.GUEST_MESSAGE_RECEIVED,
                        ComplaintProcess.REGRADE_REQUESTED);
    }

    @Test
    void everyProcessIsNamedInTheCode() {
        assertThat(all(Process.class).stream().map(Process::getId))
                .containsExactlyInAnyOrder(
                        ComplaintProcess.KEY,
                        ComplaintProcess.UPDATE_KEY,
                        CorrectiveActionProcess.KEY);
        diagrams.forEach(
                (file, diagram) ->
                        assertThat(diagram.getModelElementsByType(Process.class))
                                .singleElement()
                                .satisfies(
                                        process ->
                                                assertThat(file)
                                                        .isEqualTo(process.getId() + ".bpmn")));
    }

    @Test
    void everyFixedGroupIsAGroupOfTheHouse() {
        each(
                UserTask.class,
                task -> {
                    if (!task.getCamundaCandidateGroups().startsWith("${")) {
                        assertThat(Group.find(task.getCamundaCandidateGroups())).isPresent();
                    }
                });
    }

    // Forms

    @Test
    void everyUserTaskHasTheFormOfItsNameAndEveryFormIsUsed() {
        var used = new TreeSet<String>();
        each(
                UserTask.class,
                task -> {
                    assertThat(task.getCamundaFormRef()).isEqualTo(kebab(task.getId()));
                    assertThat(task.getCamundaFormRefBinding()).isEqualTo("deployment");
                    used.add(task.getCamundaFormRef());
                });
        all(StartEvent.class).stream()
                .filter(start -> start.getCamundaFormRef() != null)
                .forEach(start -> used.add(start.getCamundaFormRef()));
        assertThat(forms.keySet()).isEqualTo(used);
    }

    private static String kebab(String id) {
        return id.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    @Test
    void everyFieldOfATaskIsTakenByTheCode() {
        var complaint = new ComplaintTasks(null, null, null, null);
        var corrective = new CorrectiveActionProcess(null, null, null, null);
        each(
                UserTask.class,
                task -> {
                    var taken = new TreeSet<>(complaint.asked(task.getId()));
                    taken.addAll(corrective.asked(task.getId()));
                    var fields = new TreeSet<String>();
                    components(forms.get(task.getCamundaFormRef())).stream()
                            .filter(field -> field.has("key"))
                            .filter(field -> !field.path("readonly").asBoolean())
                            .forEach(field -> fields.add(field.path("key").asText()));
                    assertThat(fields).as(task.getId()).isEqualTo(taken);
                });
    }

    @Test
    void everyWordOfAFormIsThereInBothLanguages() {
        forms.forEach((id, form) -> bothLanguages(id, form));
    }

    private static void bothLanguages(String where, JsonNode node) {
        if (node.isObject()) {
            for (var key : List.of("label", "text", "description", "dateLabel", "timeLabel")) {
                if (node.has(key)) {
                    assertThat(node.path(key + ".zh").asText())
                            .as(where + ": Chinese of " + node.path(key).asText())
                            .containsPattern("\\p{IsHan}|Zh}}");
                }
            }
        }
        node.forEach(child -> bothLanguages(where, child));
    }

    @Test
    void everyChoiceIsAValueOfTheCode() {
        var known = new HashMap<String, Set<String>>();
        known.put("kind", names(Kind.values()));
        known.put("channel", names(Channel.values()));
        known.put("category", names(Category.values()));
        known.put("harm", names(Harm.values()));
        known.put("dimension", names(ServqualDimension.values()));
        known.put("severity", names(Severity.values()));
        known.put("finding", names(Finding.values()));
        forms.forEach(
                (id, form) ->
                        components(form).stream()
                                .filter(field -> known.containsKey(field.path("key").asText()))
                                .forEach(
                                        field ->
                                                assertThat(values(field))
                                                        .as(id + " " + field.path("key"))
                                                        .isEqualTo(
                                                                known.get(
                                                                        field.path("key")
                                                                                .asText()))));
        assertThat(values(field("investigate-complaint", "answerable")))
                .allSatisfy(id -> assertThat(Group.find(id)).isPresent());
        for (var kind : RemedyKind.values()) {
            assertThat(field("investigate-complaint", ComplaintTasks.field(kind))).isNotNull();
        }
    }

    private JsonNode field(String form, String key) {
        return components(forms.get(form)).stream()
                .filter(field -> field.path("key").asText().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> values(JsonNode field) {
        var values = new HashSet<String>();
        field.path("values").forEach(option -> values.add(option.path("value").asText()));
        return values;
    }

    private static Set<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).collect(Collectors.toSet());
    }

    private static List<JsonNode> components(JsonNode form) {
        var all = new ArrayList<JsonNode>();
        form.path("components")
                .forEach(
                        component -> {
                            all.add(component);
                            all.addAll(components(component));
                        });
        return all;
    }

    @Test
    void everyConditionOfAFormReadsAFieldOrAText() {
        var shown =
                Set.of(
                        "guestMessages",
                        "reasons",
                        "history",
                        "soFar",
                        "rejected",
                        "proposal",
                        "verdict");
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
                            var word = words.group();
                            assertThat(
                                            FORM_WORDS.contains(word)
                                                    || keys.contains(word)
                                                    || shown.contains(word))
                                    .as(id + ": " + hide)
                                    .isTrue();
                        }
                    }
                });
    }

    // How a diagram of this house is drawn

    @Test
    void everyElementHasADeliberateIdAndANameInBothLanguages() {
        var ids = new HashSet<String>();
        each(
                FlowElement.class,
                element -> {
                    assertThat(element.getId()).matches("[a-z][a-zA-Z]+");
                    assertThat(ids.add(element.getId())).as(element.getId()).isTrue();
                });
        each(
                FlowNode.class,
                node -> {
                    if (needsName(node)) {
                        assertThat(node.getName()).as(node.getId()).isNotBlank();
                        assertThat(chinese(node)).as(node.getId()).containsPattern("\\p{IsHan}");
                    }
                });
        each(Process.class, process -> assertThat(chinese(process)).isNotBlank());
    }

    private static boolean needsName(FlowNode node) {
        return !(node instanceof Gateway)
                || node instanceof ExclusiveGateway && node.getOutgoing().size() > 1;
    }

    private static String chinese(BaseElement element) {
        return element
                .getExtensionElements()
                .getElementsQuery()
                .filterByType(CamundaProperties.class)
                .list()
                .stream()
                .flatMap(properties -> properties.getCamundaProperties().stream())
                .filter(property -> "name.zh".equals(property.getCamundaName()))
                .map(property -> property.getCamundaValue())
                .findFirst()
                .orElse("");
    }

    @Test
    void aGatewayAsksAndItsFlowsAnswer() {
        each(
                ExclusiveGateway.class,
                gateway -> {
                    if (gateway.getOutgoing().size() < 2) {
                        return;
                    }
                    assertThat(gateway.getName()).endsWith("?");
                    assertThat(gateway.getIncoming()).as(gateway.getId()).hasSize(1);
                    assertThat(gateway.getDefault()).as(gateway.getId()).isNotNull();
                    gateway.getOutgoing()
                            .forEach(
                                    flow -> {
                                        assertThat(flow.getName()).isNotBlank();
                                        assertThat(flow.getConditionExpression() == null)
                                                .as(flow.getId())
                                                .isEqualTo(flow.equals(gateway.getDefault()));
                                    });
                });
    }

    @Test
    void everyElementIsReachedAndOnlyEndsLeadNowhere() {
        for (var diagram : diagrams.values()) {
            var flows = diagram.getModelElementsByType(SequenceFlow.class);
            var nodes = ids(diagram, FlowNode.class);
            nodes.removeAll(ids(diagram, SubProcess.class));
            var onwards = new HashMap<String, Set<String>>();
            for (var flow : flows) {
                var from = flow.getSource().getId();
                onwards.computeIfAbsent(from, id -> new HashSet<>()).add(flow.getTarget().getId());
            }
            assertThat(closure(ids(diagram, StartEvent.class), onwards)).isEqualTo(nodes);
            nodes.removeAll(ids(diagram, EndEvent.class));
            assertThat(onwards.keySet()).isEqualTo(nodes);
        }
    }

    private static Set<String> ids(BpmnModelInstance diagram, Class<? extends FlowNode> type) {
        return diagram.getModelElementsByType(type).stream()
                .map(BaseElement::getId)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> closure(Set<String> from, Map<String, Set<String>> next) {
        var seen = new TreeSet<>(from);
        var open = new ArrayDeque<>(from);
        while (!open.isEmpty()) {
            for (var node : next.getOrDefault(open.remove(), Set.of())) {
                if (seen.add(node)) {
                    open.add(node);
                }
            }
        }
        return seen;
    }

    @Test
    void timersWaitForADateAndAreTriedAgainMoreAndMoreSlowly() {
        each(
                TimerEventDefinition.class,
                timer -> {
                    assertThat(timer.getTimeDate()).isNotNull();
                    assertThat(timer.getTimeDate().getTextContent()).matches("\\$\\{\\w+}");
                });
        each(
                FlowNode.class,
                node -> {
                    var timer =
                            node instanceof IntermediateCatchEvent event
                                    && event.getEventDefinitions().stream()
                                            .anyMatch(TimerEventDefinition.class::isInstance);
                    assertThat(retryCycle(node).contains(","))
                            .as(node.getId())
                            .isEqualTo(timer || node.isCamundaAsyncBefore());
                });
    }

    private static String retryCycle(FlowNode node) {
        return node.getExtensionElements() == null
                ? ""
                : node
                        .getExtensionElements()
                        .getElementsQuery()
                        .filterByType(CamundaFailedJobRetryTimeCycle.class)
                        .list()
                        .stream()
                        .map(cycle -> cycle.getTextContent())
                        .findFirst()
                        .orElse("");
    }

    @Test
    void whatIsOddIsExplained() {
        each(
                FlowNode.class,
                node -> {
                    if (node.isCamundaAsyncBefore()) {
                        assertThat(node.getDocumentations()).as(node.getId()).isNotEmpty();
                    }
                });
        each(
                Process.class,
                process -> {
                    assertThat(process.getDocumentations()).isNotEmpty();
                    assertThat(process.getCamundaHistoryTimeToLiveString()).matches("P\\d+D");
                    assertThat(process.isExecutable()).isTrue();
                });
    }

    // How it looks

    @Test
    void nothingOverlapsAndNoFlowsCross() {
        diagrams.forEach(
                (file, diagram) -> {
                    var boxes =
                            diagram.getModelElementsByType(BpmnShape.class).stream()
                                    .filter(
                                            shape ->
                                                    !(shape.getBpmnElement() instanceof SubProcess))
                                    .toList();
                    for (var one = 0; one < boxes.size(); one++) {
                        for (var other = one + 1; other < boxes.size(); other++) {
                            assertThat(
                                            overlap(
                                                    boxes.get(one).getBounds(),
                                                    boxes.get(other).getBounds()))
                                    .as(
                                            "%s: %s and %s",
                                            file, boxes.get(one).getId(), boxes.get(other).getId())
                                    .isFalse();
                        }
                    }
                    noCrossing(file, diagram.getModelElementsByType(BpmnEdge.class));
                });
    }

    private static boolean overlap(Bounds one, Bounds other) {
        return one.getX() < other.getX() + other.getWidth()
                && other.getX() < one.getX() + one.getWidth()
                && one.getY() < other.getY() + other.getHeight()
                && other.getY() < one.getY() + one.getHeight();
    }

    private record Line(double x1, double y1, double x2, double y2) {

        private boolean isHorizontal() {
            return y1 == y2;
        }
    }

    private static void noCrossing(String file, Collection<BpmnEdge> edges) {
        var lines = new HashMap<String, List<Line>>();
        for (var edge : edges) {
            var points = new ArrayList<>(edge.getWaypoints());
            var parts = new ArrayList<Line>();
            for (var n = 1; n < points.size(); n++) {
                var line = line(points.get(n - 1), points.get(n));
                assertThat(line.x1 == line.x2 || line.y1 == line.y2)
                        .as(file + ": " + edge.getId() + " is straight")
                        .isTrue();
                parts.add(line);
            }
            lines.put(edge.getId(), parts);
        }
        lines.forEach(
                (one, parts) ->
                        lines.forEach(
                                (other, others) -> {
                                    if (!one.equals(other)) {
                                        for (var part : parts) {
                                            assertThat(others)
                                                    .as("%s: %s and %s", file, one, other)
                                                    .noneMatch(line -> crossing(part, line));
                                        }
                                    }
                                }));
    }

    private static boolean crossing(Line one, Line other) {
        if (one.isHorizontal() == other.isHorizontal()) {
            return false;
        }
        var across = one.isHorizontal() ? one : other;
        var down = one.isHorizontal() ? other : one;
        return down.x1 > Math.min(across.x1, across.x2)
                && down.x1 < Math.max(across.x1, across.x2)
                && across.y1 > Math.min(down.y1, down.y2)
                && across.y1 < Math.max(down.y1, down.y2);
    }

    private static Line line(Waypoint from, Waypoint to) {
        return new Line(from.getX(), from.getY(), to.getX(), to.getY());
    }

    @Test
    void everyDiagramHasItsPictures() {
        for (var file : diagrams.keySet()) {
            for (var ending : List.of(".png", ".svg")) {
                assertThat(Path.of("docs", "diagrams", file.replace(".bpmn", ending))).exists();
            }
        }
    }
}
