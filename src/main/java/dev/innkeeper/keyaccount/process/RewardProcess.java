package dev.innkeeper.keyaccount.process;

import dev.innkeeper.common.Actor;
import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.keyaccount.AuditFindingChanged;
import dev.innkeeper.keyaccount.ContractCancelled;
import dev.innkeeper.keyaccount.DealReviewAccepted;
import dev.innkeeper.keyaccount.FirstPaymentReceived;
import dev.innkeeper.keyaccount.RewardDesk;
import dev.innkeeper.keyaccount.RewardProgress;
import dev.innkeeper.workflow.EngineUser;
import dev.innkeeper.workflow.OneTransaction;
import dev.innkeeper.workflow.ProcessVariables;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.camunda.bpm.engine.RuntimeService;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Starts the process of a reward and tells it what happens from outside: conditions of the deal
 * that come true, the claim of the partner, the end of the contract.
 */
@Component
public class RewardProcess {

    /** The id of the process; its business key is the number of the reward. */
    public static final String KEY = "partner-reward";

    /** The id of the process by which staff enter partners, prospects and claims. */
    public static final String ENTRY_KEY = "partner-entry";

    /** A condition may have come true. */
    static final String REWARD_CONDITION_MET = "rewardConditionMet";

    /** The partner claimed it, as the case file already says. */
    static final String REWARD_CLAIMED = "rewardClaimed";

    /** The contract is cancelled, as the deal already says. */
    static final String CONTRACT_CANCELLED = "contractCancelled";

    /** The number, which lists of tasks show; the business key says the same to the engine. */
    static final String CASE_NUMBER = "caseNumber";

    static final String APPROVAL_NEEDED = "approvalNeeded";
    static final String APPROVER_GROUP = "approverGroup";
    static final String REWARD_APPROVED = "rewardApproved";
    static final String STANDING = "standing";
    static final String PAYER_GROUP = "payerGroup";
    static final String CLAIM_UNTIL = "claimUntil";
    static final String CLAW_BACK_UNTIL = "clawBackUntil";
    static final String CLAW_BACK_DUE = "clawBackDue";

    /** What the engine's history keeps: the answers by which a reward took its way. */
    static final Set<String> ANSWERS =
            Set.of(
                    APPROVAL_NEEDED,
                    APPROVER_GROUP,
                    REWARD_APPROVED,
                    STANDING,
                    PAYER_GROUP,
                    CLAW_BACK_DUE);

    static final ProcessVariables<RewardProgress> VARIABLES =
            new ProcessVariables<>(readers(), Set.of(CASE_NUMBER));

    private final RewardDesk desk;
    private final RuntimeService runtime;
    private final EngineUser engineUser;
    private final OneTransaction transaction;

    RewardProcess(
            RewardDesk desk,
            RuntimeService runtime,
            EngineUser engineUser,
            OneTransaction transaction) {
        this.desk = desk;
        this.runtime = runtime;
        this.engineUser = engineUser;
        this.transaction = transaction;
    }

    private static Map<String, Function<RewardProgress, @Nullable Object>> readers() {
        var read = new LinkedHashMap<String, Function<RewardProgress, @Nullable Object>>();
        read.put(CASE_NUMBER, progress -> progress.number().value());
        read.put(APPROVAL_NEEDED, RewardProgress::isApprovalNeeded);
        read.put(APPROVER_GROUP, progress -> ProcessVariables.id(progress.approverGroup()));
        read.put(REWARD_APPROVED, RewardProgress::isApproved);
        read.put(STANDING, progress -> progress.standing().name());
        read.put(PAYER_GROUP, progress -> progress.payerGroup().id());
        read.put(CLAIM_UNTIL, progress -> ProcessVariables.date(progress.claimUntil()));
        read.put(CLAW_BACK_UNTIL, progress -> ProcessVariables.date(progress.clawBackUntil()));
        read.put(CLAW_BACK_DUE, RewardProgress::isClawBackDue);
        return read;
    }

    /** A deal is won: the rewards of its partners are decided, each in a process of its own. */
    public void open(CaseNumber deal) {
        desk.open(deal)
                .forEach(
                        number ->
                                runtime.createProcessInstanceByKey(KEY)
                                        .businessKey(number.value())
                                        .setVariable(CASE_NUMBER, number.value())
                                        .execute());
    }

    /**
     * The partner claims a reward that is earned.
     *
     * @param words how the partner claimed it; may be empty
     * @throws dev.innkeeper.common.Refusal where there is no such reward, it is not earned, or the
     *     time is over
     */
    public RewardProgress claim(CaseNumber number, String words, Actor by) {
        return transaction.of(
                () -> {
                    var progress = desk.claim(number, words, by);
                    tell(number, REWARD_CLAIMED);
                    return progress;
                });
    }

    @EventListener
    void reviewAccepted(DealReviewAccepted accepted) {
        conditionsChanged(accepted.deal());
    }

    @EventListener
    void firstPaymentReceived(FirstPaymentReceived received) {
        conditionsChanged(received.deal());
    }

    @EventListener
    void auditFindingChanged(AuditFindingChanged changed) {
        conditionsChanged(changed.deal());
    }

    /** Where the time of the claw-back is over, nobody waits any more. */
    @EventListener
    void contractCancelled(ContractCancelled cancelled) {
        engineUser.asTheService(
                () -> {
                    desk.ofDeal(cancelled.deal())
                            .forEach(number -> tell(number, CONTRACT_CANCELLED));
                    return true;
                });
    }

    private void conditionsChanged(CaseNumber deal) {
        engineUser.asTheService(
                () -> {
                    desk.conditionsChanged(deal)
                            .forEach(number -> tell(number, REWARD_CONDITION_MET));
                    return true;
                });
    }

    /** Where the review is just due, nobody waits: it will see what is true by itself. */
    private void tell(CaseNumber number, String message) {
        runtime.createMessageCorrelation(message)
                .processInstanceBusinessKey(number.value())
                .correlateAll();
    }
}
