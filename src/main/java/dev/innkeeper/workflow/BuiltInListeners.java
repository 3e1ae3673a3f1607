package dev.innkeeper.workflow;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What happens at every user task and every start of a process without its diagram saying so. */
@Component
class BuiltInListeners extends AbstractBpmnParseListener {

    private final ObjectProvider<TaskForms> forms;
    private final ObjectProvider<MeterRegistry> meters;

    /** Both are looked up late, since they may in turn need the engine. */
    BuiltInListeners(ObjectProvider<TaskForms> forms, ObjectProvider<MeterRegistry> meters) {
        this.forms = forms;
        this.meters = meters;
    }

    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity process) {
        ExecutionListener count = this::countStart;
        process.addBuiltInListener(ExecutionListener.EVENTNAME_START, count);
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        var task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        TaskListener answer =
                completed -> formsOf(completed).ifPresent(found -> found.answer(completed));
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, answer);
    }

    Optional<TaskForms> formsOf(DelegateTask task) {
        var process = ((TaskEntity) task).getProcessDefinition().getKey();
        return forms.stream().filter(form -> form.processKey().equals(process)).findFirst();
    }

    private void countStart(DelegateExecution execution) {
        var process =
                execution
                        .getProcessEngineServices()
                        .getRepositoryService()
                        .getProcessDefinition(execution.getProcessDefinitionId())
                        .getKey();
        meters.ifAvailable(
                registry -> {
                    var started =
                            Counter.builder("innkeeper.cases.started")
                                    .description("Processes that were started")
                                    .tag("process", process)
                                    .register(registry);
                    afterCommit(started::increment);
                });
    }

    private static void afterCommit(Runnable action) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(
                    new TransactionSynchronization() {
                        @Override
                        public void afterCommit() {
                            action.run();
                        }
                    });
        } else {
            action.run();
        }
    }
}
