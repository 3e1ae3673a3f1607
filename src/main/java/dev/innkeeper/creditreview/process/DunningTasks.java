package dev.innkeeper.creditreview.process;

import static dev.innkeeper.creditreview.process.DunningProcess.HANDED_OVER;
import static dev.innkeeper.creditreview.process.DunningProcess.NEXT_CHECK_AT;
import static dev.innkeeper.creditreview.process.DunningProcess.VARIABLES;

import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.creditreview.DunningCall;
import dev.innkeeper.creditreview.DunningCourse;
import dev.innkeeper.creditreview.DunningDesk;
import dev.innkeeper.creditreview.DunningLetter;
import dev.innkeeper.creditreview.DunningProgress;
import dev.innkeeper.creditreview.DunningTask;
import dev.innkeeper.workflow.Answered;
import dev.innkeeper.workflow.EngineUser;
import dev.innkeeper.workflow.TaskForms;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The forms of {@code dunning}: what each shows, and to whom its answers go. */
@Component
class DunningTasks implements TaskForms {

    static final String CALL = "callDebtor";
    static final String LETTER = "sendLetter";
    static final String TAKE_OVER = "takeOver";

    private static final Map<String, Set<String>> ASKED =
            Map.of(
                    CALL,
                    Set.of("reached", "promisedUntil", "callAgainOn", "disputedInvoices", "words"),
                    LETTER,
                    Set.of("letterReference", "payBy", "words"),
                    TAKE_OVER,
                    Set.of("course", "words"));

    private final DunningDesk desk;
    private final EngineUser engineUser;
    private final DunningTexts texts;

    DunningTasks(DunningDesk desk, EngineUser engineUser, DunningTexts texts) {
        this.desk = desk;
        this.engineUser = engineUser;
        this.texts = texts;
    }

    /** The element of the diagram in which the task is done. */
    static String element(DunningTask task) {
        return switch (task) {
            case CALL -> CALL;
            case LETTER -> LETTER;
            case TAKE_OVER -> TAKE_OVER;
        };
    }

    @Override
    public String processKey() {
        return DunningProcess.KEY;
    }

    @Override
    public Set<String> historyVariables() {
        return DunningProcess.ANSWERS;
    }

    @Override
    public Set<String> asked(String taskKey) {
        return ASKED.getOrDefault(taskKey, Set.of());
    }

    @Override
    public Map<String, @Nullable Object> show(DelegateTask task) {
        return texts.dunning(desk.view(number(task)));
    }

    @Override
    public void answer(DelegateTask task) {
        var answered = new Answered(task::getVariableLocal);
        VARIABLES.write(task.getExecution(), answer(task, answered), HANDED_OVER, NEXT_CHECK_AT);
    }

    private DunningProgress answer(DelegateTask task, Answered answered) {
        var number = number(task);
        var by = engineUser.now();
        return switch (task.getTaskDefinitionKey()) {
            case CALL ->
                    desk.called(
                            number,
                            new DunningCall(
                                    answered.requiredYesOrNo("reached"),
                                    answered.day("promisedUntil"),
                                    answered.day("callAgainOn"),
                                    listed(answered.text("disputedInvoices")),
                                    answered.text("words")),
                            by);
            case LETTER ->
                    desk.letterSent(
                            number,
                            new DunningLetter(
                                    answered.requiredText("letterReference"),
                                    answered.day("payBy"),
                                    answered.text("words")),
                            by);
            case TAKE_OVER ->
                    desk.takenOver(
                            number,
                            answered.requiredChoice("course", DunningCourse.class),
                            answered.requiredText("words"),
                            by);
            default -> throw new IllegalStateException(task.getTaskDefinitionKey());
        };
    }

    /** People separate numbers by commas of either width, or by blanks. */
    private static List<String> listed(String numbers) {
        return Arrays.stream(numbers.split("[,，、;；\\s]+"))
                .filter(number -> !number.isEmpty())
                .distinct()
                .toList();
    }

    private static CaseNumber number(DelegateTask task) {
        return new CaseNumber(task.getExecution().getProcessBusinessKey());
    }
}
