package dev.innkeeper.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.innkeeper.support.DiagramFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;
import org.junit.jupiter.api.Test;

/**
 * How the diagrams of the house look. What they say is checked where every edited diagram is, by
 * {@link DiagramReview}.
 */
class DiagramRulesTest {

    private final Map<String, BpmnModelInstance> diagrams = new TreeMap<>();

    DiagramRulesTest() {
        DiagramFolder.all().forEach(folder -> diagrams.putAll(folder.diagrams()));
        assertThat(diagrams).isNotEmpty();
    }

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
