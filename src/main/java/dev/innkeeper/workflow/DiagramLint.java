package dev.innkeeper.workflow;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaFailedJobRetryTimeCycle;
import org.jspecify.annotations.Nullable;

/**
 * How diagrams of the house are drawn: every element has an id and a name that say what it is, in
 * both languages; timers wait for a date; what may fail is tried again; what is odd is explained.
 */
final class DiagramLint {

    private static final Pattern PROCESS_ID = Pattern.compile("[a-z][a-z0-9-]*");
    private static final Pattern ID = Pattern.compile("[a-z][a-zA-Z0-9]*");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final Pattern DAYS = Pattern.compile("P[1-9]\\d*D");
    private static final Pattern VARIABLE = Pattern.compile("[$#]\\{\\s*\\w+\\s*}");
    private static final Set<String> GENERATED =
            Set.of("activity", "event", "gateway", "flow", "task");

    private final BpmnModelInstance diagram;
    private final String file;
    private final Flows flows;
    private final DiagramNotes notes;

    DiagramLint(BpmnModelInstance diagram, String file, DiagramNotes notes) {
        this.diagram = diagram;
        this.file = file;
        this.flows = new Flows(diagram);
        this.notes = notes;
    }

    void check() {
        diagram.getModelElementsByType(Process.class).forEach(this::process);
        diagram.getModelElementsByType(FlowElement.class).forEach(this::id);
        var drawn =
                diagram.getModelElementsByType(BpmnShape.class).stream()
                        .map(BpmnShape::getBpmnElement)
                        .toList();
        for (var node : diagram.getModelElementsByType(FlowNode.class)) {
            if (needsName(node)) {
                bothNames(node, node.getName());
            }
            work(node);
            if (!drawn.contains(node)) {
                notes.warning(
                        node,
                        "%1$s is in the file but not in the picture, so nobody sees it; draw it"
                                + " anew in the modeler. | %1$s 在文件中存在，但图中没有，因此无人能看到；请在建模工具中重新绘制。",
                        node.getId());
            }
        }
        diagram.getModelElementsByType(TimerEventDefinition.class).forEach(this::timer);
    }

    private void process(Process process) {
        if (!PROCESS_ID.matcher(process.getId()).matches()) {
            notes.error(
                    process,
                    "The id of a process is of small letters and hyphens, such as"
                            + " complaint-handling, not %1$s. | 流程 id 只能使用小写字母和连字符，例如"
                            + " complaint-handling，而不是 %1$s。",
                    process.getId());
        } else if (!file.equals(process.getId() + ".bpmn")) {
            notes.warning(
                    process,
                    "The file of the process %1$s is called %1$s.bpmn, so that everybody finds it;"
                            + " rename %2$s. | 流程 %1$s 的文件应命名为 %1$s.bpmn，以便查找；请重命名"
                            + " %2$s。",
                    process.getId(),
                    file);
        }
        bothNames(process, process.getName());
        var keep = process.getCamundaHistoryTimeToLiveString();
        if (keep == null || !DAYS.matcher(keep).matches()) {
            notes.error(
                    process,
                    "The process does not say how long its history is kept; set its history time to"
                            + " live, in days, such as P730D. | 流程未说明历史保留多久；请设置“history time to"
                            + " live”，以天计，例如 P730D。");
        }
        if (process.getDocumentations().isEmpty()) {
            notes.warning(
                    process,
                    "Nothing explains what this process is for; write it into its documentation. |"
                            + " 没有说明该流程的用途；请填写其说明（documentation）。");
        }
    }

    private void id(FlowElement element) {
        var id = element.getId();
        var beginning = id.contains("_") ? id.substring(0, id.indexOf('_')) : "";
        if (GENERATED.contains(beginning.toLowerCase(Locale.ROOT))) {
            notes.error(
                    element,
                    "The id %1$s says nothing. Give the element one of its own: verb and object for"
                        + " a task (gradeComplaint), a question for a gateway (isApprovalNeeded),"
                        + " what happened for an event (complaintWithdrawn). | id %1$s"
                        + " 没有含义。请自行命名：任务用动词加宾语"
                        + "（gradeComplaint），网关用问题（isApprovalNeeded），事件用已发生的事（complaintWithdrawn）。",
                    id);
        } else if (!ID.matcher(id).matches()) {
            notes.error(
                    element,
                    "The id %1$s must begin with a small letter and hold letters and digits only,"
                            + " such as gradeComplaint. | id %1$s 必须以小写字母开头，且只能包含字母和数字，例如"
                            + " gradeComplaint。",
                    id);
        }
    }

    private boolean needsName(FlowNode node) {
        return !(node instanceof Gateway)
                || (node instanceof ExclusiveGateway || node instanceof InclusiveGateway)
                        && flows.from(node).size() > 1;
    }

    private void bothNames(BaseElement element, @Nullable String name) {
        if (name == null || name.isBlank()) {
            notes.error(
                    element,
                    "%1$s has no name; say in a few words what it is. | %1$s 没有名称；请用几个字说明它是什么。",
                    element.getId());
        }
        var chinese = ChineseNames.nameOf(element).orElse("");
        if (!HAN.matcher(chinese).find()) {
            notes.error(
                    element,
                    "%1$s has no Chinese name; add the property name.zh under extension properties."
                            + " | %1$s 没有中文名称；请在扩展属性中添加 name.zh。",
                    element.getId());
        }
    }

    /** What the job executor does is tried again more and more slowly, and explained. */
    private void work(FlowNode node) {
        var waits =
                node instanceof CatchEvent event
                        && event.getEventDefinitions().stream()
                                .anyMatch(TimerEventDefinition.class::isInstance);
        var isJob = waits || node.isCamundaAsyncBefore();
        if (isJob && !retries(node)) {
            notes.warning(
                    node,
                    "%1$s does not say how it is tried again when it fails; set the retry time"
                        + " cycle, such as PT10S,PT1M,PT10M,PT1H,PT6H. | %1$s 未说明失败后如何重试；请设置重试间隔，例如"
                        + " PT10S,PT1M,PT10M,PT1H,PT6H。",
                    node.getId());
        }
        if (node.isCamundaAsyncBefore() && node.getDocumentations().isEmpty()) {
            notes.warning(
                    node,
                    "Nothing explains why %1$s runs on its own (asynchronous); write it into its"
                            + " documentation. | 没有说明 %1$s 为何异步执行；请填写其说明（documentation）。",
                    node.getId());
        }
    }

    private static boolean retries(FlowNode node) {
        return node.getExtensionElements() != null
                && node
                        .getExtensionElements()
                        .getElementsQuery()
                        .filterByType(CamundaFailedJobRetryTimeCycle.class)
                        .list()
                        .stream()
                        .anyMatch(cycle -> cycle.getTextContent().contains(","));
    }

    private void timer(TimerEventDefinition timer) {
        var event = (BaseElement) timer.getParentElement();
        if (timer.getTimeDuration() != null || timer.getTimeCycle() != null) {
            notes.error(
                    event,
                    "The timer %1$s counts a fixed time. Deadlines come from rules and run on the"
                        + " department's calendar: choose Date and name the variable that has it,"
                        + " such as ${nextCheckAt}. | 定时器 %1$s"
                        + " 使用了固定时长。时限由规则决定并按部门日历计算：请选择“日期”，并填写相应变量，例如 ${nextCheckAt}。",
                    event.getId());
            return;
        }
        var date = timer.getTimeDate();
        if (date == null || !VARIABLE.matcher(date.getTextContent().strip()).matches()) {
            notes.error(
                    event,
                    "The timer %1$s has no date; choose Date and name the variable that has it,"
                            + " such as ${nextCheckAt}. | 定时器 %1$s 没有日期；请选择“日期”，并填写相应变量，例如"
                            + " ${nextCheckAt}。",
                    event.getId());
        }
    }
}
