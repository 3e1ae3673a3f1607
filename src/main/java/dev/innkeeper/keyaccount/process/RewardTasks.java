package dev.innkeeper.keyaccount.process;

import static dev.innkeeper.keyaccount.process.RewardProcess.CLAW_BACK_UNTIL;
import static dev.innkeeper.keyaccount.process.RewardProcess.PAYER_GROUP;
import static dev.innkeeper.keyaccount.process.RewardProcess.REWARD_APPROVED;
import static dev.innkeeper.keyaccount.process.RewardProcess.VARIABLES;

import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.keyaccount.RewardCollection;
import dev.innkeeper.keyaccount.RewardDesk;
import dev.innkeeper.keyaccount.RewardPayment;
import dev.innkeeper.keyaccount.RewardVerdict;
import dev.innkeeper.workflow.Answered;
import dev.innkeeper.workflow.EngineUser;
import dev.innkeeper.workflow.TaskForms;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The forms of {@code partner-reward}: what each shows, and to whom its answers go. */
@Component
class RewardTasks implements TaskForms {

    static final String APPROVE = "approveReward";
    static final String PAY = "payReward";
    static final String COLLECT = "collectClawBack";

    private static final Map<String, Set<String>> ASKED =
            Map.of(
                    APPROVE, Set.of("approved", "reason"),
                    PAY, Set.of("amount", "bankReference"),
                    COLLECT, Set.of("amount", "reference"));

    private final RewardDesk desk;
    private final EngineUser engineUser;
    private final RewardTexts texts;

    RewardTasks(RewardDesk desk, EngineUser engineUser, RewardTexts texts) {
        this.desk = desk;
        this.engineUser = engineUser;
        this.texts = texts;
    }

    @Override
    public String processKey() {
        return RewardProcess.KEY;
    }

    @Override
    public Set<String> historyVariables() {
        return RewardProcess.ANSWERS;
    }

    @Override
    public Set<String> asked(String taskKey) {
        return ASKED.getOrDefault(taskKey, Set.of());
    }

    @Override
    public Map<String, @Nullable Object> show(DelegateTask task) {
        return texts.reward(desk.view(number(task)), !APPROVE.equals(task.getTaskDefinitionKey()));
    }

    @Override
    public void answer(DelegateTask task) {
        var number = number(task);
        var answered = new Answered(task::getVariableLocal);
        var by = engineUser.now();
        var execution = task.getExecution();
        switch (task.getTaskDefinitionKey()) {
            case APPROVE ->
                    VARIABLES.write(
                            execution,
                            desk.approve(
                                    number,
                                    new RewardVerdict(
                                            answered.requiredYesOrNo("approved"),
                                            answered.text("reason")),
                                    by),
                            REWARD_APPROVED);
            case PAY ->
                    VARIABLES.write(
                            execution,
                            desk.pay(
                                    number,
                                    new RewardPayment(
                                            answered.amount("amount"),
                                            answered.requiredText("bankReference")),
                                    by),
                            CLAW_BACK_UNTIL,
                            PAYER_GROUP);
            case COLLECT ->
                    desk.collect(
                            number,
                            new RewardCollection(
                                    answered.amount("amount"), answered.requiredText("reference")),
                            by);
            default -> throw new IllegalStateException(task.getTaskDefinitionKey());
        }
    }

    private static CaseNumber number(DelegateTask task) {
        return new CaseNumber(task.getExecution().getProcessBusinessKey());
    }
}
