package dev.innkeeper.keyaccount;

import dev.innkeeper.casefile.CaseFile;
import dev.innkeeper.casefile.CaseFiles;
import dev.innkeeper.casefile.CasefileProperties;
import dev.innkeeper.common.Actor;
import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Group;
import dev.innkeeper.common.Money;
import dev.innkeeper.common.Page;
import dev.innkeeper.common.People;
import dev.innkeeper.common.Phrase;
import dev.innkeeper.common.Refusal;
import dev.innkeeper.common.Texts;
import dev.innkeeper.decision.Decided;
import dev.innkeeper.keyaccount.facts.PartnerReward;
import dev.innkeeper.keyaccount.facts.RewardApproval;
import dev.innkeeper.keyaccount.facts.RewardCondition;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Every operation on rewards, each one transaction or part of the caller's. */
@Service
@Transactional
public class RewardDesk {

    private static final int LONGEST_WORDS = 4_000;
    private static final int LONGEST_REFERENCE = 100;
    private static final List<Group> PAYERS = List.of(Group.FINANCE, Group.GENERAL_MANAGER);

    private final Rewards rewards;
    private final RewardRecords records;
    private final RewardViews views;
    private final RewardJudgements judgements;
    private final RewardReception reception;
    private final Partners partners;
    private final PartnerRecords partnerRecords;
    private final AuditFindings findings;
    private final DealDesk deals;
    private final CaseFiles files;
    private final People people;
    private final Clock clock;
    private final ZoneId zone;

    RewardDesk(
            Rewards rewards,
            RewardRecords records,
            RewardViews views,
            RewardJudgements judgements,
            RewardReception reception,
            Partners partners,
            PartnerRecords partnerRecords,
            AuditFindings findings,
            DealDesk deals,
            CaseFiles files,
            People people,
            Clock clock,
            CasefileProperties properties) {
        this.rewards = rewards;
        this.records = records;
        this.views = views;
        this.judgements = judgements;
        this.reception = reception;
        this.partners = partners;
        this.partnerRecords = partnerRecords;
        this.findings = findings;
        this.deals = deals;
        this.files = files;
        this.people = people;
        this.clock = clock;
        this.zone = properties.zone();
    }

    /**
     * The deal is won: from now on its partners stay as they are.
     *
     * @return the rewards to be decided, that of the partner registered first before the other
     */
    public List<CaseNumber> open(CaseNumber deal) {
        List<Reward> waiting =
                reception.of(deal).stream().filter(Reward::isWaitingForTheDeal).toList();
        for (int i = 0; i < waiting.size(); i++) {
            waiting.get(i).take(i + 1, waiting.size());
        }
        rewards.saveAll(waiting);
        return waiting.stream().map(Reward::number).toList();
    }

    /**
     * Asks the rules how much it is and who approves it. What can no longer come true lets it lapse
     * at once, so that nobody approves in vain.
     */
    public RewardProgress decide(CaseNumber number) {
        Reward reward = load(number);
        CaseFile file = open(reward, Actor.SYSTEM);
        PartnerView partner = partner(reward);
        DealView deal = deals.read(reward.deal());
        Decided<PartnerReward> judged = judgements.reward(reward, partner, deal);
        PartnerReward answer = judged.result();
        Money amount = new Money(answer.amount());
        file.judged(
                "REWARD_JUDGED",
                Phrase.both("Reward of %s CNY".formatted(amount), "奖励%s元".formatted(amount)),
                judged);
        if (isHopeless(answer) || amount.isZero()) {
            reward.judge(answer);
            return lapsed(
                    reward,
                    file,
                    RewardLapse.NOT_ELIGIBLE,
                    amount.isZero()
                            ? Phrase.both("There is nothing to pay", "无可支付金额")
                            : words(Reward.beyondHope(answer.missing())));
        }
        Decided<RewardApproval> approval = judgements.approval(number, amount);
        Group approver =
                people.approver(approval.result().approvers(), interested(reward, partner, deal));
        reward.propose(answer, approver);
        file.judged(
                "APPROVER_DECIDED",
                Phrase.both(
                        "To be approved by the " + approver.english(),
                        "待%s审批".formatted(approver.chinese())),
                approval);
        file.tell("reward.approval", args(reward, partner), Set.of(approver));
        return save(reward, file);
    }

    /**
     * Somebody approves the amount, or refuses it with a reason.
     *
     * @throws Refusal FORBIDDEN for the owner of the deal, for who registered the partner or the
     *     prospect, and outside the group that approves
     */
    public RewardProgress approve(CaseNumber number, RewardVerdict verdict, Actor by) {
        by.refuseAuditor();
        Reward reward = load(number);
        PartnerView partner = partner(reward);
        DealView deal = deals.read(reward.deal());
        refuseOutsideOf(reward.approverGroup(), by, "approved", "审批");
        if (interested(reward, partner, deal).contains(by.userId())) {
            throw Refusal.forbidden(
                    "Nobody approves a reward for a deal or a partner of their own. |"
                            + " 不能审批本人商机或本人登记的合作伙伴的奖励。",
                    "Ask somebody else of the group that approves. | 请由审批组的其他人审批。");
        }
        CaseFile file = open(reward, by);
        if (!verdict.approved()) {
            String reason = Texts.required("reason", verdict.reason(), LONGEST_WORDS);
            reward.refuse(by.userId(), reason, file.now());
            RewardNews.lapsed(file, reward, partner);
            return save(reward, file);
        }
        String reason = Texts.optional("reason", verdict.reason(), LONGEST_WORDS);
        reward.approve(by.userId(), file.now());
        file.note(
                "REWARD_APPROVED",
                Phrase.both(
                        "Reward of %s CNY approved".formatted(reward.amount()),
                        "奖励%s元已批准".formatted(reward.amount())),
                reason);
        file.tell(
                "reward.approved",
                args(reward, partner),
                Set.of(Group.SALES, Group.KEY_ACCOUNT_SERVICE),
                Set.of(partner.registeredBy()));
        return save(reward, file);
    }

    /** Asks the rules again with what is true now. */
    public RewardProgress review(CaseNumber number) {
        Reward reward = load(number);
        CaseFile file = open(reward, Actor.SYSTEM);
        PartnerView partner = partner(reward);
        RewardState before = reward.state();
        Set<RewardCondition> missingBefore = reward.missing();
        Decided<PartnerReward> judged =
                judgements.reward(reward, partner, deals.read(reward.deal()));
        PartnerReward answer = judged.result();
        reward.review(answer, zone, file.now());
        if (isHopeless(answer)) {
            return lapsedAsJudged(reward, file, judged);
        }
        if (reward.state() != before || !reward.missing().equals(missingBefore)) {
            file.judged("REWARD_REVIEWED", standing(reward), judged);
        }
        if (reward.state() != before) {
            tellOfState(file, reward, partner);
        }
        return save(reward, file);
    }

    /**
     * A condition of the deal's rewards may have changed.
     *
     * @return the rewards that are to be reviewed
     */
    public List<CaseNumber> conditionsChanged(CaseNumber deal) {
        List<Reward> waiting = reception.of(deal).stream().filter(Reward::isUnderReview).toList();
        // Saved as they are: a review at the same moment fails on the version and is done again.
        rewards.saveAll(waiting);
        return waiting.stream().map(Reward::number).toList();
    }

    /**
     * The partner claims the reward.
     *
     * @param words how the partner claimed it; may be empty
     * @throws Refusal NOT_NOW where it is not earned yet, claimed before, or too late
     */
    public RewardProgress claim(CaseNumber number, String words, Actor by) {
        PartnerRights.mayEnter(by);
        String said = Texts.optional("words", words, LONGEST_WORDS);
        Reward reward = load(number);
        CaseFile file = open(reward, by);
        reward.claim(by.userId(), zone, file.now());
        file.note("REWARD_CLAIMED", Phrase.both("Claimed by the partner", "合作伙伴已申领"), said);
        return save(reward, file);
    }

    /** The time to claim it is over. */
    public RewardProgress lapseUnclaimed(CaseNumber number) {
        Reward reward = load(number);
        CaseFile file = open(reward, Actor.SYSTEM);
        return lapsed(
                reward,
                file,
                RewardLapse.NOT_CLAIMED,
                Phrase.both(
                        "Not claimed before " + Phrase.of(reward.claimUntil(), zone),
                        "未在%s之前申领".formatted(Phrase.of(reward.claimUntil(), zone))));
    }

    /**
     * Finance paid the reward. There is one payment of a reward, whatever is tried again.
     *
     * @throws Refusal FORBIDDEN for who approved it, and outside the group that pays; REFUSED for
     *     another amount; NOT_NOW while an audit finding is open, and where it is paid already
     */
    public RewardProgress pay(CaseNumber number, RewardPayment payment, Actor by) {
        by.refuseAuditor();
        String reference =
                Texts.required("bankReference", payment.bankReference(), LONGEST_REFERENCE);
        Reward reward = load(number);
        PartnerView partner = partner(reward);
        DealView deal = deals.read(reward.deal());
        refuseOutsideOf(payer(reward), by, "paid", "支付");
        if (by.userId().equals(reward.decidedBy())) {
            throw Refusal.forbidden(
                    "Nobody pays a reward that they approved. | 不能支付自己审批的奖励。",
                    "Ask somebody else of the group that pays. | 请由支付组的其他人办理。");
        }
        CaseFile file = open(reward, by);
        reward.pay(contractDate(deal), zone, file.now());
        refuseOpenFinding(reward);
        if (payment.amount().compareTo(reward.amount()) != 0) {
            throw Refusal.refused(
                    "amount",
                    "The reward is %1$s CNY, not %2$s. | 奖励金额为%1$s元，不是%2$s元。"
                            .formatted(reward.amount(), payment.amount()),
                    "Pay exactly %1$s CNY. | 请支付%1$s元整额。".formatted(reward.amount()));
        }
        rewards.save(reward);
        try {
            records.pay(
                    number,
                    new RewardPayment(payment.amount(), reference),
                    by.userId(),
                    file.now());
        } catch (DuplicateKeyException e) {
            throw Refusal.notNow(
                    "Reward %1$s is paid already. | 奖励%1$s已支付。".formatted(number),
                    "Look at its payment; there is never a second one. |" + " 请查看其付款记录，不会重复支付。");
        }
        file.note(
                "REWARD_PAID",
                Phrase.both(
                        "%s CNY paid, reference %s".formatted(payment.amount(), reference),
                        "已支付%s元，流水号%s".formatted(payment.amount(), reference)),
                "");
        file.tell(
                "reward.paid",
                args(reward, partner),
                Set.of(Group.SALES, Group.CUSTOMER_SERVICE_MANAGER),
                Set.of(partner.registeredBy()));
        files.log(file);
        return progress(reward);
    }

    /**
     * The contract of the deal is cancelled: what is not paid lapses, what was paid within the days
     * of the claw-back is taken back, and what was paid before stays as it is.
     *
     * @throws Refusal NOT_NOW where the contract is not cancelled
     */
    public RewardProgress settleCancellation(CaseNumber number) {
        Reward reward = load(number);
        CaseFile file = open(reward, Actor.SYSTEM);
        DealView deal = deals.read(reward.deal());
        Instant cancelledAt = deal.cancelledAt();
        if (cancelledAt == null) {
            throw Refusal.notNow(
                    "The contract of deal %1$s is not cancelled. | 商机%1$s的合同并未取消。"
                            .formatted(deal.number()),
                    "Cancel it over /api/deals/{number}/cancellation. |"
                            + " 请通过 /api/deals/{number}/cancellation 取消。");
        }
        String day = Phrase.of(cancelledAt, zone);
        String words = Phrase.both("Contract cancelled on " + day, "合同于%s取消".formatted(day));
        if (!reward.cancel(cancelledAt, words, file.now())) {
            return progress(reward);
        }
        PartnerView partner = partner(reward);
        if (reward.state() == RewardState.LAPSED) {
            RewardNews.lapsed(file, reward, partner);
        } else {
            file.note(
                    "REWARD_CLAWED_BACK",
                    Phrase.both(
                            "To be taken back: contract cancelled on " + day,
                            "须追回：合同于%s取消".formatted(day)),
                    "");
            file.tell(
                    "reward.clawback",
                    args(reward, partner),
                    EnumSet.of(payer(reward), Group.SALES, Group.CUSTOMER_SERVICE_MANAGER));
        }
        return save(reward, file);
    }

    /**
     * Finance got a reward back.
     *
     * @throws Refusal REFUSED for nothing, or for more than was paid; NOT_NOW where it is not to be
     *     taken back, or was before
     */
    public RewardProgress collect(CaseNumber number, RewardCollection collected, Actor by) {
        by.refuseAuditor();
        String reference = Texts.required("reference", collected.reference(), LONGEST_REFERENCE);
        Reward reward = load(number);
        refuseOutsideOf(payer(reward), by, "taken back", "追回");
        reward.requireClawedBack();
        if (collected.amount().isZero() || collected.amount().isMoreThan(reward.amount())) {
            throw Refusal.refused(
                    "amount",
                    "What comes back is more than 0 and at most %1$s CNY. |"
                                    .formatted(reward.amount())
                            + " 追回金额须大于0且不超过%1$s元。".formatted(reward.amount()),
                    "Enter what the partner gave back. | 请填写实际追回的金额。");
        }
        CaseFile file = open(reward, by);
        try {
            records.collect(
                    number,
                    new RewardCollection(collected.amount(), reference),
                    by.userId(),
                    file.now());
        } catch (DuplicateKeyException e) {
            throw Refusal.notNow(
                    "Reward %1$s was taken back already. | 奖励%1$s已追回。".formatted(number),
                    "Look at its time line. | 请查看其时间线。");
        }
        file.note(
                "REWARD_COLLECTED",
                Phrase.both(
                        "%s CNY came back, reference %s".formatted(collected.amount(), reference),
                        "已追回%s元，流水号%s".formatted(collected.amount(), reference)),
                "");
        file.tell(
                "reward.collected",
                Map.of(
                        "partner",
                        partner(reward).name(),
                        "deal",
                        reward.deal().value(),
                        "amount",
                        collected.amount().toString()),
                Set.of(Group.SALES, Group.CUSTOMER_SERVICE_MANAGER));
        return save(reward, file);
    }

    /** Its answers and dates now. */
    @Transactional(readOnly = true)
    public RewardProgress progress(CaseNumber number) {
        return progress(load(number));
    }

    /** Everything that a person needs to see who works on it. */
    @Transactional(readOnly = true)
    public RewardTaskView view(CaseNumber number) {
        Reward reward = load(number);
        return views.of(reward, progress(reward), partner(reward));
    }

    /**
     * A page of the rewards that pass the filter, the latest first.
     *
     * @param offset how many to leave out, from 0
     * @param limit how many to give, 1 to 200
     */
    @Transactional(readOnly = true)
    public Page<RewardRow> find(RewardFilter filter, int offset, int limit) {
        return records.find(filter, offset, limit);
    }

    /** The rewards of a deal whose processes are told of its cancellation. */
    @Transactional(readOnly = true)
    public List<CaseNumber> ofDeal(CaseNumber deal) {
        return reception.of(deal).stream()
                .filter(reward -> !reward.isWaitingForTheDeal())
                .filter(reward -> reward.state() != RewardState.LAPSED)
                .map(Reward::number)
                .toList();
    }

    private Reward load(CaseNumber number) {
        return rewards.findById(number.value())
                .orElseThrow(
                        () ->
                                Refusal.unknown(
                                        "number",
                                        "There is no reward %1$s. | 没有编号为%1$s的奖励。"
                                                .formatted(number),
                                        "Look for it in the list of rewards. | 请在奖励列表中查找。"));
    }

    private CaseFile open(Reward reward, Actor by) {
        return new CaseFile(reward.number(), clock.instant(), by);
    }

    private RewardProgress save(Reward reward, CaseFile file) {
        rewards.save(reward);
        files.log(file);
        return progress(reward);
    }

    private RewardProgress progress(Reward reward) {
        return reward.progress(payer(reward));
    }

    private PartnerView partner(Reward reward) {
        return partners.findById(reward.partnerId())
                .orElseThrow(() -> RewardReception.unknown("partnerId", reward.partnerId()))
                .view();
    }

    private RewardProgress lapsed(Reward reward, CaseFile file, RewardLapse why, String words) {
        reward.lapse(why, words, file.now());
        RewardNews.lapsed(file, reward, partner(reward));
        return save(reward, file);
    }

    private RewardProgress lapsedAsJudged(
            Reward reward, CaseFile file, Decided<PartnerReward> judged) {
        Set<RewardCondition> hopeless = Reward.beyondHope(judged.result().missing());
        file.judged("REWARD_REVIEWED", Phrase.both("Not eligible", "不符合条件"), judged);
        return lapsed(
                reward,
                file,
                hopeless.contains(RewardCondition.CLAIMED_IN_TIME)
                        ? RewardLapse.NOT_CLAIMED
                        : RewardLapse.NOT_ELIGIBLE,
                words(hopeless));
    }

    private static boolean isHopeless(PartnerReward answer) {
        return !Reward.beyondHope(answer.missing()).isEmpty();
    }

    /** Those who have something to gain: they do not approve. */
    private Set<String> interested(Reward reward, PartnerView partner, DealView deal) {
        return Stream.of(
                        deal.owner(),
                        partner.registeredBy(),
                        partnerRecords
                                .registration(reward.registrationId())
                                .map(RegistrationView::enteredBy)
                                .orElse(null))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private Group payer(Reward reward) {
        return people.approver(
                PAYERS, Stream.ofNullable(reward.decidedBy()).collect(Collectors.toSet()));
    }

    private static void refuseOutsideOf(
            @Nullable Group group, Actor by, String verb, String chineseVerb) {
        if (group != null && !by.isIn(group)) {
            throw Refusal.forbidden(
                    "This reward is %s by the %s. | 该奖励须由%s%s。"
                            .formatted(verb, group.english(), group.chinese(), chineseVerb),
                    "Ask somebody of that group. | 请联系该组人员。");
        }
    }

    private void refuseOpenFinding(Reward reward) {
        for (String subject : List.of(reward.partnerId(), reward.deal().value())) {
            if (findings.isOpenOn(subject)) {
                throw Refusal.notNow(
                        "An audit finding on %1$s is open. | %1$s有未结的审计问题。".formatted(subject),
                        "Wait until the auditor closes it. | 请等待审计人员结案。");
            }
        }
    }

    /** A contract that was entered without a date counts from the day on which the deal was won. */
    private LocalDate contractDate(DealView deal) {
        LocalDate date = deal.contractDate();
        if (date != null) {
            return date;
        }
        Instant won = deal.closedAt();
        return (won == null ? deal.stageSince() : won).atZone(zone).toLocalDate();
    }

    private String standing(Reward reward) {
        return switch (reward.state()) {
            case EARNED ->
                    Phrase.both(
                            "Earned; to be claimed before " + Phrase.of(reward.claimUntil(), zone),
                            "已获得；须在%s之前申领".formatted(Phrase.of(reward.claimUntil(), zone)));
            case PAYABLE -> Phrase.both("Payable", "待支付");
            default ->
                    "Still missing: %s | 尚缺：%s"
                            .formatted(
                                    labels(reward.missing(), true),
                                    labels(reward.missing(), false));
        };
    }

    private void tellOfState(CaseFile file, Reward reward, PartnerView partner) {
        switch (reward.state()) {
            case EARNED ->
                    file.tell(
                            "reward.earned",
                            args(reward, partner),
                            Set.of(Group.SALES, Group.KEY_ACCOUNT_SERVICE),
                            Set.of(partner.registeredBy()));
            case PAYABLE ->
                    file.tell("reward.payable", args(reward, partner), Set.of(payer(reward)));
            default -> {
                // The other states are told of by the operations that lead to them.
            }
        }
    }

    private Map<String, String> args(Reward reward, PartnerView partner) {
        return Map.of(
                "partner",
                partner.name(),
                "deal",
                reward.deal().value(),
                "amount",
                reward.amount().toString(),
                "until",
                Phrase.of(reward.claimUntil(), zone));
    }

    private static String words(Set<RewardCondition> missing) {
        return Phrase.both(labels(missing, true), labels(missing, false));
    }

    private static String labels(Set<RewardCondition> conditions, boolean english) {
        List<String> labels = new ArrayList<>();
        conditions.forEach(
                condition -> labels.add(english ? condition.english() : condition.chinese()));
        return String.join(english ? ", " : "、", labels);
    }
}
