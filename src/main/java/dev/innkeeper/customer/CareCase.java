package dev.innkeeper.customer;

import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Group;
import dev.innkeeper.common.Money;
import dev.innkeeper.common.Refusal;
import dev.innkeeper.customer.facts.CareCause;
import dev.innkeeper.customer.facts.OfferKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/** A case of customer care. Its verbs refuse what its state forbids. */
@Table("care_case")
final class CareCase {

    private static final Set<CareState> OVER = EnumSet.of(CareState.CLOSED, CareState.WITHDRAWN);

    @Id private String number;
    @Version private int version;
    private String customerId;
    private CareCause cause;
    private CareState state;
    private @Nullable CareOutcome outcome;
    private String words;
    private String openedBy;
    private Instant openedAt;
    private LocalDate openedOn;
    private @Nullable String callers;
    private @Nullable Instant dueAt;
    private @Nullable Instant nextCallAt;
    private int attempts;
    private @Nullable String calledBy;
    private @Nullable Instant calledAt;
    private @Nullable String reason;
    private String reasonWords;
    private OfferKind offer;
    private Money worth;
    private int answerDays;
    private @Nullable String voucher;
    private @Nullable LocalDate visitOn;
    private String offerWords;
    private @Nullable String offeredBy;
    private @Nullable Instant offeredAt;
    private @Nullable Instant answerUntil;
    private String answerWords;
    private @Nullable Instant answeredAt;
    private @Nullable Instant closedAt;

    static CareCase opened(
            CaseNumber number, CareStart start, String by, Instant now, LocalDate today) {
        CareCase care = new CareCase();
        care.number = number.value();
        care.customerId = start.customerId();
        care.cause = start.cause();
        care.state = CareState.TO_DECIDE;
        care.words = start.words();
        care.openedBy = by;
        care.openedAt = now;
        care.openedOn = today;
        care.reasonWords = "";
        care.offer = OfferKind.NONE;
        care.worth = Money.ZERO;
        care.offerWords = "";
        care.answerWords = "";
        return care;
    }

    /** Somebody of these groups calls; what the customer then is offered is known from now on. */
    void call(Set<Group> who, Instant due, OfferKind offered, Money value, int daysToAnswer) {
        require(CareState.TO_DECIDE);
        callers = who.stream().map(Group::id).sorted().collect(Collectors.joining(","));
        dueAt = due;
        offer = offered;
        worth = value;
        answerDays = daysToAnswer;
        state = CareState.TO_CALL;
    }

    /** The customer is worth no call. */
    void spare(Instant now) {
        require(CareState.TO_DECIDE);
        close(CareOutcome.NO_OFFER, now);
    }

    /** Somebody called and reached nobody; they are called again at that moment, or given up. */
    void notReached(@Nullable Instant again, @Nullable Instant due, String by, Instant now) {
        called(by, now);
        if (again == null) {
            close(CareOutcome.NOT_REACHED, now);
        } else {
            nextCallAt = again;
            dueAt = due;
            state = CareState.TO_CALL_AGAIN;
        }
    }

    /** The customer said why. */
    void reached(String code, String said, Instant due, String by, Instant now) {
        called(by, now);
        reason = code;
        reasonWords = said;
        if (offer == OfferKind.NONE) {
            close(CareOutcome.NO_OFFER, now);
        } else {
            dueAt = due;
            state = CareState.TO_OFFER;
        }
    }

    private void called(String by, Instant now) {
        require(CareState.TO_CALL, CareState.TO_CALL_AGAIN);
        attempts++;
        calledBy = by;
        calledAt = now;
        nextCallAt = null;
    }

    void offered(CareOfferMade made, String by, Instant now) {
        require(CareState.TO_OFFER);
        voucher = made.voucher();
        visitOn = made.visitOn();
        offerWords = made.words();
        offeredBy = by;
        offeredAt = now;
        answerUntil = now.plus(answerDays, ChronoUnit.DAYS);
        dueAt = answerUntil;
        state = CareState.WAITING;
    }

    void answered(CareAnswer answer, Instant now) {
        require(CareState.WAITING);
        answerWords = answer.words();
        answeredAt = now;
        close(answer.accepted() ? CareOutcome.ACCEPTED : CareOutcome.DECLINED, now);
    }

    /** Whether the time of the answer is over. */
    boolean isUnanswered(Instant now) {
        return state == CareState.WAITING && answerUntil != null && !now.isBefore(answerUntil);
    }

    void unanswered(Instant now) {
        require(CareState.WAITING);
        close(CareOutcome.NO_ANSWER, now);
    }

    /** The customer came again, which is the best of answers. */
    void returned(Instant now) {
        requireOpen();
        answeredAt = now;
        close(CareOutcome.RETURNED, now);
    }

    void withdraw(Instant now) {
        requireOpen();
        state = CareState.WITHDRAWN;
        dueAt = null;
        nextCallAt = null;
        closedAt = now;
    }

    private void close(CareOutcome how, Instant now) {
        outcome = how;
        state = CareState.CLOSED;
        dueAt = null;
        nextCallAt = null;
        closedAt = now;
    }

    boolean isOpen() {
        return !OVER.contains(state);
    }

    CaseNumber number() {
        return new CaseNumber(number);
    }

    String customerId() {
        return customerId;
    }

    CareCause cause() {
        return cause;
    }

    OfferKind offer() {
        return offer;
    }

    int attempts() {
        return attempts;
    }

    /** The groups that call; none before that is decided. */
    Set<Group> callers() {
        return callers == null
                ? Set.of()
                : Arrays.stream(callers.split(","))
                        .map(Group::of)
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    CareProgress progress() {
        return new CareProgress(
                number(), state, outcome, callers(), dueAt, nextCallAt, answerUntil);
    }

    CareView view() {
        return new CareView(
                number(),
                customerId,
                cause,
                state,
                outcome,
                words,
                openedBy,
                openedAt,
                callers(),
                dueAt,
                nextCallAt,
                attempts,
                calledBy,
                calledAt,
                reason,
                reasonWords,
                offer,
                worth,
                voucher,
                visitOn,
                offerWords,
                offeredBy,
                offeredAt,
                answerUntil,
                answerWords,
                answeredAt,
                closedAt);
    }

    void requireToOffer() {
        require(CareState.TO_OFFER);
    }

    void requireToCall() {
        require(CareState.TO_CALL, CareState.TO_CALL_AGAIN);
    }

    private void requireOpen() {
        if (!isOpen()) {
            throw wrongState();
        }
    }

    private void require(CareState first, CareState... more) {
        if (!EnumSet.of(first, more).contains(state)) {
            throw wrongState();
        }
    }

    private Refusal wrongState() {
        return Refusal.notNow(
                "Care case %1$s is now: %2$s. | 关怀案件%1$s当前状态：%3$s。"
                        .formatted(number, state.english(), state.chinese()),
                "Open it again to see what it waits for. | 请重新打开，查看其当前状态。");
    }
}
