package dev.innkeeper.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import dev.innkeeper.common.Group;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.SendTask;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.Task;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jspecify.annotations.Nullable;

/**
 * What a diagram names against what is there: the steps, tasks, forms, messages, departments and
 * processes that the code knows.
 */
final class DiagramWords {

    private static final Pattern STEP =
            Pattern.compile("[#$]\\{\\s*\\w+Steps\\.(\\w+)\\(.*\\)\\s*}");

    private final BpmnModelInstance diagram;
    private final Known known;
    private final DiagramNotes notes;

    /**
     * What may be named.
     *
     * @param contracts of every process that the code knows, by its id
     * @param taskForms who takes the answers of tasks, by process
     * @param processes the ids of the processes that are published, with those of this folder
     * @param steps the names of all steps, without their beans
     * @param forms the forms beside the diagram, by id
     */
    record Known(
            Map<String, ProcessContract> contracts,
            Map<String, TaskForms> taskForms,
            Set<String> processes,
            Set<String> steps,
            Map<String, JsonNode> forms) {}

    DiagramWords(BpmnModelInstance diagram, Known known, DiagramNotes notes) {
        this.diagram = diagram;
        this.known = known;
        this.notes = notes;
    }

    void check() {
        diagram.getModelElementsByType(Process.class).forEach(this::process);
        diagram.getModelElementsByType(ServiceTask.class)
                .forEach(task -> step(task, task.getCamundaExpression()));
        diagram.getModelElementsByType(SendTask.class)
                .forEach(task -> step(task, task.getCamundaExpression()));
        diagram.getModelElementsByType(UserTask.class).forEach(this::task);
        diagram.getModelElementsByType(CallActivity.class).forEach(this::call);
        messages();
    }

    private Optional<ProcessContract> contract() {
        return diagram.getModelElementsByType(Process.class).stream()
                .map(process -> known.contracts.get(process.getId()))
                .filter(Objects::nonNull)
                .findFirst();
    }

    private void process(Process process) {
        if (!known.contracts.containsKey(process.getId())
                && !known.taskForms.containsKey(process.getId())) {
            notes.warning(
                    process,
                    "The service knows no process %1$s, so nothing starts it by itself and the"
                            + " answers of its tasks go nowhere.%2$s | 服务不认识流程"
                            + " %1$s：不会自动启动，其任务的答复也无处接收。%3$s",
                    process.getId(),
                    Suggestion.english(process.getId(), known.contracts.keySet()),
                    Suggestion.chinese(process.getId(), known.contracts.keySet()));
        }
    }

    private void step(Task task, @Nullable String expression) {
        if (expression == null || expression.isBlank()) {
            notes.error(
                    task,
                    "%1$s calls no step; choose one of the templates, or write an expression such"
                        + " as #{complaintSteps.gradeComplaint(execution)}. | %1$s"
                        + " 没有调用任何步骤；请选择模板，或填写表达式，例如 #{complaintSteps.gradeComplaint(execution)}。",
                    task.getId());
            return;
        }
        var called = STEP.matcher(expression.strip());
        if (!called.matches()) {
            notes.error(
                    task,
                    "%1$s must call one step, as in #{complaintSteps.gradeComplaint(execution)},"
                            + " not %2$s. | %1$s 必须调用一个步骤，例如"
                            + " #{complaintSteps.gradeComplaint(execution)}，而不是 %2$s。",
                    task.getId(),
                    expression.strip());
        } else if (known.steps.contains(called.group(1)) && !called.group(1).equals(task.getId())) {
            notes.warning(
                    task,
                    "The element %1$s calls the step %2$s; give it the id %2$s, so that everybody"
                            + " finds the one from the other. | 元素 %1$s 调用了步骤 %2$s；请将其 id 改为"
                            + " %2$s，便于相互对应。",
                    task.getId(),
                    called.group(1));
        }
    }

    private void task(UserTask task) {
        groups(task, task.getCamundaCandidateGroups());
        var contract = contract();
        if (contract.isPresent() && !contract.get().tasks().containsKey(task.getId())) {
            var tasks = contract.get().tasks().keySet();
            notes.error(
                    task,
                    "Nobody takes the answers of a task %1$s: the service knows no task of this id"
                            + " in this process.%2$s | 任务 %1$s 的答复无人接收：服务在本流程中不认识该 id 的任务。%3$s",
                    task.getId(),
                    Suggestion.english(task.getId(), tasks),
                    Suggestion.chinese(task.getId(), tasks));
        }
        var form = task.getCamundaFormRef();
        if (form == null || form.isBlank()) {
            notes.error(
                    task,
                    "The task %1$s has no form; name the form file beside the diagram, %2$s. | 任务"
                            + " %1$s 没有表单；请指定流程图旁的表单文件 %2$s。",
                    task.getId(),
                    kebab(task.getId()));
            return;
        }
        if (!form.equals(kebab(task.getId()))) {
            notes.warning(
                    task,
                    "The form of the task %1$s is called %2$s, so that everybody finds it; rename"
                            + " %3$s. | 任务 %1$s 的表单应命名为 %2$s，以便查找；请重命名 %3$s。",
                    task.getId(),
                    kebab(task.getId()),
                    form);
        }
        var taker = takerOf(task);
        if (taker != null && known.forms.containsKey(form)) {
            fields(task, form, taker.asked(task.getId()));
        }
    }

    private @Nullable TaskForms takerOf(UserTask task) {
        for (var outer = task.getParentElement(); outer != null; outer = outer.getParentElement()) {
            if (outer instanceof Process process) {
                return known.taskForms.get(process.getId());
            }
        }
        return null;
    }

    private void groups(UserTask task, @Nullable String groups) {
        if (groups == null || groups.isBlank()) {
            notes.error(
                    task,
                    "Nobody may take the task %1$s; name a department under candidate groups, such"
                            + " as call-centre. | 没有人可以领取任务 %1$s；请在候选组中填写部门，例如 call-centre。",
                    task.getId());
            return;
        }
        if (groups.contains("{")) {
            return;
        }
        var departments = Arrays.stream(Group.values()).map(Group::id).collect(Collectors.toSet());
        for (var group : groups.split(",")) {
            if (!departments.contains(group.strip())) {
                notes.error(
                        task,
                        "There is no department %1$s.%2$s | 没有部门 %1$s。%3$s",
                        group.strip(),
                        Suggestion.english(group.strip(), departments),
                        Suggestion.chinese(group.strip(), departments));
            }
        }
    }

    private void fields(UserTask task, String form, Set<String> asked) {
        var fields = FormReview.answers(known.forms.get(form));
        for (var field : fields) {
            if (!asked.contains(field)) {
                notes.error(
                        task,
                        "The form %1$s asks for %2$s, which the service does not take from the task"
                                + " %3$s.%4$s | 表单 %1$s 的字段 %2$s 不会被任务 %3$s 接收。%5$s",
                        form,
                        field,
                        task.getId(),
                        Suggestion.english(field, asked),
                        Suggestion.chinese(field, asked));
            }
        }
        var missing = new TreeSet<>(asked);
        missing.removeAll(fields);
        if (!missing.isEmpty()) {
            notes.warning(
                    task,
                    "The form %1$s no longer asks for %2$s; where the service needs it the task"
                            + " cannot be completed. Put the field back. | 表单 %1$s 不再询问"
                            + " %2$s；如服务需要，任务将无法完成。请恢复该字段。",
                    form,
                    String.join(", ", missing));
        }
    }

    private void call(CallActivity call) {
        var process = call.getCalledElement();
        if (process != null && !process.contains("{") && !known.processes.contains(process)) {
            notes.error(
                    call,
                    "There is no process %1$s to call.%2$s | 没有可调用的流程 %1$s。%3$s",
                    process,
                    Suggestion.english(process, known.processes),
                    Suggestion.chinese(process, known.processes));
        }
    }

    private void messages() {
        var contract = contract();
        if (contract.isEmpty()) {
            return;
        }
        var sent = contract.get().messages();
        var awaited = new TreeSet<String>();
        for (var message : diagram.getModelElementsByType(Message.class)) {
            var name = message.getName();
            if (name == null || !sent.contains(name)) {
                notes.error(
                        message,
                        "Nobody sends the message %1$s, so a case would wait for ever.%2$s |"
                                + " 没有人发送消息 %1$s，案件会一直等待。%3$s",
                        name == null ? message.getId() : name,
                        Suggestion.english(name == null ? "" : name, sent),
                        Suggestion.chinese(name == null ? "" : name, sent));
            }
        }
        diagram.getModelElementsByType(MessageEventDefinition.class).stream()
                .map(MessageEventDefinition::getMessage)
                .filter(Objects::nonNull)
                .forEach(message -> awaited.add(String.valueOf(message.getName())));
        diagram.getModelElementsByType(ReceiveTask.class).stream()
                .map(ReceiveTask::getMessage)
                .filter(Objects::nonNull)
                .forEach(message -> awaited.add(String.valueOf(message.getName())));
        var unheard = new TreeSet<>(sent);
        unheard.removeAll(awaited);
        for (var process : diagram.getModelElementsByType(Process.class)) {
            for (var name : unheard) {
                notes.warning(
                        process,
                        "The service sends the message %1$s, for which nothing in %2$s waits any"
                                + " more; put its event back. | 服务会发送消息 %1$s，但 %2$s"
                                + " 中已没有任何环节等待它；请恢复相应事件。",
                        name,
                        process.getId());
            }
        }
    }

    private static String kebab(String id) {
        return id.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
