package dev.innkeeper.creditreview;

import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Money;
import dev.innkeeper.common.Refusal;
import dev.innkeeper.creditreview.facts.DunningStage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/** The overdue bills of a customer being collected. Its verbs refuse what its state forbids. */
@Table("dunning")
final class Dunning {

    @Id private String number;
    @Version private int version;
    private String customerId;
    private @Nullable String openCustomer;
    private DunningState state;
    private Instant stateSince;
    private String openedBy;
    private Instant openedAt;
    private @Nullable LocalDate dueFrom;
    private DunningStage stage;
    private Instant stageSince;
    private @Nullable DunningTask task;
    private @Nullable Instant taskDueAt;
    private boolean paused;
    private Money overdue;
    private Money disputed;
    private int oldestDaysOverdue;
    private @Nullable Instant nextCheckAt;
    private @Nullable LocalDate promisedUntil;
    private @Nullable LocalDate callAgainOn;
    private boolean holdSet;
    private @Nullable DunningCourse course;
    private String words;

    static Dunning opened(
            CaseNumber number,
            String customerId,
            @Nullable LocalDate dueFrom,
            DunningDebt debt,
            String by,
            Instant now) {
        Dunning dunning = new Dunning();
        dunning.number = number.value();
        dunning.customerId = customerId;
        dunning.openCustomer = customerId;
        dunning.state = DunningState.OPEN;
        dunning.stateSince = now;
        dunning.openedBy = by;
        dunning.openedAt = now;
        dunning.dueFrom = dueFrom;
        dunning.stage = DunningStage.NONE;
        dunning.stageSince = now;
        dunning.words = "";
        dunning.see(debt, now);
        return dunning;
    }

    /**
     * The rules said what the debt asks for. A stage that falls asks for nothing, and one that
     * stays was acted upon when it rose.
     *
     * @return whether it rose, so that something is to be done now
     */
    boolean judge(DunningDebt debt, DunningStage judged, Instant next, Instant now) {
        requireOpen("checked");
        see(debt, next);
        paused = debt.isDisputedOnly();
        if (paused || judged == stage) {
            return false;
        }
        boolean rises = judged.compareTo(stage) > 0;
        stage = judged;
        stageSince = now;
        task = rises ? DunningTask.of(judged) : null;
        taskDueAt = task == null ? null : next;
        callAgainOn = null;
        return rises;
    }

    /** A promise runs: the debt is seen as it is, and nothing is asked until it is over. */
    void rest(DunningDebt debt, Instant next) {
        requireOpen("checked");
        see(debt, next);
        paused = false;
    }

    private void see(DunningDebt debt, Instant next) {
        overdue = debt.overdue();
        disputed = debt.disputed();
        oldestDaysOverdue = debt.oldestDaysOverdue();
        nextCheckAt = next;
    }

    /** Whether the customer promised to pay until that day or a later one. */
    boolean isPromisedOn(LocalDate day) {
        return promisedUntil != null && !day.isAfter(promisedUntil);
    }

    /** The day of the promise has passed without the money. */
    void promiseBroken() {
        promisedUntil = null;
    }

    /** Somebody called; not reached and set for another day, the call is still to be done. */
    void called(DunningCall call, @Nullable Instant next) {
        requireTask(DunningTask.CALL);
        promisedUntil = call.promisedUntil();
        callAgainOn = call.callAgainOn();
        if (callAgainOn == null) {
            task = null;
            taskDueAt = null;
        }
        if (next != null) {
            nextCheckAt = next;
        }
    }

    void letterSent() {
        requireTask(DunningTask.LETTER);
        task = null;
        taskDueAt = null;
    }

    void takenOver(DunningCourse how, String why, Instant now) {
        requireTask(DunningTask.TAKE_OVER);
        course = how;
        words = why;
        end(DunningState.HANDED_OVER, now);
    }

    void paid(DunningDebt debt, Instant now) {
        requireOpen("settled");
        see(debt, now);
        end(DunningState.PAID, now);
    }

    void withdraw(String reason, Instant now) {
        requireOpen("withdrawn");
        words = reason;
        end(DunningState.WITHDRAWN, now);
    }

    private void end(DunningState how, Instant now) {
        state = how;
        stateSince = now;
        openCustomer = null;
        task = null;
        taskDueAt = null;
        nextCheckAt = null;
        promisedUntil = null;
        callAgainOn = null;
    }

    void holdSet() {
        holdSet = true;
    }

    void holdLifted() {
        holdSet = false;
    }

    void requireTask(DunningTask needed) {
        requireOpen("worked on");
        if (task != needed) {
            throw Refusal.notNow(
                    "Dunning case %1$s does not wait for this: %2$s. | 催收案件%1$s当前不需要此操作：%3$s。"
                            .formatted(
                                    number,
                                    needed.english().toLowerCase(Locale.ROOT),
                                    needed.chinese()),
                    "Open it again to see what it waits for. | 请重新打开，查看其当前状态。");
        }
    }

    void requireOpen(String verb) {
        if (!isOpen()) {
            throw Refusal.notNow(
                    "Dunning case %1$s cannot be %2$s: it is %3$s. | 催收案件%1$s当前状态为“%4$s”，不能进行此操作。"
                            .formatted(
                                    number,
                                    verb,
                                    state.english().toLowerCase(Locale.ROOT),
                                    state.chinese()),
                    "Look at its time line. | 请查看其时间线。");
        }
    }

    /** Its answers on a day of the house. */
    DunningProgress progress(LocalDate today) {
        return new DunningProgress(number(), state, standing(today), task, taskDueAt, nextCheckAt);
    }

    private DunningStanding standing(LocalDate today) {
        if (!isOpen()) {
            return DunningStanding.SETTLED;
        }
        boolean later = callAgainOn != null && today.isBefore(callAgainOn);
        return task == null || paused || later ? DunningStanding.WAITING : DunningStanding.TASK;
    }

    boolean isOpen() {
        return state == DunningState.OPEN;
    }

    DunningView view() {
        return new DunningView(
                number(),
                customerId,
                state,
                stateSince,
                openedBy,
                openedAt,
                dueFrom,
                stage,
                stageSince,
                task,
                paused,
                overdue,
                disputed,
                oldestDaysOverdue,
                nextCheckAt,
                promisedUntil,
                callAgainOn,
                holdSet,
                course,
                words);
    }

    CaseNumber number() {
        return new CaseNumber(number);
    }

    String customerId() {
        return customerId;
    }

    DunningState state() {
        return state;
    }

    @Nullable LocalDate dueFrom() {
        return dueFrom;
    }

    DunningStage stage() {
        return stage;
    }

    boolean isPaused() {
        return paused;
    }

    @Nullable LocalDate promisedUntil() {
        return promisedUntil;
    }

    @Nullable LocalDate callAgainOn() {
        return callAgainOn;
    }

    boolean isHoldSet() {
        return holdSet;
    }
}
