package dev.innkeeper.workflow;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.SendTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/**
 * Whether the variables that a diagram reads were written before, on every way that leads there.
 * The engine finds out only when a case comes by, and then that case stands still.
 */
final class VariableFlow {

    /** Names that are no variables, or that the engine itself writes. */
    private static final Set<String> OF_THE_ENGINE =
            Set.of(
                    "execution",
                    "task",
                    "authenticatedUserId",
                    "loopCounter",
                    "nrOfInstances",
                    "nrOfActiveInstances",
                    "nrOfCompletedInstances");

    private final BpmnModelInstance diagram;
    private final DiagramSource source;
    private final ProcessContract contract;
    private final DiagramNotes notes;
    private final Collection<FlowNode> nodes;
    private final Set<String> knownSteps;
    private final Flows flows;
    private final Map<FlowNode, Set<String>> before = new HashMap<>();
    private final Map<FlowNode, Set<String>> writes = new HashMap<>();

    VariableFlow(
            BpmnModelInstance diagram,
            DiagramSource source,
            ProcessContract contract,
            Set<String> knownSteps,
            DiagramNotes notes) {
        this.diagram = diagram;
        this.source = source;
        this.contract = contract;
        this.knownSteps = knownSteps;
        this.flows = new Flows(diagram);
        this.notes = notes;
        this.nodes = diagram.getModelElementsByType(FlowNode.class);
    }

    void check() {
        nodes.forEach(node -> writes.put(node, new HashSet<>(assigned(node))));
        var called = calledSteps();
        for (var node : nodes) {
            if (node instanceof ServiceTask || node instanceof SendTask) {
                var steps = called.getOrDefault(node, Set.of());
                // Of a step that is not there nobody knows what it would write.
                writes.get(node)
                        .addAll(
                                knownSteps.containsAll(steps) && !steps.isEmpty()
                                        ? writtenBy(steps)
                                        : contract.variables());
            } else {
                writes.get(node).addAll(writtenBy(called.getOrDefault(node, Set.of())));
            }
        }
        diagram.getModelElementsByType(UserTask.class)
                .forEach(
                        task ->
                                writes.get(task)
                                        .addAll(
                                                contract.tasks()
                                                        .getOrDefault(task.getId(), Set.of())));
        settle();
        source.expressions().forEach(this::read);
    }

    private Set<String> assigned(FlowElement element) {
        return source.assigned().getOrDefault(element.getId(), Set.of());
    }

    private Map<FlowElement, Set<String>> calledSteps() {
        var called = new HashMap<FlowElement, Set<String>>();
        for (var written : source.expressions()) {
            owner(written)
                    .ifPresent(
                            element ->
                                    called.computeIfAbsent(element, key -> new HashSet<>())
                                            .addAll(new ExpressionNames(written.text()).steps()));
        }
        return called;
    }

    private Set<String> writtenBy(Set<String> steps) {
        return steps.stream()
                .flatMap(step -> contract.steps().getOrDefault(step, Set.of()).stream())
                .collect(Collectors.toSet());
    }

    /** The element of the flow in which an expression stands. */
    private Optional<FlowElement> owner(DiagramSource.Written written) {
        return written.owners().stream()
                .map(id -> diagram.<ModelElementInstance>getModelElementById(id))
                .filter(FlowElement.class::isInstance)
                .map(FlowElement.class::cast)
                .findFirst();
    }

    /** Takes away what is not written on every way until nothing changes. */
    private void settle() {
        var everything = new HashSet<>(contract.variables());
        writes.values().forEach(everything::addAll);
        nodes.forEach(node -> before.put(node, everything));
        var changed = true;
        while (changed) {
            changed = false;
            for (var node : nodes) {
                var now = entering(node);
                changed |= !now.equals(before.put(node, now));
            }
        }
    }

    private Set<String> entering(FlowNode node) {
        if (node instanceof BoundaryEvent event && event.getAttachedTo() != null) {
            return before.get(event.getAttachedTo());
        }
        if (node instanceof StartEvent && node.getParentElement() instanceof SubProcess within) {
            return before.get(within);
        }
        if (node instanceof SubProcess within && within.triggeredByEvent()) {
            return common(waiting(within));
        }
        var ways = flows.to(node).stream().map(SequenceFlow::getSource).map(this::leaving).toList();
        if (node instanceof ParallelGateway) {
            var all = new HashSet<>(contract.given());
            ways.forEach(all::addAll);
            return all;
        }
        return common(ways);
    }

    private Set<String> leaving(FlowNode node) {
        var after = new HashSet<>(before.get(node));
        after.addAll(writes.get(node));
        if (node instanceof SubProcess within) {
            after.addAll(
                    common(
                            inside(within)
                                    .filter(EndEvent.class::isInstance)
                                    .filter(end -> end.getParentElement().equals(within))
                                    .map(before::get)
                                    .toList()));
        }
        return after;
    }

    /** An event may come while the case waits anywhere around it. */
    private List<Set<String>> waiting(SubProcess byEvent) {
        var own = inside(byEvent).toList();
        var around = byEvent.getParentElement();
        return nodes.stream()
                .filter(node -> !own.contains(node) && !node.equals(byEvent))
                .filter(node -> around instanceof Process || isInside(node, around))
                .filter(VariableFlow::waits)
                .map(before::get)
                .toList();
    }

    private static boolean waits(FlowNode node) {
        return node instanceof UserTask
                || node instanceof ReceiveTask
                || node instanceof EventBasedGateway
                || node instanceof CatchEvent
                        && !(node instanceof StartEvent)
                        && !(node instanceof BoundaryEvent)
                || node.isCamundaAsyncBefore();
    }

    private Stream<FlowNode> inside(SubProcess scope) {
        return nodes.stream().filter(node -> isInside(node, scope));
    }

    private static boolean isInside(FlowNode node, ModelElementInstance scope) {
        for (var outer = node.getParentElement(); outer != null; outer = outer.getParentElement()) {
            if (outer.equals(scope)) {
                return true;
            }
        }
        return false;
    }

    private Set<String> common(List<Set<String>> ways) {
        if (ways.isEmpty()) {
            return contract.given();
        }
        var common = new HashSet<>(ways.get(0));
        ways.forEach(common::retainAll);
        return common;
    }

    private void read(DiagramSource.Written written) {
        var owner = owner(written);
        if (owner.isEmpty()) {
            return;
        }
        var there = new HashSet<String>(OF_THE_ENGINE);
        there.addAll(assigned(owner.get()));
        if (owner.get() instanceof SequenceFlow flow) {
            there.addAll(leaving(flow.getSource()));
        } else {
            there.addAll(before.get((FlowNode) owner.get()));
        }
        for (var variable : new ExpressionNames(written.text()).variables()) {
            if (!there.contains(variable)) {
                report(owner.get(), variable);
            }
        }
    }

    private void report(FlowElement reader, String variable) {
        var known = new TreeSet<>(contract.variables());
        if (!known.contains(variable)) {
            notes.error(
                    reader,
                    "%1$s reads %2$s, which nothing in this process writes.%3$s | %1$s 读取了"
                            + " %2$s，但本流程中没有任何步骤写入它。%4$s",
                    reader.getId(),
                    variable,
                    Suggestion.english(variable, known),
                    Suggestion.chinese(variable, known));
            return;
        }
        var writers = new TreeSet<>(contract.writersOf(variable));
        writers.remove(reader.getId());
        notes.error(
                reader,
                "%1$s reads %2$s, which is not written on every way that leads there. It is written"
                        + " by: %3$s. Lead every way through one of them first. | %1$s 读取了"
                        + " %2$s，但并非每条通向它的路径都写入了该变量。写入它的有：%3$s。请让每条路径先经过其中之一。",
                reader.getId(),
                variable,
                Suggestion.some(writers));
    }
}
