package dev.innkeeper.customer.process;

import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.customer.CareAnswer;
import dev.innkeeper.customer.CareCall;
import dev.innkeeper.customer.CareDesk;
import dev.innkeeper.customer.CareOfferMade;
import dev.innkeeper.customer.CareProgress;
import dev.innkeeper.workflow.Answered;
import dev.innkeeper.workflow.EngineUser;
import dev.innkeeper.workflow.TaskForms;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The forms of {@code customer-care}: what each shows, and to whom its answers go. */
@Component
class CareTasks implements TaskForms {

    static final String CALL = "callCustomer";
    static final String OFFER = "makeOffer";
    static final String ANSWER = "noteAnswer";

    private static final Map<String, Set<String>> ASKED =
            Map.of(
                    CALL, Set.of("reached", "reason", "words"),
                    OFFER, Set.of("voucher", "visitOn", "words"),
                    ANSWER, Set.of("accepted", "words"));

    private final CareDesk desk;
    private final EngineUser engineUser;
    private final CareTexts texts;

    CareTasks(CareDesk desk, EngineUser engineUser, CareTexts texts) {
        this.desk = desk;
        this.engineUser = engineUser;
        this.texts = texts;
    }

    @Override
    public String processKey() {
        return CareProcess.KEY;
    }

    @Override
    public Set<String> historyVariables() {
        return CareVariables.ANSWERS;
    }

    @Override
    public Set<String> asked(String taskKey) {
        return ASKED.getOrDefault(taskKey, Set.of());
    }

    @Override
    public Map<String, @Nullable Object> show(DelegateTask task) {
        return texts.of(desk.task(number(task)), task.getTaskDefinitionKey());
    }

    @Override
    public void answer(DelegateTask task) {
        CareVariables.OF_THE_CASE.write(task.getExecution(), answered(task));
    }

    private CareProgress answered(DelegateTask task) {
        var number = number(task);
        var answered = new Answered(task::getVariableLocal);
        var by = engineUser.now();
        return switch (task.getTaskDefinitionKey()) {
            case CALL ->
                    desk.call(
                            number,
                            new CareCall(
                                    answered.requiredYesOrNo("reached"),
                                    answered.textOrNull("reason"),
                                    answered.text("words")),
                            by);
            case OFFER ->
                    desk.offer(
                            number,
                            new CareOfferMade(
                                    answered.textOrNull("voucher"),
                                    answered.day("visitOn"),
                                    answered.text("words")),
                            by);
            case ANSWER ->
                    desk.answer(
                            number,
                            new CareAnswer(
                                    answered.requiredYesOrNo("accepted"), answered.text("words")),
                            by);
            default -> throw new IllegalStateException(task.getTaskDefinitionKey());
        };
    }

    private static CaseNumber number(DelegateTask task) {
        return new CaseNumber(task.getExecution().getProcessBusinessKey());
    }
}
