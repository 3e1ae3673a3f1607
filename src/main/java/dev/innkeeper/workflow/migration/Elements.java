package dev.innkeeper.workflow.migration;

import dev.innkeeper.workflow.ChineseNames;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;

/** The elements of a version of a process at which a case can stand, by id. */
final class Elements {

    private final Map<String, FlowNode> all = new TreeMap<>();

    Elements(RepositoryService repository, String definitionId) {
        repository
                .getBpmnModelInstance(definitionId)
                .getModelElementsByType(FlowNode.class)
                .forEach(node -> all.put(node.getId(), node));
    }

    /** The ids of every element. */
    Set<String> ids() {
        return all.keySet();
    }

    /** The ids of tasks, of waiting events and of the gateways at which cases wait for one. */
    Set<String> places() {
        var places = new TreeSet<String>();
        all.forEach(
                (id, node) -> {
                    if (node instanceof Activity
                            || node instanceof CatchEvent
                            || node instanceof EventBasedGateway) {
                        places.add(id);
                    }
                });
        return places;
    }

    /** The kind of an element as diagrams call it, such as {@code userTask}; empty for none. */
    String kind(String id) {
        var node = all.get(id);
        return node == null ? "" : node.getElementType().getTypeName();
    }

    /**
     * The name of an element, {@code English | 中文} where the diagram has both, or its id where it
     * has none.
     */
    String name(String id) {
        var node = all.get(id);
        if (node == null || node.getName() == null || node.getName().isBlank()) {
            return id;
        }
        var name = node.getName().strip();
        return ChineseNames.nameOf(node).map(chinese -> name + " | " + chinese).orElse(name);
    }

    /** Whether an element waits for a message. */
    boolean awaitsMessage(String id) {
        var node = all.get(id);
        return node instanceof ReceiveTask
                || node instanceof CatchEvent event
                        && event.getEventDefinitions().stream()
                                .anyMatch(MessageEventDefinition.class::isInstance);
    }
}
