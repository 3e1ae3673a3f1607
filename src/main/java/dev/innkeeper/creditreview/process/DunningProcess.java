package dev.innkeeper.creditreview.process;

import dev.innkeeper.common.Actor;
import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.creditreview.DunningDesk;
import dev.innkeeper.creditreview.DunningOpened;
import dev.innkeeper.creditreview.DunningProgress;
import dev.innkeeper.customer.InvoiceDisputed;
import dev.innkeeper.customer.InvoicesTaken;
import dev.innkeeper.customer.PaymentsTaken;
import dev.innkeeper.workflow.AtCommit;
import dev.innkeeper.workflow.OneTransaction;
import dev.innkeeper.workflow.ProcessVariables;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.camunda.bpm.engine.RuntimeService;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Starts the process of a dunning case and tells it what happens from outside: payments, disputes,
 * new bills, its withdrawal. Each operation is one transaction of file and engine; it joins the
 * caller's where there is one.
 */
@Component
public class DunningProcess {

    /** The id of the process; its business key is the number of the case. */
    public static final String KEY = "dunning";

    /** Something happened to the debt. */
    static final String DUNNING_CHANGED = "dunningChanged";

    /** The case is withdrawn, as its file already says. */
    static final String DUNNING_WITHDRAWN = "dunningWithdrawn";

    /** The number, which lists of tasks show; the business key says the same to the engine. */
    static final String CASE_NUMBER = "caseNumber";

    static final String STANDING = "standing";
    static final String TASK = "task";
    static final String TASK_DUE_AT = "taskDueAt";

    /** Who had taken the task before it was given anew; null for nobody. */
    static final String TAKEN_BY = "takenBy";

    static final String HANDED_OVER = "handedOver";
    static final String NEXT_CHECK_AT = "nextCheckAt";

    /** What the engine's history keeps: the answers by which a case took its way. */
    static final Set<String> ANSWERS = Set.of(STANDING, TASK, HANDED_OVER);

    static final ProcessVariables<DunningProgress> VARIABLES =
            new ProcessVariables<>(readers(), Set.of(CASE_NUMBER));

    private final DunningDesk desk;
    private final RuntimeService runtime;
    private final OneTransaction transaction;
    private final AtCommit atCommit;

    DunningProcess(
            DunningDesk desk,
            RuntimeService runtime,
            OneTransaction transaction,
            AtCommit atCommit) {
        this.desk = desk;
        this.runtime = runtime;
        this.transaction = transaction;
        this.atCommit = atCommit;
    }

    private static Map<String, Function<DunningProgress, @Nullable Object>> readers() {
        var read = new LinkedHashMap<String, Function<DunningProgress, @Nullable Object>>();
        read.put(CASE_NUMBER, progress -> progress.number().value());
        read.put(STANDING, progress -> progress.standing().name());
        read.put(TASK, progress -> ProcessVariables.name(progress.task()));
        read.put(TASK_DUE_AT, progress -> ProcessVariables.date(progress.taskDueAt()));
        read.put(HANDED_OVER, DunningProgress::isHandedOver);
        read.put(NEXT_CHECK_AT, progress -> ProcessVariables.date(progress.nextCheckAt()));
        return read;
    }

    /**
     * Opens the case of a customer where something is overdue and nobody collects it yet.
     *
     * @param asOf the day whose figures led to it
     * @return the open case, or empty where there is nothing to collect
     */
    public Optional<DunningOpened> open(String customerId, LocalDate asOf) {
        return open(customerId, asOf, Actor.SYSTEM);
    }

    /**
     * The same by a person, who may also take up what was withdrawn before.
     *
     * @param asOf the day whose figures led to it
     * @return the open case, or empty where there is nothing to collect
     */
    public Optional<DunningOpened> open(String customerId, LocalDate asOf, Actor by) {
        return transaction.of(
                () -> {
                    var opened = desk.open(customerId, asOf, by);
                    opened.filter(DunningOpened::isNew).ifPresent(one -> start(one.number()));
                    return opened;
                });
    }

    private void start(CaseNumber number) {
        runtime.createProcessInstanceByKey(KEY)
                .businessKey(number.value())
                .setVariable(CASE_NUMBER, number.value())
                .execute();
    }

    /**
     * Stops collecting, with a reason.
     *
     * @throws dev.innkeeper.common.Refusal where this person may not, or the case is over
     */
    public DunningProgress withdraw(CaseNumber number, String reason, Actor by) {
        return transaction.of(
                () -> {
                    var progress = desk.withdraw(number, reason, by);
                    runtime.createMessageCorrelation(DUNNING_WITHDRAWN)
                            .processInstanceBusinessKey(number.value())
                            .correlateAll();
                    return progress;
                });
    }

    @EventListener
    void paymentsTaken(PaymentsTaken taken) {
        tell(desk.debtChanged(taken.customerIds()));
    }

    @EventListener
    void invoiceDisputed(InvoiceDisputed disputed) {
        tell(desk.debtChanged(Set.of(disputed.customerId())));
    }

    @EventListener
    void invoicesTaken(InvoicesTaken taken) {
        tell(desk.billed(taken.customerIds()));
    }

    /** At the end of the transaction, since a call may bring the dispute that ends its own task. */
    private void tell(List<CaseNumber> numbers) {
        numbers.forEach(
                number ->
                        atCommit.once(
                                number + " " + DUNNING_CHANGED,
                                () ->
                                        runtime.createMessageCorrelation(DUNNING_CHANGED)
                                                .processInstanceBusinessKey(number.value())
                                                .correlateAll()));
    }
}
