package dev.innkeeper.complaint.process;

import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.complaint.CorrectiveActionDesk;
import dev.innkeeper.complaint.CorrectiveProgress;
import dev.innkeeper.complaint.Statement;
import dev.innkeeper.complaint.Verification;
import dev.innkeeper.workflow.Answered;
import dev.innkeeper.workflow.EngineUser;
import dev.innkeeper.workflow.ProcessVariables;
import dev.innkeeper.workflow.TaskForms;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The process {@code corrective-action}: starts it, shows and takes the forms of its tasks. */
@Component
class CorrectiveActionProcess implements TaskForms {

    /** The id of the process; its business key is the number of the corrective action. */
    static final String KEY = "corrective-action";

    static final String CASE_NUMBER = "caseNumber";
    static final String ANSWERABLE_GROUP = "answerableGroup";
    static final String STATE_BY = "stateBy";
    static final String VERIFY_AT = "verifyAt";
    static final String EFFECTIVE = "effective";

    private final CorrectiveActionDesk desk;
    private final RuntimeService runtime;
    private final EngineUser engineUser;
    private final FormTexts texts;

    CorrectiveActionProcess(
            CorrectiveActionDesk desk,
            RuntimeService runtime,
            EngineUser engineUser,
            FormTexts texts) {
        this.desk = desk;
        this.runtime = runtime;
        this.engineUser = engineUser;
        this.texts = texts;
    }

    /** Opens the corrective action for the cause of a complaint, or joins the one under way. */
    void open(CaseNumber complaint) {
        var progress = desk.open(complaint);
        if (!progress.joined()) {
            runtime.createProcessInstanceByKey(KEY)
                    .businessKey(progress.number().value())
                    .setVariables(
                            variables(progress).putValue(CASE_NUMBER, progress.number().value()))
                    .execute();
        }
    }

    private static VariableMap variables(CorrectiveProgress progress) {
        return Variables.createVariables()
                .putValue(ANSWERABLE_GROUP, progress.answerable().id())
                .putValue(STATE_BY, ProcessVariables.date(progress.dueAt()))
                .putValue(VERIFY_AT, ProcessVariables.date(progress.verifyAt()))
                .putValue(EFFECTIVE, progress.effective());
    }

    @Override
    public String processKey() {
        return KEY;
    }

    @Override
    public Set<String> historyVariables() {
        return Set.of(ANSWERABLE_GROUP, STATE_BY, VERIFY_AT, EFFECTIVE);
    }

    @Override
    public Set<String> asked(String taskKey) {
        return switch (taskKey) {
            case "stateCauseAndMeasure" -> Set.of("cause", "measure");
            case "verifyEffect" -> Set.of("isEffective", "words");
            default -> Set.of();
        };
    }

    @Override
    public Map<String, @Nullable Object> show(DelegateTask task) {
        return texts.correctiveAction(desk.view(number(task)));
    }

    @Override
    public void answer(DelegateTask task) {
        var answered = new Answered(task::getVariableLocal);
        var by = engineUser.now();
        var progress =
                switch (task.getTaskDefinitionKey()) {
                    case "stateCauseAndMeasure" ->
                            desk.state(
                                    number(task),
                                    new Statement(
                                            answered.requiredText("cause"),
                                            answered.requiredText("measure")),
                                    by);
                    case "verifyEffect" ->
                            desk.verify(
                                    number(task),
                                    new Verification(
                                            answered.requiredYesOrNo("isEffective"),
                                            answered.requiredText("words")),
                                    by);
                    default -> desk.progress(number(task));
                };
        task.getExecution().setVariables(variables(progress));
    }

    private static CaseNumber number(DelegateTask task) {
        return new CaseNumber(task.getExecution().getProcessBusinessKey());
    }
}
