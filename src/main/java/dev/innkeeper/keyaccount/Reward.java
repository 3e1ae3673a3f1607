package dev.innkeeper.keyaccount;

import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Group;
import dev.innkeeper.common.Money;
import dev.innkeeper.common.Phrase;
import dev.innkeeper.common.Refusal;
import dev.innkeeper.keyaccount.facts.PartnerReward;
import dev.innkeeper.keyaccount.facts.RewardCondition;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/** The reward of a partner for a deal. Its verbs refuse what its state forbids. */
@Table("reward")
final class Reward {

    private static final String COMMA = ",";

    /** Before these the deal or somebody else has to do something; the others never change. */
    private static final Set<RewardCondition> CAN_STILL_COME =
            EnumSet.of(
                    RewardCondition.REVIEW_ACCEPTED,
                    RewardCondition.FIRST_PAYMENT,
                    RewardCondition.NO_AUDIT_FINDING);

    @Id private String number;
    @Version private int version;
    private RewardState state;
    private Instant stateSince;
    private String deal;
    private String partnerId;
    private long registrationId;
    private Instant registeredAt;
    private Instant leadAt;
    private @Nullable Integer position;
    private @Nullable Integer partners;
    private Money amount;
    private String missing;
    private int claimDays;
    private int clawBackDays;
    private @Nullable Group approverGroup;
    private @Nullable String decidedBy;
    private @Nullable Instant approvedAt;
    private @Nullable Instant earnedAt;
    private @Nullable Instant claimUntil;
    private @Nullable Instant claimedAt;
    private @Nullable String claimedBy;
    private @Nullable Instant payableAt;
    private @Nullable Instant paidAt;
    private @Nullable Instant clawBackUntil;
    private @Nullable RewardLapse lapse;
    private String words;
    private @Nullable Long serving;

    static Reward registered(
            CaseNumber number,
            CaseNumber deal,
            RegistrationView registration,
            Instant leadAt,
            Instant now) {
        Reward reward = new Reward();
        reward.number = number.value();
        reward.state = RewardState.REGISTERED;
        reward.stateSince = now;
        reward.deal = deal.value();
        reward.partnerId = registration.partnerId();
        reward.registrationId = registration.id();
        reward.registeredAt = registration.at();
        reward.leadAt = leadAt;
        reward.amount = Money.ZERO;
        reward.missing = "";
        reward.words = "";
        reward.serving = registration.id();
        return reward;
    }

    /** The deal is won: from now on nobody else joins its partners. */
    void take(int nth, int of) {
        require(RewardState.REGISTERED, "opened");
        position = nth;
        partners = of;
    }

    /** The rules said how much and who approves it. */
    void propose(PartnerReward judged, Group approver) {
        require(RewardState.REGISTERED, "proposed");
        judge(judged);
        amount = new Money(judged.amount());
        approverGroup = approver;
    }

    void approve(String by, Instant now) {
        require(RewardState.REGISTERED, "approved");
        decidedBy = by;
        approvedAt = now;
        enter(RewardState.APPROVED, now);
    }

    void refuse(String by, String reason, Instant now) {
        require(RewardState.REGISTERED, "refused");
        decidedBy = by;
        lapse(RewardLapse.REFUSED, reason, now);
    }

    /**
     * Looks at what is true now: earned where only the claim is missing, payable where nothing is.
     * It is never more than what was approved, whatever the rules say later.
     */
    void review(PartnerReward judged, ZoneId zone, Instant now) {
        if (state != RewardState.APPROVED && state != RewardState.EARNED) {
            throw outOfTurn("reviewed");
        }
        judge(judged);
        Money judgedNow = new Money(judged.amount());
        amount = amount.isMoreThan(judgedNow) ? judgedNow : amount;
        if (!judged.eligible()) {
            return;
        }
        if (claimedAt != null) {
            payableAt = now;
            enter(RewardState.PAYABLE, now);
        } else if (state == RewardState.APPROVED) {
            earnedAt = now;
            claimUntil = startOfDay(day(now, zone).plusDays(claimDays + 1L), zone);
            enter(RewardState.EARNED, now);
        }
    }

    /**
     * The partner claims it.
     *
     * @throws Refusal NOT_NOW where it is not earned, claimed before, or too late
     */
    void claim(String by, ZoneId zone, Instant now) {
        if (claimedAt != null) {
            throw Refusal.notNow(
                    "Reward %1$s was claimed on %2$s. | 奖励%1$s已于%2$s申领。"
                            .formatted(number, Phrase.of(claimedAt, zone)),
                    "There is no need to claim it again. | 无需重复申领。");
        }
        require(RewardState.EARNED, "claimed");
        if (claimUntil != null && !now.isBefore(claimUntil)) {
            throw Refusal.notNow(
                    "Reward %1$s could be claimed before %2$s. | 奖励%1$s须在%2$s之前申领。"
                            .formatted(number, Phrase.of(claimUntil, zone)),
                    "It has lapsed. | 该奖励已失效。");
        }
        claimedAt = now;
        claimedBy = by;
    }

    /** Finance paid it; the days of the claw-back run from the date of the contract. */
    void pay(LocalDate contractDate, ZoneId zone, Instant now) {
        require(RewardState.PAYABLE, "paid");
        paidAt = now;
        clawBackUntil = startOfDay(contractDate.plusDays(clawBackDays + 1L), zone);
        enter(RewardState.PAID, now);
    }

    /**
     * The contract is cancelled.
     *
     * @return whether anything changed
     */
    boolean cancel(Instant cancelledAt, String reason, Instant now) {
        switch (state) {
            case REGISTERED, APPROVED, EARNED, PAYABLE -> {
                lapse(RewardLapse.CANCELLED, reason, now);
                return true;
            }
            case PAID -> {
                if (clawBackUntil == null || !cancelledAt.isBefore(clawBackUntil)) {
                    return false;
                }
                words = reason;
                enter(RewardState.CLAWED_BACK, now);
                return true;
            }
            case CLAWED_BACK, LAPSED -> {
                return false;
            }
        }
        throw new IllegalStateException(state.name());
    }

    void requireClawedBack() {
        require(RewardState.CLAWED_BACK, "collected");
    }

    void lapse(RewardLapse why, String reason, Instant now) {
        if (state == RewardState.PAID
                || state == RewardState.CLAWED_BACK
                || state == RewardState.LAPSED) {
            throw outOfTurn("lapsed");
        }
        lapse = why;
        words = reason;
        serving = null;
        enter(RewardState.LAPSED, now);
    }

    RewardProgress progress(Group payer) {
        return new RewardProgress(
                number(), state, approverGroup, standing(), payer, claimUntil, clawBackUntil);
    }

    /** Whether nobody knows of it yet but the case file: the deal is not won. */
    boolean isWaitingForTheDeal() {
        return state == RewardState.REGISTERED && position == null;
    }

    /** Whether a condition that comes true may change it. */
    boolean isUnderReview() {
        return standing() == RewardStanding.CONDITIONS;
    }

    /** Whether something can still be paid. */
    boolean isOpen() {
        return switch (state) {
            case REGISTERED, APPROVED, EARNED, PAYABLE -> true;
            case PAID, CLAWED_BACK, LAPSED -> false;
        };
    }

    private RewardStanding standing() {
        return switch (state) {
            case APPROVED -> RewardStanding.CONDITIONS;
            case EARNED -> claimedAt == null ? RewardStanding.CLAIM : RewardStanding.CONDITIONS;
            case PAYABLE -> RewardStanding.PAYMENT;
            case REGISTERED, PAID, CLAWED_BACK, LAPSED -> RewardStanding.NOTHING;
        };
    }

    /** What of it can never come true any more. */
    static Set<RewardCondition> beyondHope(Set<RewardCondition> missing) {
        Set<RewardCondition> hopeless = new TreeSet<>(missing);
        hopeless.removeAll(CAN_STILL_COME);
        return hopeless;
    }

    /** What stands in the way, now that the rules were asked. */
    void judge(PartnerReward judged) {
        missing = judged.missing().stream().map(Enum::name).collect(Collectors.joining(COMMA));
        claimDays = judged.claimWithinDays();
        clawBackDays = judged.clawBackWithinDays();
    }

    private void enter(RewardState next, Instant now) {
        state = next;
        stateSince = now;
    }

    private void require(RewardState needed, String verb) {
        if (state != needed) {
            throw outOfTurn(verb);
        }
    }

    private Refusal outOfTurn(String verb) {
        return Refusal.notNow(
                "Reward %1$s cannot be %2$s: it is %3$s. | 奖励%1$s当前状态为“%4$s”，不能进行此操作。"
                        .formatted(
                                number,
                                verb,
                                state.english().toLowerCase(Locale.ROOT),
                                state.chinese()),
                "Open it again to see what it waits for. | 请重新打开，查看其当前状态。");
    }

    private static LocalDate day(Instant moment, ZoneId zone) {
        return moment.atZone(zone).toLocalDate();
    }

    private static Instant startOfDay(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    CaseNumber number() {
        return new CaseNumber(number);
    }

    RewardState state() {
        return state;
    }

    Instant stateSince() {
        return stateSince;
    }

    CaseNumber deal() {
        return new CaseNumber(deal);
    }

    String partnerId() {
        return partnerId;
    }

    long registrationId() {
        return registrationId;
    }

    Instant registeredAt() {
        return registeredAt;
    }

    Instant leadAt() {
        return leadAt;
    }

    int position() {
        return position == null ? 0 : position;
    }

    int partners() {
        return partners == null ? 0 : partners;
    }

    Money amount() {
        return amount;
    }

    Set<RewardCondition> missing() {
        Set<RewardCondition> conditions = EnumSet.noneOf(RewardCondition.class);
        if (!missing.isEmpty()) {
            Arrays.stream(missing.split(COMMA))
                    .map(RewardCondition::valueOf)
                    .forEach(conditions::add);
        }
        return Collections.unmodifiableSet(conditions);
    }

    @Nullable Group approverGroup() {
        return approverGroup;
    }

    @Nullable String decidedBy() {
        return decidedBy;
    }

    @Nullable Instant approvedAt() {
        return approvedAt;
    }

    @Nullable Instant earnedAt() {
        return earnedAt;
    }

    @Nullable Instant claimUntil() {
        return claimUntil;
    }

    @Nullable Instant claimedAt() {
        return claimedAt;
    }

    @Nullable String claimedBy() {
        return claimedBy;
    }

    @Nullable Instant payableAt() {
        return payableAt;
    }

    @Nullable Instant paidAt() {
        return paidAt;
    }

    @Nullable Instant clawBackUntil() {
        return clawBackUntil;
    }

    @Nullable RewardLapse lapse() {
        return lapse;
    }

    String words() {
        return words;
    }
}
