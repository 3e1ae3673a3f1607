package dev.innkeeper.support;

import dev.innkeeper.workflow.TaskForms;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.boot.test.context.TestComponent;

/** The steps and the forms of a process that exists in tests only, to try the engine with. */
@TestComponent("trialSteps")
public final class TrialSteps implements TaskForms {

    /** The id of that process. */
    public static final String PROCESS = "trial";

    private final List<String> answers = new ArrayList<>();

    /** A step that leaves one variable that is kept and one that is not. */
    public void noteArrival(DelegateExecution execution) {
        execution.setVariable("kept", "yes");
        execution.setVariable("secret", "13800138000");
    }

    /** A step with an argument of another type than the diagram gives. */
    public void noteNights(DelegateExecution execution, int nights) {
        execution.setVariable("kept", "nights " + nights);
    }

    /** A step that fails. */
    public void fail(DelegateExecution execution) {
        throw new IllegalStateException("no room " + execution.getBusinessKey());
    }

    /** What the tasks were answered since the last call. */
    public List<String> takeAnswers() {
        var taken = List.copyOf(answers);
        answers.clear();
        return taken;
    }

    @Override
    public String processKey() {
        return PROCESS;
    }

    @Override
    public Set<String> asked(String taskKey) {
        return Set.of("answer");
    }

    @Override
    public Map<String, Object> show(DelegateTask task) {
        return Map.of("guest", "Wang Fang");
    }

    @Override
    public void answer(DelegateTask task) {
        answers.add(String.valueOf(task.getVariableLocal("answer")));
    }

    @Override
    public Set<String> historyVariables() {
        return Set.of("kept");
    }
}
