package dev.innkeeper.keyaccount;

import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Group;
import dev.innkeeper.common.Money;
import dev.innkeeper.common.Refusal;
import dev.innkeeper.keyaccount.facts.DealEscalation;
import dev.innkeeper.keyaccount.facts.DealGrade;
import dev.innkeeper.keyaccount.facts.DealGrading;
import dev.innkeeper.keyaccount.facts.GateItem;
import dev.innkeeper.keyaccount.facts.LeadVerdict;
import dev.innkeeper.keyaccount.facts.Need;
import dev.innkeeper.keyaccount.facts.Qualification;
import dev.innkeeper.keyaccount.facts.Stage;
import dev.innkeeper.keyaccount.facts.Urgency;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A lead and the deal that it becomes: what it is about, and how far it is. Its verbs refuse what
 * its stage forbids.
 */
@Table("deal")
final class Deal {

    private static final String COMMA = ",";

    /**
     * Where a deal of the past was until its end: all that is known is that somebody pursued it.
     */
    static final Stage PURSUED = Stage.QUALIFIED;

    /** Level from which a deal counts as stalled: its manager was told. */
    private static final int STALLED = 2;

    @Id private String number;
    @Version private int version;
    private Stage stage;
    private boolean imported;
    @Embedded.Empty private Origin origin;

    private Need need;
    private boolean chance;
    private boolean budgetKnown;
    private boolean decisionMakerKnown;
    private @Nullable Money yearlyVolume;
    private Money value;
    private @Nullable LocalDate expectedCloseOn;
    private @Nullable String owner;
    private @Nullable String farmer;

    private int points;
    private @Nullable LeadVerdict verdict;
    private @Nullable Instant nurtureUntil;
    private boolean contactVerified;

    private String steps;
    private @Nullable String plannedBy;
    private @Nullable String planApprovedBy;
    private String planRemark;

    private @Nullable LocalDate proposedOn;
    private @Nullable String topLevelContact;
    private String customersAnswer;
    private @Nullable String competitor;
    private boolean noCompetitor;

    private @Nullable String contractNumber;
    private @Nullable LocalDate contractDate;
    private int termMonths;
    private boolean prepaid;
    private Money creditRequested;
    private boolean marginAboveAverage;
    private boolean strategic;
    private boolean advancedManagement;

    private String missing;

    private @Nullable DealGrade grade;
    private @Nullable Urgency urgency;
    private int followUpEveryDays;
    private int followUpOpenDays;
    private @Nullable Instant followedUpAt;
    private @Nullable Instant followUpDueAt;
    private int missedInARow;
    private int missedAtLastCheck;

    private Instant stageSince;
    private int daysAtLastCheck;
    private @Nullable Instant stalledAt;
    private int level;
    private @Nullable Instant nextCheckAt;

    private @Nullable String reason;
    private String reasonWords;
    private @Nullable Stage closedFrom;
    private @Nullable Instant closedAt;
    private boolean keyAccount;
    private @Nullable Instant firstPaymentAt;
    private @Nullable Instant cancelledAt;
    private String cancelWords;
    private @Nullable CaseNumber linkedTo;

    /** A lead that has just come in. */
    static Deal received(CaseNumber number, Lead lead, Origin origin) {
        Deal deal = new Deal();
        deal.number = number.value();
        deal.stage = Stage.LEAD;
        deal.origin = origin;
        deal.need = lead.need();
        deal.chance = true;
        deal.budgetKnown = lead.budgetKnown();
        deal.decisionMakerKnown = lead.decisionMakerKnown();
        deal.yearlyVolume = lead.yearlyVolume();
        deal.value = lead.value();
        deal.expectedCloseOn = lead.expectedCloseOn();
        deal.owner = lead.owner();
        deal.steps = "";
        deal.planRemark = "";
        deal.customersAnswer = "";
        deal.creditRequested = Money.ZERO;
        deal.missing = "";
        deal.stageSince = origin.registeredAt();
        deal.daysAtLastCheck = -1;
        deal.reasonWords = "";
        deal.cancelWords = "";
        return deal;
    }

    /**
     * History: it passed no gates and starts no clocks.
     *
     * @param since when it entered its stage; with an end, when it was closed
     */
    static Deal imported(CaseNumber number, Lead lead, Origin origin, Stage stage, Instant since) {
        Deal deal = received(number, lead, origin);
        deal.imported = true;
        deal.stage = stage;
        deal.stageSince = since;
        if (isEnd(stage)) {
            deal.closedAt = since;
            deal.closedFrom = PURSUED;
        }
        return deal;
    }

    /** The lead is part of a deal that is open already. */
    void link(CaseNumber earlier) {
        require("linked", Stage.LEAD);
        linkedTo = earlier;
        stage = Stage.LINKED;
    }

    /** The rules say what the lead is worth. */
    void qualify(Qualification qualification) {
        require("qualified", Stage.LEAD);
        points = qualification.points();
        verdict = qualification.verdict();
        nurtureUntil = null;
    }

    /** A person says what the lead is worth. */
    void verify(Verification verification, @Nullable Instant until) {
        require("verified", Stage.LEAD);
        verdict = verification.verdict();
        contactVerified = verification.contactVerified();
        need = verification.need();
        budgetKnown = verification.budgetKnown();
        decisionMakerKnown = verification.decisionMakerKnown();
        yearlyVolume = verification.yearlyVolume();
        expectedCloseOn = verification.expectedCloseOn();
        nurtureUntil = until;
        if (verification.owner() != null) {
            owner = verification.owner();
        }
    }

    /** The plan waits for its approval. */
    void plan(DealPlan plan, String by) {
        require("planned", Stage.QUALIFIED);
        steps = plan.steps();
        plannedBy = by;
        planApprovedBy = null;
        planRemark = "";
    }

    /** Refuses unless a plan waits for its approval. */
    void requirePlan() {
        require("approved", Stage.QUALIFIED);
        if (plannedBy == null || planApprovedBy != null) {
            throw Refusal.notNow(
                    "Deal %1$s has no plan to approve. | 商机%1$s没有待批准的计划。".formatted(number),
                    "Plan it first. | 请先制定计划。");
        }
    }

    void approvePlan(String by) {
        requirePlan();
        planApprovedBy = by;
    }

    void returnPlan(String remark) {
        requirePlan();
        plannedBy = null;
        planRemark = remark;
    }

    /** Something was proposed. */
    void propose(Proposal proposal) {
        require("proposed", Stage.PLANNED);
        if (proposal.proposedOn() != null) {
            proposedOn = proposal.proposedOn();
        }
        if (!proposal.value().isZero()) {
            value = proposal.value();
        }
        if (proposal.topLevelContact() != null) {
            topLevelContact = proposal.topLevelContact();
        }
    }

    /** The customer answered. */
    void negotiate(Negotiation negotiation) {
        require("negotiated", Stage.PROPOSED);
        if (!negotiation.customersAnswer().isEmpty()) {
            customersAnswer = negotiation.customersAnswer();
        }
        competitor = negotiation.competitor() == null ? competitor : negotiation.competitor();
        noCompetitor = competitor == null && (noCompetitor || negotiation.noCompetitor());
    }

    /** Takes what is said of the end; the deal itself ends by {@link #enter}. */
    void decide(Outcome outcome, LocalDate today) {
        if (!isOpen()) {
            throw refuse("closed");
        }
        if (outcome.stage() == Stage.WON) {
            require("won", Stage.NEGOTIATING);
        }
        if (outcome.reason() != null) {
            reason = outcome.reason();
        }
        reasonWords = outcome.words();
        if (outcome.competitor() != null) {
            competitor = outcome.competitor();
            noCompetitor = false;
        }
        Outcome.Contract contract = outcome.contract();
        if (contract != null) {
            contractNumber = contract.number();
            contractDate = contract.date() == null ? today : contract.date();
            termMonths = contract.termMonths();
            prepaid = contract.prepaid();
            creditRequested = contract.creditRequested();
            marginAboveAverage = contract.grossMarginAboveAverage();
            strategic = contract.strategic();
            advancedManagement = contract.advancedManagement();
            if (!contract.value().isZero()) {
                value = contract.value();
            }
        }
    }

    /** The gate was shut: the deal stays where it is. */
    void hold(Set<GateItem> items) {
        missing = items.stream().sorted().map(Enum::name).collect(Collectors.joining(COMMA));
    }

    /** The gate was open. */
    void enter(Stage next, Instant now) {
        closedFrom = isEnd(next) ? stage : null;
        closedAt = isEnd(next) ? now : null;
        stage = next;
        stageSince = now;
        daysAtLastCheck = -1;
        stalledAt = null;
        level = 0;
        missing = "";
        if (isEnd(next)) {
            followUpDueAt = null;
            nextCheckAt = null;
            nurtureUntil = null;
        }
    }

    /** The rhythm of follow-ups changes at once. */
    void grade(DealGrading grading, Instant now) {
        boolean otherRhythm = grading.followUpEveryDays() != followUpEveryDays;
        if (grading.grade() != grade) {
            daysAtLastCheck = -1;
        }
        grade = grading.grade();
        urgency = grading.urgency();
        followUpEveryDays = grading.followUpEveryDays();
        followUpOpenDays = grading.openDaysBefore();
        if (otherRhythm || followUpDueAt == null) {
            Instant base = followedUpAt == null ? now : followedUpAt;
            Instant due = base.plus(rhythm());
            followUpDueAt = due.isAfter(now) ? due : now.plus(rhythm());
        }
    }

    /** An entry of the follow-up log. */
    void followUp(FollowUp followUp, Instant now) {
        if (!isPursued()) {
            throw refuse("followed up");
        }
        need = followUp.need();
        chance = followUp.chance();
        expectedCloseOn = followUp.expectedCloseOn();
        followedUpAt = now;
        missedInARow = 0;
        missedAtLastCheck = 0;
        followUpDueAt = now.plus(rhythm());
    }

    /**
     * Counts the follow-ups that fell due and did not happen.
     *
     * @return how many were missed since the last count
     */
    int missFollowUps(Instant now) {
        int missed = 0;
        while (followUpDueAt != null && !followUpDueAt.isAfter(now)) {
            missed++;
            followUpDueAt = followUpDueAt.plus(rhythm());
        }
        missedInARow += missed;
        return missed;
    }

    /** Somebody looked whether it stalls. */
    void checked(DealEscalation escalation, Instant now) {
        daysAtLastCheck = daysInStage(now);
        missedAtLastCheck = missedInARow;
        level = Math.max(level, escalation.level());
        if (level >= STALLED && stalledAt == null) {
            stalledAt = now;
        }
        Instant byStage =
                escalation.nextCheckAfterDays() == 0
                        ? null
                        : stageSince.plus(
                                Duration.ofDays(
                                        (long) daysAtLastCheck + escalation.nextCheckAfterDays()));
        nextCheckAt =
                Stream.of(byStage, followUpDueAt)
                        .filter(Objects::nonNull)
                        .min(Instant::compareTo)
                        .orElse(null);
    }

    /** Refuses for a deal from before the service, which is kept as it came. */
    void refuseHistory() {
        if (imported) {
            throw Refusal.notNow(
                    "Deal %1$s was imported and is kept as it came. | 商机%1$s为导入的历史数据，不再变更。"
                            .formatted(number),
                    "Bring it as a lead where it goes on. | 如仍在跟进，请作为新线索录入。");
        }
    }

    /** Somebody else hunts it. */
    void assign(String newOwner) {
        if (!isOpen()) {
            throw refuse("given to somebody else");
        }
        owner = newOwner;
    }

    /** The customer is a key account from now on. */
    void makeKeyAccount() {
        keyAccount = true;
    }

    /** Somebody looks after it from now on. */
    void handOver(String newFarmer) {
        require("handed over", Stage.WON);
        farmer = newFarmer;
    }

    /**
     * The customer paid.
     *
     * @return whether it was the first time
     */
    boolean pay(Instant at) {
        require("paid", Stage.WON);
        if (cancelledAt != null) {
            throw refuse("paid");
        }
        if (firstPaymentAt != null) {
            return false;
        }
        firstPaymentAt = at;
        return true;
    }

    /** The contract is cancelled. */
    void cancel(String words, Instant now) {
        require("cancelled", Stage.WON);
        if (cancelledAt != null) {
            throw refuse("cancelled");
        }
        cancelledAt = now;
        cancelWords = words;
    }

    CaseNumber number() {
        return new CaseNumber(number);
    }

    Stage stage() {
        return stage;
    }

    Origin origin() {
        return origin;
    }

    @Nullable String owner() {
        return owner;
    }

    @Nullable String plannedBy() {
        return plannedBy;
    }

    LeadVerdict verdict() {
        return Objects.requireNonNull(verdict);
    }

    @Nullable DealGrade grade() {
        return grade;
    }

    int followUpEveryDays() {
        return followUpEveryDays;
    }

    int missedInARow() {
        return missedInARow;
    }

    int missedAtLastCheck() {
        return missedAtLastCheck;
    }

    int daysAtLastCheck() {
        return daysAtLastCheck;
    }

    /** Whole days since it entered its stage. */
    int daysInStage(Instant now) {
        return (int) Math.max(Duration.between(stageSince, now).toDays(), 0);
    }

    boolean isMarginAboveAverage() {
        return marginAboveAverage;
    }

    boolean isStrategic() {
        return strategic;
    }

    boolean isManagementAdvanced() {
        return advancedManagement;
    }

    /** Whether it is neither over nor part of another one. */
    boolean isOpen() {
        return !isEnd(stage) && stage != Stage.LINKED;
    }

    /** Whether somebody works on it by the stages of a deal. */
    boolean isPursued() {
        return isOpen() && stage != Stage.LEAD;
    }

    static boolean isEnd(Stage stage) {
        return stage == Stage.WON || stage == Stage.LOST || stage == Stage.DISCARDED;
    }

    DealProgress progress(@Nullable Group planApprover) {
        return new DealProgress(
                number(),
                stage,
                stage == Stage.LINKED,
                verdict,
                nurtureUntil,
                owner,
                planApprovedBy != null,
                planApprover,
                !missing.isEmpty(),
                isEnd(stage),
                stage == Stage.WON,
                isReviewDue(),
                grade,
                level,
                followUpOpensAt(),
                followUpDueAt,
                nextCheckAt,
                priority());
    }

    DealView view(List<String> team, List<BudgetLine> planned) {
        return new DealView(
                number(),
                stage,
                imported,
                origin.externalId(),
                origin.registeredBy(),
                origin.registeredAt(),
                origin.source(),
                origin.partnerId(),
                origin.customerId(),
                origin.contact(),
                origin.product(),
                origin.words(),
                need,
                chance,
                budgetKnown,
                decisionMakerKnown,
                yearlyVolume,
                value,
                expectedCloseOn,
                owner,
                farmer,
                points,
                verdict,
                nurtureUntil,
                contactVerified,
                steps,
                plannedBy,
                planApprovedBy,
                planRemark,
                proposedOn,
                topLevelContact,
                customersAnswer,
                competitor,
                noCompetitor,
                contractNumber,
                contractDate,
                termMonths,
                prepaid,
                creditRequested,
                missing(),
                grade,
                urgency,
                followedUpAt,
                followUpDueAt,
                missedInARow,
                stageSince,
                stalledAt,
                level,
                reason,
                reasonWords,
                closedFrom,
                closedAt,
                keyAccount,
                firstPaymentAt,
                cancelledAt,
                cancelWords,
                linkedTo,
                team,
                planned);
    }

    private Set<GateItem> missing() {
        EnumSet<GateItem> items = EnumSet.noneOf(GateItem.class);
        if (!missing.isEmpty()) {
            Arrays.stream(missing.split(COMMA)).map(GateItem::valueOf).forEach(items::add);
        }
        return items;
    }

    private boolean isReviewDue() {
        return stage == Stage.WON
                || stage == Stage.LOST
                || stage == Stage.DISCARDED
                        && closedFrom != null
                        && closedFrom.compareTo(Stage.PROPOSED) >= 0;
    }

    private @Nullable Instant followUpOpensAt() {
        return followUpDueAt == null
                ? null
                : followUpDueAt.minus(Duration.ofDays(followUpOpenDays));
    }

    private int priority() {
        if (grade == null) {
            return 50;
        }
        int ofGrade =
                switch (grade) {
                    case A -> 70;
                    case B -> 55;
                    case C -> 40;
                    case D -> 25;
                    case E -> 10;
                };
        return ofGrade + 10 * level;
    }

    private Duration rhythm() {
        return Duration.ofDays(Math.max(followUpEveryDays, 1));
    }

    private void require(String what, Stage wanted) {
        if (stage != wanted) {
            throw refuse(what);
        }
    }

    private Refusal refuse(String what) {
        return Refusal.notNow(
                "Deal %1$s is %2$s and cannot be %3$s now. | 商机%1$s目前为“%4$s”，不能执行此操作。"
                        .formatted(
                                number,
                                stage.english().toLowerCase(Locale.ROOT),
                                what,
                                stage.chinese()),
                "Look at what the deal waits for. | 请查看该商机当前在等待什么。");
    }
}
