package dev.innkeeper.workflow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;

/** The flows of a diagram as the engine follows them, by where they begin and where they end. */
final class Flows {

    private final Map<FlowNode, List<SequenceFlow>> from = new HashMap<>();
    private final Map<FlowNode, List<SequenceFlow>> to = new HashMap<>();

    Flows(BpmnModelInstance diagram) {
        for (var flow : diagram.getModelElementsByType(SequenceFlow.class)) {
            if (flow.getSource() != null && flow.getTarget() != null) {
                from.computeIfAbsent(flow.getSource(), key -> new ArrayList<>()).add(flow);
                to.computeIfAbsent(flow.getTarget(), key -> new ArrayList<>()).add(flow);
            }
        }
    }

    /** The flows that begin at an element. */
    List<SequenceFlow> from(FlowNode node) {
        return from.getOrDefault(node, List.of());
    }

    /** The flows that end at an element. */
    List<SequenceFlow> to(FlowNode node) {
        return to.getOrDefault(node, List.of());
    }
}
