package dev.innkeeper.creditreview;

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
import dev.innkeeper.creditreview.facts.CreditApproval;
import dev.innkeeper.creditreview.facts.CreditEvents;
import dev.innkeeper.creditreview.facts.CreditGrade;
import dev.innkeeper.creditreview.facts.CreditScore;
import dev.innkeeper.customer.CustomerDesk;
import dev.innkeeper.customer.Receivables;
import dev.innkeeper.customer.ReceivablesDesk;
import dev.innkeeper.decision.Decided;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Every operation on credit reviews, each one transaction or part of the caller's. */
@Service
@Transactional
public class CreditReviewDesk {

    private static final int LONGEST_WORDS = 4_000;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final Set<Group> COMPANY_ASSESSORS = Set.of(Group.CUSTOMER_INFORMATION);
    private static final Set<Group> FINANCE_ASSESSORS = Set.of(Group.FINANCE);
    private static final Set<Group> SPEAK_WITH_CUSTOMER = Set.of(Group.KEY_ACCOUNT_SERVICE);

    private final CreditReviews reviews;
    private final CreditReviewRecords records;
    private final CreditReviewReception reception;
    private final CreditReviewFiles views;
    private final CreditJudgements judgements;
    private final CreditSignals signals;
    private final CreditDesk credits;
    private final ReceivablesDesk receivables;
    private final CustomerDesk customers;
    private final CaseFiles files;
    private final People people;
    private final Clock clock;
    private final ZoneId zone;

    CreditReviewDesk(
            CreditReviews reviews,
            CreditReviewRecords records,
            CreditReviewReception reception,
            CreditReviewFiles views,
            CreditJudgements judgements,
            CreditSignals signals,
            CreditDesk credits,
            ReceivablesDesk receivables,
            CustomerDesk customers,
            CaseFiles files,
            People people,
            Clock clock,
            CasefileProperties properties) {
        this.reviews = reviews;
        this.records = records;
        this.reception = reception;
        this.views = views;
        this.judgements = judgements;
        this.signals = signals;
        this.credits = credits;
        this.receivables = receivables;
        this.customers = customers;
        this.files = files;
        this.people = people;
        this.clock = clock;
        this.zone = properties.zone();
    }

    /**
     * There is a reason to review a customer's credit. It starts a review, joins the one that is
     * open, or, told before, does nothing.
     *
     * @throws Refusal UNKNOWN where there is no such customer; FORBIDDEN for who may not ask;
     *     REFUSED for a reason that only the service sees, and for a day before the terms that
     *     hold; INVALID for a field without meaning
     */
    public ReviewOpened open(ReviewRequest request, Actor by) {
        return reception.open(request, by);
    }

    /**
     * Reads the figures as of the review's day, and prefills what people assess with what they said
     * the last time. What is long overdue by then belongs to this review and raises no other.
     */
    public CreditReviewProgress collect(CaseNumber number) {
        CreditReview review = load(number);
        CaseFile file = open(review, Actor.SYSTEM);
        CreditTerms present = credits.present(review.customerId()).orElse(null);
        Receivables found = receivables.read(review.customerId(), review.asOf());
        CreditFigures figures = figures(found, present);
        if (!review.isAssessedBefore()) {
            records.lastApplied(review.customerId())
                    .flatMap(reviews::findById)
                    .ifPresent(
                            last ->
                                    review.prefill(
                                            last.companyAssessment(),
                                            last.financeAssessment().withoutOverride()));
        }
        review.collect(
                figures,
                customers.read(review.customerId()).tier(),
                present == null ? null : present.version(),
                file.now());
        records.keepFactors(number, List.of());
        signals.belongTo(review, figures, file.now());
        file.note(
                "FIGURES_COLLECTED",
                Phrase.both(
                        "Figures as of %s: turnover %s, open %s, overdue %s CNY"
                                .formatted(
                                        review.asOf(),
                                        figures.turnover(),
                                        figures.openBalance(),
                                        figures.overdue()),
                        "截至%s的数据：年营业额%s元，未付%s元，逾期%s元"
                                .formatted(
                                        review.asOf(),
                                        figures.turnover(),
                                        figures.openBalance(),
                                        figures.overdue())),
                "");
        return save(review, file);
    }

    private static CreditFigures figures(Receivables found, @Nullable CreditTerms present) {
        return new CreditFigures(
                found.turnover12Months(),
                found.averageMonthlySpend(),
                found.averageDaysLate(),
                found.worstDaysLate(),
                found.openBalance(),
                found.overdueNow(),
                found.oldestDaysOverdue(),
                found.disputedShare(),
                found.dso(),
                present == null ? null : use(found.openBalance(), present.limit()));
    }

    /** What is open in percent of a limit; null where there is none to use. */
    static @Nullable BigDecimal use(Money open, @Nullable Money limit) {
        return limit == null || limit.isZero()
                ? null
                : open.amount().multiply(HUNDRED).divide(limit.amount(), 4, RoundingMode.DOWN);
    }

    /**
     * Customer information assesses the company.
     *
     * @throws Refusal FORBIDDEN outside of customer information; NOT_NOW where that is not due
     */
    public CreditReviewProgress assessCompany(
            CaseNumber number, CompanyAssessment assessment, Actor by) {
        CreditRights.require(by, COMPANY_ASSESSORS);
        CreditReview review = load(number);
        CaseFile file = open(review, by);
        review.assess(assessment, by.userId(), file.now());
        file.note(
                "COMPANY_ASSESSED",
                Phrase.both(
                        "Company %d, market %d, economy %d"
                                .formatted(
                                        assessment.company(),
                                        assessment.market(),
                                        assessment.economy()),
                        "企业素质%d，市场环境%d，经济环境%d"
                                .formatted(
                                        assessment.company(),
                                        assessment.market(),
                                        assessment.economy())),
                assessment.companyWords());
        return save(review, file);
    }

    /**
     * Finance assesses the means.
     *
     * @throws Refusal FORBIDDEN outside of finance; NOT_NOW where that is not due
     */
    public CreditReviewProgress assessFinances(
            CaseNumber number, FinanceAssessment assessment, Actor by) {
        CreditRights.require(by, FINANCE_ASSESSORS);
        CreditReview review = load(number);
        CaseFile file = open(review, by);
        review.assess(assessment, by.userId(), file.now());
        file.note(
                "FINANCES_ASSESSED",
                Phrase.both(
                        "Finances %d, guarantees %d"
                                .formatted(assessment.finances(), assessment.guarantees()),
                        "财务状况%d，担保%d".formatted(assessment.finances(), assessment.guarantees())),
                assessment.financesWords());
        return save(review, file);
    }

    /** Asks the rules for the score; a person's score, given with a reason, counts instead. */
    public CreditReviewProgress score(CaseNumber number) {
        CreditReview review = load(number);
        CaseFile file = open(review, Actor.SYSTEM);
        Decided<CreditScore> judged = judgements.score(review);
        review.score(judged.result().score());
        records.keepFactors(number, judged.result().factors());
        file.judged(
                "CREDIT_SCORED",
                Phrase.both("Score " + judged.result().score(), "信用评分" + judged.result().score()),
                judged);
        if (review.isOverridden()) {
            file.overridden(
                    "SCORE_OVERRIDDEN",
                    Phrase.both(
                            "Score %d instead, by %s"
                                    .formatted(review.score(), review.financesBy()),
                            "%2$s将评分调整为%1$d".formatted(review.score(), review.financesBy())),
                    review.financeAssessment().overrideReason(),
                    judged.id());
        }
        return save(review, file);
    }

    /** Asks the rules for the terms. */
    public CreditReviewProgress grade(CaseNumber number) {
        CreditReview review = load(number);
        CaseFile file = open(review, Actor.SYSTEM);
        Decided<CreditGrade> judged =
                judgements.grade(review, credits.present(review.customerId()).orElse(null));
        CreditGrade grade = judged.result();
        CreditProposal proposal =
                new CreditProposal(
                        grade.band(),
                        new Money(grade.limit()),
                        grade.termDays(),
                        grade.cashOnly(),
                        grade.nextReviewDays(),
                        grade.movement(),
                        CreditProposal.ids(grade.tell()));
        review.grade(proposal);
        file.judged(
                "TERMS_PROPOSED",
                Phrase.both(
                        "%s: %s".formatted(grade.band().english(), english(proposal)),
                        "%s：%s".formatted(grade.band().chinese(), chinese(proposal))),
                judged);
        return save(review, file);
    }

    private static String english(CreditProposal terms) {
        return terms.cashOnly()
                ? "cash only"
                : "limit %s CNY, %d days".formatted(terms.newLimit(), terms.termDays());
    }

    private static String chinese(CreditProposal terms) {
        return terms.cashOnly()
                ? "仅限现金"
                : "额度%s元，账期%d天".formatted(terms.newLimit(), terms.termDays());
    }

    /** Asks the rules who approves the terms: never who asked for the review or assessed. */
    public CreditReviewProgress decideApproval(CaseNumber number) {
        CreditReview review = load(number);
        CaseFile file = open(review, Actor.SYSTEM);
        Decided<CreditApproval> judged =
                judgements.approval(review, credits.present(review.customerId()).orElse(null));
        List<Group> ladder = judged.result().approvers();
        Group approver = ladder.isEmpty() ? null : people.approver(ladder, review.interested());
        review.propose(approver, Actor.SYSTEM.userId(), file.now());
        if (approver == null) {
            file.judged(
                    "APPROVAL_NOT_NEEDED",
                    Phrase.both("Nobody has to approve the terms", "条件无需审批"),
                    judged);
        } else {
            file.judged(
                    "APPROVER_DECIDED",
                    Phrase.both(
                            "To be approved by: " + approver.english(),
                            "待%s审批".formatted(approver.chinese())),
                    judged);
            file.tell("credit.approval", args(review), Set.of(approver));
        }
        return save(review, file);
    }

    /**
     * Somebody approves the terms, returns them to be assessed again, or rejects them, so that the
     * old ones stay.
     *
     * @throws Refusal FORBIDDEN outside of the group that approves, and for who asked for the
     *     review or assessed; INVALID without a reason to return or reject them; NOT_NOW where it
     *     waits for no approval
     */
    public CreditReviewProgress approve(CaseNumber number, TermsJudgement judgement, Actor by) {
        by.refuseAuditor();
        CreditReview review = load(number);
        Group approver = review.approverGroup();
        if (approver != null) {
            CreditRights.require(by, Set.of(approver));
        }
        if (review.interested().contains(by.userId())) {
            throw Refusal.forbidden(
                    "Nobody approves terms that they asked for or assessed. | 不能审批自己申请或评估的条件。",
                    "Ask somebody else of the group that approves. | 请由审批组的其他人审批。");
        }
        String reason =
                judgement.verdict() == TermsVerdict.APPROVE
                        ? Texts.optional("reason", judgement.reason(), LONGEST_WORDS)
                        : Texts.required("reason", judgement.reason(), LONGEST_WORDS);
        CaseFile file = open(review, by);
        review.decide(judgement.verdict(), reason, by.userId(), file.now());
        switch (judgement.verdict()) {
            case APPROVE ->
                    file.note("TERMS_APPROVED", Phrase.both("Terms approved", "条件已批准"), reason);
            case RETURN -> {
                file.note(
                        "TERMS_RETURNED",
                        Phrase.both("Returned to be assessed again", "退回重新评估"),
                        reason);
                file.tell(
                        "credit.returned",
                        with(args(review), "reason", reason),
                        EnumSet.of(Group.CUSTOMER_INFORMATION, Group.FINANCE));
            }
            case REJECT -> {
                file.note(
                        "TERMS_REJECTED",
                        Phrase.both("Rejected: the old terms stay", "已否决：原条件不变"),
                        reason);
                CreditAccount account = credits.lock(review.customerId());
                account.close(number, nextReview(review));
                credits.save(account);
                file.tell(
                        "credit.rejected",
                        with(args(review), "reason", reason),
                        EnumSet.of(Group.FINANCE, Group.KEY_ACCOUNT_SERVICE));
            }
        }
        return save(review, file);
    }

    /** The terms hold from now on; the old ones stay readable. */
    public CreditReviewProgress apply(CaseNumber number) {
        CreditReview review = load(number);
        CaseFile file = open(review, Actor.SYSTEM);
        Integer before = review.termsBefore();
        CreditProposal proposal = review.proposal();
        LocalDate from = review.effectiveOn(today());
        CreditTerms terms =
                new CreditTerms(
                        review.customerId(),
                        before == null ? 1 : before + 1,
                        from,
                        null,
                        review.tier(),
                        review.score(),
                        proposal.band(),
                        proposal.newLimit(),
                        proposal.termDays(),
                        proposal.cashOnly(),
                        proposal.movement(),
                        number,
                        review.approvedBy(),
                        Set.of(),
                        file.now());
        review.apply(terms.version(), file.now());
        credits.grant(terms, nextReview(review));
        signals.judged(review);
        file.note(
                "TERMS_APPLIED",
                Phrase.both(
                        "Terms version %d from %s: %s"
                                .formatted(terms.version(), from, english(proposal)),
                        "第%d版条件自%s起生效：%s".formatted(terms.version(), from, chinese(proposal))),
                "");
        return save(review, file);
    }

    /** Tells the departments that the rules named; who was told is kept with the terms. */
    public CreditReviewProgress tell(CaseNumber number) {
        CreditReview review = load(number);
        CaseFile file = open(review, Actor.SYSTEM);
        CreditProposal proposal = review.proposal();
        Set<Group> departments = proposal.departments();
        review.tell(CreditProposal.ids(departments), file.now());
        credits.told(number, departments);
        if (departments.isEmpty()) {
            return save(review, file);
        }
        file.note(
                "DEPARTMENTS_TOLD",
                Phrase.both(
                        "Told: " + names(departments, Group::english, ", "),
                        "已通知：" + names(departments, Group::chinese, "、")),
                "");
        file.tell("credit.applied", args(review), departments);
        return save(review, file);
    }

    private static String names(Set<Group> groups, Function<Group, String> name, String between) {
        return groups.stream().sorted().map(name).collect(Collectors.joining(between));
    }

    /** What the review found to be overdue, and of whom. */
    @Transactional(readOnly = true)
    public OverdueFound overdue(CaseNumber number) {
        CreditReview review = load(number);
        return new OverdueFound(review.customerId(), review.asOf());
    }

    /**
     * What is overdue is collected from now on.
     *
     * @param dunning the case that collects it, or null where nothing is overdue any more
     */
    public CreditReviewProgress dunned(CaseNumber number, @Nullable CaseNumber dunning) {
        CreditReview review = load(number);
        if (dunning == null) {
            return review.progress();
        }
        CaseFile file = open(review, Actor.SYSTEM);
        file.note("DUNNING_STARTED", Phrase.both("Dunning: " + dunning, "催收：" + dunning), "");
        files.log(file);
        return review.progress();
    }

    /**
     * The customer was told of a cut.
     *
     * @throws Refusal FORBIDDEN outside of key-account service; INVALID without what was said
     */
    public CreditReviewProgress inform(CaseNumber number, CreditInformation information, Actor by) {
        CreditRights.require(by, SPEAK_WITH_CUSTOMER);
        CreditInformation told =
                new CreditInformation(
                        Texts.required("said", information.said(), LONGEST_WORDS),
                        Texts.optional("answer", information.answer(), LONGEST_WORDS));
        CreditReview review = load(number);
        CaseFile file = open(review, by);
        review.inform(told, by.userId(), file.now());
        file.note("CUSTOMER_INFORMED", Phrase.both("The customer was told", "已告知客户"), told.said());
        return save(review, file);
    }

    /**
     * Somebody cancels a review that is not decided.
     *
     * @param nextReviewOn when the customer is due instead, or null for when it was due
     * @throws Refusal FORBIDDEN for others than finance, the general manager and who asked for it;
     *     INVALID without a reason, and for a day that does not lie ahead; NOT_NOW where it is over
     */
    public CreditReviewProgress withdraw(
            CaseNumber number, String reason, @Nullable LocalDate nextReviewOn, Actor by) {
        by.refuseAuditor();
        CreditReview review = load(number);
        if (!review.isRequestedBy(by.userId())) {
            CreditRights.require(by, CreditRights.WITHDRAW);
        }
        String why = Texts.required("reason", reason, LONGEST_WORDS);
        if (nextReviewOn != null && !nextReviewOn.isAfter(today())) {
            throw Refusal.invalid(
                    "nextReviewOn",
                    "The date %1$s does not lie ahead. | 日期%1$s不晚于今天。".formatted(nextReviewOn),
                    "Give a later day, or leave it out. | 请填写今天之后的日期，或留空。");
        }
        CaseFile file = open(review, by);
        review.withdraw(why, by.userId(), file.now());
        CreditAccount account = credits.lock(review.customerId());
        account.close(number, nextReviewOn == null ? account.nextReviewOn() : nextReviewOn);
        credits.save(account);
        file.note("REVIEW_WITHDRAWN", Phrase.both("Review withdrawn", "核查已撤回"), why);
        return save(review, file);
    }

    /**
     * Somebody remarks on it.
     *
     * @throws Refusal INVALID without words
     */
    public void comment(CaseNumber number, String text, Actor by) {
        CreditRights.require(by, CreditRights.READ);
        CaseFile file = open(load(number), by);
        file.note(
                "COMMENTED",
                Phrase.both("Comment", "备注"),
                Texts.required("text", text, LONGEST_WORDS));
        files.log(file);
    }

    /** Where it stands. */
    @Transactional(readOnly = true)
    public CreditReviewProgress progress(CaseNumber number) {
        return load(number).progress();
    }

    /**
     * The review with all that belongs to it.
     *
     * @throws Refusal UNKNOWN where there is none
     */
    @Transactional(readOnly = true)
    public CreditReviewFile view(CaseNumber number) {
        return views.of(load(number));
    }

    /**
     * A part of the list of reviews, the latest first.
     *
     * @param offset how many to leave out, from 0
     * @param limit how many to give, 1 to 200
     */
    @Transactional(readOnly = true)
    public Page<CreditReviewRow> find(CreditReviewFilter filter, int offset, int limit) {
        return records.find(filter, offset, limit);
    }

    /** The customers who are due for a review and under none, by id. */
    @Transactional(readOnly = true)
    public List<String> due(String after, LocalDate asOf, int limit) {
        return records.due(after, asOf, limit);
    }

    /**
     * Whether the use of a customer's limit has just risen to where the rules raise it; empty where
     * it has not, or the customer has no limit.
     */
    public Optional<ReviewRequest> highUse(String customerId) {
        CreditAccount account = credits.lock(customerId);
        LocalDate today = today();
        BigDecimal use = use(receivables.balance(customerId, today).open(), account.limit());
        return use == null ? Optional.empty() : Optional.ofNullable(raise(account, use, today));
    }

    /** The reviewed customers whose use of credit is to be looked at, by id. */
    @Transactional(readOnly = true)
    public List<String> reviewed(String after, int limit) {
        return records.reviewed(after, limit);
    }

    /**
     * What reviewed customers owe as reasons to review them again: each invoice that is long
     * overdue, and each rise of the use of the limit, that was not raised before.
     */
    public List<ReviewRequest> reasons(List<String> customerIds, LocalDate asOf) {
        CreditEvents marks = judgements.marks();
        Map<String, Receivables> owed = receivables.read(customerIds, asOf);
        Map<String, CreditStanding> standings = credits.standings(customerIds);
        List<ReviewRequest> requests = new ArrayList<>();
        for (String customer : customerIds) {
            Receivables found = owed.get(customer);
            CreditStanding standing = standings.get(customer);
            if (found == null || standing == null) {
                continue;
            }
            if (found.oldestDaysOverdue() > marks.overdueMoreThanDays()) {
                requests.addAll(signals.overdue(customer, asOf, marks));
            }
            BigDecimal use = use(found.openBalance(), standing.limit());
            if (use != null && CreditSignals.isHigh(use, marks) != standing.useRaised()) {
                Optional.ofNullable(raise(credits.lock(customer), use, asOf))
                        .ifPresent(requests::add);
            }
        }
        return requests;
    }

    private @Nullable ReviewRequest raise(CreditAccount account, BigDecimal use, LocalDate asOf) {
        return signals.use(account, use, asOf);
    }

    private LocalDate nextReview(CreditReview review) {
        return review.effectiveOn(today()).plusDays(review.proposal().nextReviewDays());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    private static Map<String, String> args(CreditReview review) {
        CreditProposal proposal = review.proposal();
        return Map.of(
                "customer",
                review.customerId(),
                "terms",
                Phrase.both(english(proposal), chinese(proposal)),
                "movement",
                Phrase.of(proposal.movement()));
    }

    private static Map<String, String> with(Map<String, String> some, String key, String value) {
        Map<String, String> more = new HashMap<>(some);
        more.put(key, value);
        return more;
    }

    private CreditReview load(CaseNumber number) {
        return reviews.findById(number.value())
                .orElseThrow(
                        () ->
                                Refusal.unknown(
                                        "number",
                                        "There is no credit review %1$s. | 没有编号为%1$s的信用核查。"
                                                .formatted(number),
                                        "Look for it in the list of reviews. | 请在核查列表中查找。"));
    }

    private CaseFile open(CreditReview review, Actor by) {
        return new CaseFile(review.number(), clock.instant(), by);
    }

    private CreditReviewProgress save(CreditReview review, CaseFile file) {
        CreditReviewProgress progress = reviews.save(review).progress();
        files.log(file);
        return progress;
    }
}
