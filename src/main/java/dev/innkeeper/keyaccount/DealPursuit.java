package dev.innkeeper.keyaccount;

import dev.innkeeper.casefile.CasefileProperties;
import dev.innkeeper.casefile.TimeLine;
import dev.innkeeper.common.Group;
import dev.innkeeper.common.Phrase;
import dev.innkeeper.common.Refusal;
import dev.innkeeper.customer.CustomerDesk;
import dev.innkeeper.decision.Decided;
import dev.innkeeper.keyaccount.facts.DealEscalation;
import dev.innkeeper.keyaccount.facts.DealGrade;
import dev.innkeeper.keyaccount.facts.DealGrading;
import dev.innkeeper.keyaccount.facts.GateItem;
import dev.innkeeper.keyaccount.facts.GateResult;
import dev.innkeeper.keyaccount.facts.LeadVerdict;
import dev.innkeeper.keyaccount.facts.Qualification;
import dev.innkeeper.keyaccount.facts.Stage;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How a deal goes from stage to stage, and what is watched meanwhile. */
@Component
class DealPursuit {

    private static final String QUALIFIED = "LEAD_QUALIFIED";

    private final DealJudgements judgements;
    private final DealReasons reasons;
    private final DealRecords records;
    private final CustomerDesk customers;
    private final TimeLine timeLine;
    private final ZoneId zone;

    DealPursuit(
            DealJudgements judgements,
            DealReasons reasons,
            DealRecords records,
            CustomerDesk customers,
            TimeLine timeLine,
            CasefileProperties properties) {
        this.judgements = judgements;
        this.reasons = reasons;
        this.records = records;
        this.customers = customers;
        this.timeLine = timeLine;
        this.zone = properties.zone();
    }

    /** The rules say what the lead is worth. */
    void qualify(DealFile file, boolean partnerRegisteredBefore) {
        Decided<Qualification> decided =
                judgements.qualification(file.deal(), partnerRegisteredBefore);
        Qualification qualification = decided.result();
        file.deal().qualify(qualification);
        file.judged(
                QUALIFIED,
                Phrase.both(
                        "%d points: %s"
                                .formatted(
                                        qualification.points(), qualification.verdict().english()),
                        "%d分：%s"
                                .formatted(
                                        qualification.points(), qualification.verdict().chinese())),
                decided);
    }

    /** A person says what the lead is worth, and why. */
    void verify(DealFile file, Verification verification) {
        Deal deal = file.deal();
        LeadVerdict byRules = deal.verdict();
        Instant until = null;
        if (verification.verdict() == LeadVerdict.NURTURE) {
            until = nurtureUntil(verification, file.now());
        }
        if (verification.verdict() == LeadVerdict.QUALIFY && owner(verification, deal) == null) {
            throw Refusal.invalid(
                    "owner",
                    "Nobody hunts the deal yet. | 尚未指定负责人。",
                    "Say who of sales takes it. | 请指定由哪位销售人员跟进。");
        }
        deal.verify(verification, until);
        String what =
                Phrase.both(
                        "Verified: " + verification.verdict().english().toLowerCase(Locale.ROOT),
                        "核实结论：" + verification.verdict().chinese());
        if (verification.verdict() == byRules) {
            file.note("LEAD_VERIFIED", what, verification.words());
        } else {
            file.overridden(
                    "LEAD_VERIFIED",
                    what,
                    verification.words(),
                    timeLine.lastDecision(file.number(), QUALIFIED).orElse(null));
        }
        switch (verification.verdict()) {
            case QUALIFY -> pass(file, Stage.QUALIFIED);
            case DISCARD ->
                    end(file, Outcome.discarded(verification.reason(), verification.words()));
            case NURTURE -> {
                // The process waits until the date.
            }
        }
    }

    private static @Nullable String owner(Verification verification, Deal deal) {
        return verification.owner() == null ? deal.owner() : verification.owner();
    }

    private Instant nurtureUntil(Verification verification, Instant now) {
        LocalDate day = verification.nurtureUntil();
        if (day == null || !day.isAfter(today(now))) {
            throw Refusal.invalid(
                    "nurtureUntil",
                    "The lead is to be looked at again on a day to come. | 请填写将来的再次核实日期。",
                    "Give a date after today. | 请填写晚于今天的日期。");
        }
        return day.atStartOfDay(zone).toInstant();
    }

    /**
     * Asks the gate of a stage: open, the deal enters it; shut, it stays where it is and is told
     * what is missing.
     */
    void pass(DealFile file, Stage to) {
        Deal deal = file.deal();
        Decided<GateResult> gate = judgements.gate(deal, to);
        if (!gate.result().open()) {
            deal.hold(gate.result().missing());
            file.judged("GATE_SHUT", shut(to, gate.result().missing()), gate);
            return;
        }
        Stage from = deal.stage();
        deal.enter(to, file.now());
        file.judged(
                "STAGE_ENTERED",
                Phrase.both("Stage: " + to.english(), "进入阶段：" + to.chinese()),
                gate);
        if (Deal.isEnd(to)) {
            closed(file, from);
        } else {
            if (to == Stage.NEGOTIATING
                    && customers.read(deal.origin().customerId()).creditLimit() == null) {
                askForCredit(file);
            }
            grade(file);
            watch(file);
        }
    }

    /** How it ends, as far as the gate lets it. */
    void end(DealFile file, Outcome outcome) {
        if (!Deal.isEnd(outcome.stage())) {
            throw Refusal.invalid(
                    "outcome",
                    "A deal ends won, lost or discarded. | 商机以赢单、丢单或放弃结束。",
                    "Use WON, LOST or DISCARDED. | 请使用 WON、LOST 或 DISCARDED。");
        }
        String reason = outcome.reason();
        if (reason != null && !reasons.known(reason, outcome.stage())) {
            throw Refusal.invalid(
                    "reason",
                    "There is no such reason for this outcome. | 该结果没有此原因代码。",
                    "Use one of: "
                            + codes(outcome.stage())
                            + ". | 请使用以下之一："
                            + codes(outcome.stage())
                            + "。");
        }
        if (outcome.contract() != null) {
            refuseAhead(file, "contractDate", outcome.contract().date());
        }
        file.deal().decide(outcome, today(file.now()));
        pass(file, outcome.stage());
    }

    /** Refuses a date on which something cannot have happened yet. */
    void refuseAhead(DealFile file, String field, @Nullable LocalDate day) {
        if (day != null && day.isAfter(today(file.now()))) {
            throw Refusal.invalid(
                    field,
                    "The date %1$s lies ahead. | 日期%1$s晚于今天。".formatted(day),
                    "Give the day on which it was done. | 请填写实际日期。");
        }
    }

    private String codes(Stage outcome) {
        return reasons.all().stream()
                .filter(reason -> reason.outcome() == outcome)
                .map(DealReason::code)
                .collect(Collectors.joining(", "));
    }

    private void closed(DealFile file, Stage from) {
        Deal deal = file.deal();
        file.tell(
                "deal.closed",
                Map.of("outcome", Phrase.of(deal.stage())),
                EnumSet.of(
                        Group.SALES, Group.CUSTOMER_SERVICE_MANAGER, Group.CUSTOMER_INFORMATION));
        if (deal.stage() == Stage.WON) {
            askForCredit(file);
        }
        file.publish(new DealClosed(file.number(), deal.stage(), from));
    }

    private static void askForCredit(DealFile file) {
        String customer = file.deal().origin().customerId();
        file.publish(new CreditReviewRequested(file.number(), customer));
        file.tell("deal.credit", Map.of("customer", customer), Set.of(Group.FINANCE));
    }

    /** Grades the deal as it is now; its rhythm changes at once. */
    DealGrade grade(DealFile file) {
        Deal deal = file.deal();
        DealView view = deal.view(List.of(), List.of());
        Decided<DealGrading> grading =
                judgements.grade(
                        file.number(),
                        view.need(),
                        view.chance(),
                        view.expectedCloseOn(),
                        today(file.now()));
        boolean other = grading.result().grade() != deal.grade();
        deal.grade(grading.result(), file.now());
        if (other) {
            file.judged(
                    "DEAL_GRADED",
                    Phrase.both(
                            "Grade %s, days from one follow-up to the next: %d"
                                    .formatted(grading.result().grade(), deal.followUpEveryDays()),
                            "%s级，每%d天跟进一次"
                                    .formatted(grading.result().grade(), deal.followUpEveryDays())),
                    grading);
        }
        return grading.result().grade();
    }

    void followUp(DealFile file, FollowUp followUp) {
        Deal deal = file.deal();
        deal.followUp(followUp, file.now());
        DealGrade grade = grade(file);
        records.addFollowUp(file.number(), file.now(), file.by().userId(), followUp, grade);
        file.note("FOLLOWED_UP", Phrase.both("Followed up", "已跟进"), followUp.words());
        watch(file);
    }

    /**
     * Looks whether follow-ups were missed and whether it stands still, and tells whom rules say.
     */
    void check(DealFile file) {
        Deal deal = file.deal();
        int missed = deal.missFollowUps(file.now());
        if (missed > 0) {
            file.note(
                    "FOLLOW_UP_MISSED",
                    Phrase.both(
                            "Follow-up missed, %d in a row".formatted(deal.missedInARow()),
                            "未按时跟进，已连续%d次".formatted(deal.missedInARow())),
                    "");
        }
        grade(file);
        watch(file);
    }

    private void watch(DealFile file) {
        Deal deal = file.deal();
        DealGrade grade = Objects.requireNonNull(deal.grade());
        Decided<DealEscalation> decided = judgements.escalation(deal, grade, file.now());
        DealEscalation escalation = decided.result();
        deal.checked(escalation, file.now());
        if (!escalation.told().isEmpty()) {
            file.judged(
                    "DEAL_ESCALATED",
                    Phrase.both(
                            "Told: " + names(escalation.told(), Group::english),
                            "已通知：" + names(escalation.told(), Group::chinese)),
                    decided);
            String owner = deal.owner();
            file.tell(
                    "deal.stalled",
                    Map.of(
                            "stage",
                            Phrase.of(deal.stage()),
                            "days",
                            String.valueOf(deal.daysInStage(file.now())),
                            "missed",
                            String.valueOf(deal.missedInARow())),
                    escalation.told(),
                    owner == null ? Set.of() : Set.of(owner));
        }
    }

    private static String names(Set<Group> groups, Function<Group, String> name) {
        return groups.stream().sorted().map(name).collect(Collectors.joining(", "));
    }

    private static String shut(Stage to, Set<GateItem> missing) {
        return Phrase.both(
                "Not yet %s; missing: %s"
                        .formatted(
                                to.english().toLowerCase(Locale.ROOT),
                                missing.stream()
                                        .sorted()
                                        .map(GateItem::english)
                                        .collect(Collectors.joining(", "))),
                "尚不能进入“%s”，缺少：%s"
                        .formatted(
                                to.chinese(),
                                missing.stream()
                                        .sorted()
                                        .map(GateItem::chinese)
                                        .collect(Collectors.joining("、"))));
    }

    private LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, zone);
    }
}
