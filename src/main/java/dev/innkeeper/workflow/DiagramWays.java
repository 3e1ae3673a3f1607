package dev.innkeeper.workflow;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.jspecify.annotations.Nullable;

/**
 * The ways through a diagram: every element is reached, only ends lead nowhere, and a gateway has
 * an answer for every case.
 */
final class DiagramWays {

    private final BpmnModelInstance diagram;
    private final Flows flows;
    private final DiagramNotes notes;

    DiagramWays(BpmnModelInstance diagram, DiagramNotes notes) {
        this.diagram = diagram;
        this.flows = new Flows(diagram);
        this.notes = notes;
    }

    void check() {
        reached();
        diagram.getModelElementsByType(FlowNode.class).forEach(this::onwards);
        diagram.getModelElementsByType(ExclusiveGateway.class)
                .forEach(gateway -> asks(gateway, gateway.getDefault()));
        diagram.getModelElementsByType(InclusiveGateway.class)
                .forEach(gateway -> asks(gateway, gateway.getDefault()));
    }

    private void reached() {
        var next = new HashMap<FlowNode, Set<FlowNode>>();
        for (var node : diagram.getModelElementsByType(FlowNode.class)) {
            flows.from(node).forEach(flow -> lead(next, node, flow.getTarget()));
        }
        for (var event : diagram.getModelElementsByType(BoundaryEvent.class)) {
            if (event.getAttachedTo() != null) {
                lead(next, event.getAttachedTo(), event);
            }
        }
        var begins = new HashSet<FlowNode>();
        for (var start : diagram.getModelElementsByType(StartEvent.class)) {
            if (start.getParentElement() instanceof SubProcess within) {
                lead(next, within, start);
            } else {
                begins.add(start);
            }
        }
        diagram.getModelElementsByType(SubProcess.class).stream()
                .filter(SubProcess::triggeredByEvent)
                .forEach(begins::add);
        var reached = closure(begins, next);
        for (var node : diagram.getModelElementsByType(FlowNode.class)) {
            if (!reached.contains(node)) {
                notes.error(
                        node,
                        "No way leads to %1$s; lead one there, or take it out. | 没有路径通向"
                                + " %1$s；请连接，或将其删除。",
                        node.getId());
            }
        }
    }

    private static void lead(Map<FlowNode, Set<FlowNode>> next, FlowNode from, FlowNode to) {
        next.computeIfAbsent(from, key -> new HashSet<>()).add(to);
    }

    private static Set<FlowNode> closure(
            Collection<FlowNode> from, Map<FlowNode, Set<FlowNode>> next) {
        var seen = new HashSet<>(from);
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

    private void onwards(FlowNode node) {
        var isByEvent = node instanceof SubProcess within && within.triggeredByEvent();
        if (flows.from(node).isEmpty() && !(node instanceof EndEvent) && !isByEvent) {
            notes.error(
                    node,
                    "Nothing follows %1$s, so a case would stop there without an end; lead it on,"
                            + " or to an end event. | %1$s 之后没有任何步骤，案件会停在那里而没有结束；请继续连接，或连到结束事件。",
                    node.getId());
        }
        if (node instanceof Activity && flows.from(node).size() > 1) {
            notes.warning(
                    node,
                    "Several flows leave %1$s, and a case would take all of them at once; put a"
                            + " gateway behind it. | %1$s 有多条流出线，案件会同时走所有路径；请在其后放置网关。",
                    node.getId());
        }
    }

    private void asks(Gateway gateway, @Nullable SequenceFlow otherwise) {
        if (flows.from(gateway).size() < 2) {
            return;
        }
        var name = gateway.getName();
        if (name != null && !name.isBlank() && !name.strip().endsWith("?")) {
            notes.warning(
                    gateway,
                    "A gateway asks: end its name \"%1$s\" with a question mark. |"
                            + " 网关应是一个问题：名称“%1$s”请以问号结尾。",
                    name.strip());
        }
        if (flows.to(gateway).size() > 1) {
            notes.warning(
                    gateway,
                    "%1$s joins ways and asks at once, which nobody sees in the picture; join them"
                            + " in a gateway of its own before it. | %1$s"
                            + " 同时汇合并分支，图上看不出来；请在其前面单独放置汇合网关。",
                    gateway.getId());
        }
        if (otherwise == null) {
            notes.error(
                    gateway,
                    "%1$s has no default flow, so a case with an answer that nobody foresaw would"
                            + " stop with an error; mark one of its flows as default. | %1$s"
                            + " 没有默认流向，遇到意料之外的答案时案件会出错停止；请将其中一条设为默认。",
                    gateway.getId());
        }
        for (var flow : flows.from(gateway)) {
            answers(gateway, flow, flow.equals(otherwise));
        }
    }

    private void answers(Gateway gateway, SequenceFlow flow, boolean isDefault) {
        if (flow.getName() == null || flow.getName().isBlank()) {
            notes.error(
                    flow,
                    "The flow %1$s has no label; write the answer to \"%2$s\" on it. | 连线 %1$s"
                            + " 没有标注；请写上“%2$s”的答案。",
                    flow.getId(),
                    gateway.getName() == null ? gateway.getId() : gateway.getName());
        }
        if (isDefault && flow.getConditionExpression() != null) {
            notes.error(
                    flow,
                    "The flow %1$s is the default and has a condition, which nobody would ask; take"
                            + " the condition out, or make another flow the default. | 连线 %1$s"
                            + " 是默认流向却带有条件，该条件不会被检查；请删除条件，或改用其他默认流向。",
                    flow.getId());
        } else if (!isDefault && flow.getConditionExpression() == null) {
            notes.error(
                    flow,
                    "The flow %1$s has no condition, so the gateway cannot choose it; write one,"
                            + " such as ${approvalNeeded}, or make it the default. | 连线 %1$s"
                            + " 没有条件，网关无法选择；请填写条件，例如 ${approvalNeeded}，或将其设为默认流向。",
                    flow.getId());
        }
    }
}
