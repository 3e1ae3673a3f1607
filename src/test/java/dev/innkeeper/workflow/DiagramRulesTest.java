package dev.innkeeper.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.innkeeper.common.Group;
import dev.innkeeper.support.DiagramFolder;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaFailedJobRetryTimeCycle;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;
import org.junit.jupiter.api.Test;

/** Every diagram and form of the house against the rules by which they are drawn. */
class DiagramRulesTest {

    private static final Pattern STEP = Pattern.compile("#\\{(\\w+)Steps\\.(\\w+)\\(execution\\)}");

    private final Map<String, BpmnModelInstance> diagrams = new TreeMap<>();
    private final Map<String, JsonNode> forms = new TreeMap<>();

    DiagramRulesTest() {
        DiagramFolder.all()
                .forEach(
                        folder -> {
                            diagrams.putAll(folder.diagrams());
                            forms.putAll(folder.forms());
                        });
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
                    assertThat(step.group(2)).isEqualTo(task.getId());
                });
    }

    @Test
    void everyFixedGroupIsAGroupOfTheHouse() {
        each(
                UserTask.class,
                task -> {
                    var groups = task.getCamundaCandidateGroups();
                    assertThat(groups).as(task.getId()).isNotBlank();
                    if (!groups.startsWith("${")) {
                        assertThat(groups.split(","))
                                .allSatisfy(id -> assertThat(Group.find(id)).isPresent());
                    }
                });
    }

    @Test
    void everyUserTaskHasTheFormOfItsNameAndEveryFormIsUsed() {
        var used = new TreeSet<String>();
        each(
                UserTask.class,
                task -> {
                    assertThat(task.getCamundaFormRef())
                            .isEqualTo(DiagramFolder.kebab(task.getId()));
                    assertThat(task.getCamundaFormRefBinding()).isEqualTo("deployment");
                    used.add(task.getCamundaFormRef());
                });
        all(StartEvent.class).stream()
                .filter(start -> start.getCamundaFormRef() != null)
                .forEach(start -> used.add(start.getCamundaFormRef()));
        assertThat(forms.keySet()).isEqualTo(used);
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
    void everyElementHasADeliberateIdAndANameInBothLanguages() {
        for (var diagram : diagrams.values()) {
            assertThat(diagram.getModelElementsByType(FlowElement.class))
                    .extracting(BaseElement::getId)
                    .doesNotHaveDuplicates()
                    .allSatisfy(id -> assertThat(id).matches("[a-z][a-zA-Z]+"));
        }
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
            var nodes = ids(diagram, FlowNode.class);
            var onwards = new HashMap<String, Set<String>>();
            diagram.getModelElementsByType(SequenceFlow.class)
                    .forEach(flow -> lead(onwards, flow.getSource(), flow.getTarget()));
            diagram.getModelElementsByType(BoundaryEvent.class)
                    .forEach(event -> lead(onwards, event.getAttachedTo(), event));
            var begins = new TreeSet<String>();
            for (var start : diagram.getModelElementsByType(StartEvent.class)) {
                if (start.getParentElement() instanceof SubProcess within) {
                    lead(onwards, within, start);
                } else {
                    begins.add(start.getId());
                }
            }
            diagram.getModelElementsByType(SubProcess.class).stream()
                    .filter(SubProcess::triggeredByEvent)
                    .forEach(byEvent -> begins.add(byEvent.getId()));
            assertThat(closure(begins, onwards)).isEqualTo(nodes);
            nodes.removeAll(ids(diagram, EndEvent.class));
            assertThat(onwards.keySet()).isEqualTo(nodes);
        }
    }

    private static void lead(Map<String, Set<String>> onwards, FlowNode from, FlowNode to) {
        onwards.computeIfAbsent(from.getId(), id -> new HashSet<>()).add(to.getId());
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
                            node instanceof CatchEvent event
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
                                                    !(shape.getBpmnElement() instanceof SubProcess
                                                            || shape.getBpmnElement()
                                                                    instanceof BoundaryEvent))
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
