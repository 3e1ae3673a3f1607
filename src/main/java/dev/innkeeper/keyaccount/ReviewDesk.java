package dev.innkeeper.keyaccount;

import dev.innkeeper.calendar.Calendars;
import dev.innkeeper.casefile.CaseFile;
import dev.innkeeper.casefile.CaseFiles;
import dev.innkeeper.casefile.CasefileProperties;
import dev.innkeeper.common.Actor;
import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Group;
import dev.innkeeper.common.Money;
import dev.innkeeper.common.People;
import dev.innkeeper.common.Phrase;
import dev.innkeeper.common.Refusal;
import dev.innkeeper.common.Texts;
import dev.innkeeper.keyaccount.facts.Stage;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Every operation on the reviews of closed deals, each one transaction or part of the caller's.
 * What happens to a review is on the time line of its deal.
 */
@Service
@Transactional
public class ReviewDesk {

    /** Who asks customers about deals that are over. */
    public static final Set<Group> ASK_CUSTOMERS =
            Set.of(Group.CALL_CENTRE, Group.KEY_ACCOUNT_SERVICE);

    private static final Set<Group> LEARN = Set.of(Group.SALES, Group.KEY_ACCOUNT_SERVICE);

    /** Who accepts reviews, then who does where nobody else of those is there. */
    private static final List<Group> ACCEPTORS =
            List.of(Group.CUSTOMER_SERVICE_MANAGER, Group.GENERAL_MANAGER);

    private static final Set<Stage> ENDS = Set.of(Stage.WON, Stage.LOST, Stage.DISCARDED);
    private static final Set<String> NOBODY = Set.of("none", "no", "nobody", "无", "没有");

    private static final int LONGEST_WORDS = 4_000;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_TOPIC = 60;
    private static final int MOST_REASONS = 5;
    private static final int MOST_TOPICS = 10;
    private static final int HAPPIEST = 7;
    private static final BigDecimal LEAST_GAP = BigDecimal.valueOf(-100);
    private static final BigDecimal LARGEST_GAP = BigDecimal.valueOf(1_000);

    private final DealReviews reviews;
    private final DealDesk deals;
    private final DealReasons reasons;
    private final ExpenseLines lines;
    private final CaseFiles files;
    private final Calendars calendars;
    private final ReviewProperties days;
    private final People people;
    private final Clock clock;
    private final ZoneId zone;

    ReviewDesk(
            DealReviews reviews,
            DealDesk deals,
            DealReasons reasons,
            ExpenseLines lines,
            CaseFiles files,
            Calendars calendars,
            ReviewProperties days,
            People people,
            Clock clock,
            CasefileProperties properties) {
        this.reviews = reviews;
        this.deals = deals;
        this.reasons = reasons;
        this.lines = lines;
        this.files = files;
        this.calendars = calendars;
        this.days = days;
        this.people = people;
        this.clock = clock;
        this.zone = properties.zone();
    }

    /**
     * Opens the review of a deal that is over.
     *
     * @return its progress; empty where it was opened before
     * @throws Refusal NOT_NOW while the deal is open
     */
    public Optional<ReviewProgress> open(CaseNumber number) {
        if (reviews.existsById(number.value())) {
            return Optional.empty();
        }
        DealView deal = deals.read(number);
        if (!ENDS.contains(deal.stage())) {
            throw Refusal.notNow(
                    "Deal %1$s is not over. | 商机%1$s尚未结案。".formatted(number),
                    "Close it first: won, lost or discarded. | 请先结案：赢单、丢单或放弃。");
        }
        CaseFile file = new CaseFile(number, clock.instant(), Actor.SYSTEM);
        DealReview review =
                DealReview.opened(
                        number,
                        deal.stage(),
                        deal.closedFrom(),
                        deal.product(),
                        file.now(),
                        due(file.now(), days.writeWithin()));
        reviews.save(review);
        file.note("REVIEW_OPENED", Phrase.both("Case review to be written", "待撰写结案分析"), "");
        tellWriter(file, review, deal, "review.opened", Map.of());
        files.log(file);
        return Optional.of(progress(review, deal));
    }

    /**
     * The owner writes the review, or writes it anew.
     *
     * @throws Refusal INVALID or REFUSED where an answer is missing or cannot be; FORBIDDEN for
     *     anybody but the owner and sales
     */
    public ReviewProgress write(CaseNumber number, WrittenReview written, Actor by) {
        by.refuseAuditor();
        DealReview review = load(number);
        review.requireToWrite();
        DealView deal = deals.read(number);
        if (!by.userId().equals(deal.owner()) && !by.isIn(Group.SALES)) {
            throw Refusal.forbidden(
                    "The review is written by the owner of the deal, or by sales. |"
                            + " 结案分析由商机负责人或销售部撰写。",
                    "Leave it to them. | 请由其撰写。");
        }
        WrittenReview checked = checked(written, review);
        CaseFile file = new CaseFile(number, clock.instant(), by);
        review.write(checked, gap(checked), by.userId(), file.now());
        file.note(
                "REVIEW_WRITTEN", Phrase.both("Case review written", "结案分析已撰写"), checked.account());
        if (review.state() == ReviewState.TO_ASK) {
            review.dueAt(due(file.now(), days.askWithin()));
            file.tell("review.ask", args(review, Map.of()), ASK_CUSTOMERS);
        } else {
            askToAccept(file, review);
        }
        return save(file, review, deal);
    }

    /**
     * The review was not written in time: the owner is reminded, and the supervisor told; once in
     * each round. Nothing happens where it has been written meanwhile.
     */
    public ReviewProgress remind(CaseNumber number) {
        DealReview review = load(number);
        DealView deal = deals.read(number);
        CaseFile file = new CaseFile(number, clock.instant(), Actor.SYSTEM);
        if (!review.isOverdue(file.now())) {
            return progress(review, deal);
        }
        review.late();
        file.note("REVIEW_LATE", Phrase.both("Case review not written in time", "结案分析未按时撰写"), "");
        tellWriter(file, review, deal, "review.late", Map.of());
        file.tell("review.late", args(review, Map.of()), Set.of(Group.SUPERVISOR));
        return save(file, review, deal);
    }

    /**
     * Somebody has asked the customer, or tried to.
     *
     * @throws Refusal INVALID where an answer is missing; FORBIDDEN for who wrote the review, and
     *     outside the groups that ask customers
     */
    public ReviewProgress ask(CaseNumber number, CustomerAnswer answer, Actor by) {
        by.refuseAuditor();
        DealReview review = load(number);
        CaseFile file = new CaseFile(number, clock.instant(), by);
        CustomerAnswer checked = checked(answer);
        review.ask(checked, by.userId(), file.now());
        if (by.groups().stream().noneMatch(ASK_CUSTOMERS::contains)) {
            throw Refusal.forbidden(
                    "The customer is asked by the call centre or key-account service. |"
                            + " 客户回访由客户呼叫中心或大客户服务部进行。",
                    "Leave it to them. | 请由其回访。");
        }
        file.note(
                checked.reached() ? "CUSTOMER_ASKED" : "CUSTOMER_NOT_REACHED",
                checked.reached()
                        ? Phrase.both("The customer was asked", "已回访客户")
                        : Phrase.both("The customer was not reached", "未联系上客户"),
                checked.words());
        askToAccept(file, review);
        return save(file, review, deals.read(number));
    }

    /**
     * The manager accepts the review, which makes a lesson of it, or gives it back.
     *
     * @throws Refusal INVALID where a review is given back without a reason; FORBIDDEN for who
     *     wrote it, and outside the group that accepts it
     */
    public ReviewProgress judge(CaseNumber number, Verdict verdict, Actor by) {
        by.refuseAuditor();
        DealReview review = load(number);
        String reason =
                verdict.accepted()
                        ? Texts.optional("reason", verdict.reason(), LONGEST_WORDS)
                        : Texts.required("reason", verdict.reason(), LONGEST_WORDS);
        CaseFile file = new CaseFile(number, clock.instant(), by);
        Group acceptor = acceptor(review);
        review.judge(new Verdict(verdict.accepted(), reason), by.userId(), file.now());
        if (!by.isIn(acceptor)) {
            throw Refusal.forbidden(
                    "This review is accepted by the group %s. | 该结案分析须由%s审核。"
                            .formatted(acceptor.english(), acceptor.chinese()),
                    "Ask somebody of that group. | 请联系该组人员。");
        }
        DealView deal = deals.read(number);
        if (verdict.accepted()) {
            file.note("REVIEW_ACCEPTED", Phrase.both("Case review accepted", "结案分析已通过"), reason);
            file.tell("review.accepted", args(review, Map.of()), LEARN);
            file.publish(new DealReviewAccepted(number));
        } else {
            review.dueAt(due(file.now(), days.writeWithin()));
            file.note("REVIEW_RETURNED", Phrase.both("Case review given back", "结案分析被退回"), reason);
            tellWriter(file, review, deal, "review.returned", Map.of("reason", reason));
        }
        return save(file, review, deal);
    }

    /** Its answers and dates now. */
    @Transactional(readOnly = true)
    public ReviewProgress progress(CaseNumber number) {
        return progress(load(number), deals.read(number));
    }

    /**
     * All that is known of the review.
     *
     * @throws Refusal UNKNOWN where there is none
     */
    @Transactional(readOnly = true)
    public ReviewView view(CaseNumber number) {
        return view(load(number));
    }

    /** Everything that a person needs to see who works on the review. */
    @Transactional(readOnly = true)
    public ReviewTask task(CaseNumber number) {
        DealReview review = load(number);
        DealTaskView about = deals.view(number);
        return new ReviewTask(
                about.deal(),
                view(review),
                about.stages(),
                lines.of(about.deal()),
                about.timeLine(),
                named(review.outcome()));
    }

    private ReviewView view(DealReview review) {
        Map<String, DealReason> known =
                named(review.outcome()).stream()
                        .collect(Collectors.toMap(DealReason::code, reason -> reason));
        return review.view(
                review.reasons().stream()
                        .map(ReviewReason::code)
                        .map(
                                code ->
                                        known.getOrDefault(
                                                code,
                                                new DealReason(code, review.outcome(), code, code)))
                        .toList());
    }

    private List<DealReason> named(Stage outcome) {
        return reasons.all().stream().filter(reason -> reason.outcome() == outcome).toList();
    }

    private DealReview load(CaseNumber number) {
        return reviews.findById(number.value())
                .orElseThrow(
                        () ->
                                Refusal.unknown(
                                        "number",
                                        "Deal %1$s has no review. | 商机%1$s没有结案分析。"
                                                .formatted(number),
                                        "A review is opened when a deal is won, lost, or discarded"
                                                + " after a proposal. | 赢单、丢单或报价后放弃时才会发起结案分析。"));
    }

    private ReviewProgress save(CaseFile file, DealReview review, DealView deal) {
        reviews.save(review);
        files.log(file);
        return progress(review, deal);
    }

    private ReviewProgress progress(DealReview review, DealView deal) {
        return new ReviewProgress(
                review.deal(),
                review.state(),
                writer(deal),
                review.dueAt(),
                review.isCustomerToBeAsked(),
                acceptor(review),
                review.state() == ReviewState.ACCEPTED);
    }

    /** The owner, where the house knows them as somebody of sales. */
    private @Nullable String writer(DealView deal) {
        String owner = deal.owner();
        return owner != null && people.membersOf(Group.SALES).contains(owner) ? owner : null;
    }

    private Group acceptor(DealReview review) {
        String writtenBy = review.writtenBy();
        return writtenBy == null ? ACCEPTORS.get(0) : people.approver(ACCEPTORS, Set.of(writtenBy));
    }

    private void askToAccept(CaseFile file, DealReview review) {
        review.dueAt(due(file.now(), days.acceptWithin()));
        file.tell("review.judge", args(review, Map.of()), Set.of(acceptor(review)));
    }

    private void tellWriter(
            CaseFile file,
            DealReview review,
            DealView deal,
            String kind,
            Map<String, String> more) {
        String writer = writer(deal);
        file.tell(
                kind,
                args(review, more),
                writer == null ? Set.of(Group.SALES) : Set.of(),
                writer == null ? Set.of() : Set.of(writer));
    }

    private Map<String, String> args(DealReview review, Map<String, String> more) {
        Map<String, String> args = new HashMap<>(more);
        args.put("outcome", Phrase.of(review.outcome()));
        args.put("due", Phrase.of(review.dueAt(), zone));
        return args;
    }

    private Instant due(Instant from, int workingDays) {
        return calendars.of(Group.SALES).endOfWorkingDay(from, workingDays);
    }

    private WrittenReview checked(WrittenReview written, DealReview review) {
        return new WrittenReview(
                checkedReasons(written.reasons(), review.outcome()),
                competitor(written.competitor()),
                written.ourPrice(),
                written.theirPrice(),
                written.priceGap(),
                checkedStage(written.decidedAt(), review),
                Texts.required("account", written.account(), LONGEST_WORDS),
                Texts.required("toRepeat", written.toRepeat(), LONGEST_WORDS),
                Texts.required("toAvoid", written.toAvoid(), LONGEST_WORDS),
                checkedTopics(written.topics()));
    }

    private List<String> checkedReasons(List<String> codes, Stage outcome) {
        if (codes.isEmpty() || codes.size() > MOST_REASONS) {
            throw Refusal.invalid(
                    "reasons",
                    "A review has 1 to 5 reasons. | 原因须为1至5项。",
                    "Name the one that decided first. | 请将决定性原因放在首位。");
        }
        if (new HashSet<>(codes).size() < codes.size()) {
            throw Refusal.invalid(
                    "reasons", "A reason is named twice. | 原因重复。", "Name each once. | 每项原因请只填写一次。");
        }
        List<String> known = named(outcome).stream().map(DealReason::code).toList();
        for (String code : codes) {
            if (!known.contains(code)) {
                throw Refusal.invalid(
                        "reasons",
                        "%1$s is no reason why a deal is %2$s. | %1$s不是%3$s的原因代码。"
                                .formatted(
                                        code,
                                        outcome.english().toLowerCase(Locale.ROOT),
                                        outcome.chinese()),
                        "Use some of %1$s. | 可用的值：%1$s。".formatted(String.join(", ", known)));
            }
        }
        return codes;
    }

    private static @Nullable String competitor(@Nullable String named) {
        String competitor = Texts.orNull("competitor", named, LONGEST_NAME);
        return competitor == null || NOBODY.contains(competitor.toLowerCase(Locale.ROOT))
                ? null
                : competitor;
    }

    private static Stage checkedStage(Stage decidedAt, DealReview review) {
        Stage closedFrom = review.closedFrom();
        Stage last = closedFrom == null ? Stage.NEGOTIATING : closedFrom;
        if (decidedAt.compareTo(last) > 0) {
            throw Refusal.refused(
                    "decidedAt",
                    "It was decided while the deal was open, at the latest in stage %s. |"
                                    .formatted(last.english())
                            + " 决定发生在结案之前，最晚为“%s”阶段。".formatted(last.chinese()),
                    "Choose the stage in which the customer made up their mind. |"
                            + " 请选择客户作出决定时所处的阶段。");
        }
        return decidedAt;
    }

    private static List<String> checkedTopics(List<String> topics) {
        List<String> checked = new ArrayList<>();
        Set<String> counted = new HashSet<>();
        for (String written : topics) {
            String topic = Texts.optional("topics", written, LONGEST_TOPIC).replaceAll("\\s+", " ");
            String same = ReviewTopic.of(topic).counted();
            if (!same.isEmpty() && counted.add(same)) {
                checked.add(topic);
            }
        }
        if (checked.size() > MOST_TOPICS) {
            throw Refusal.invalid(
                    "topics",
                    "A review asks for at most 10 topics. | 培训主题最多10项。",
                    "Keep those that matter most. | 请保留最重要的主题。");
        }
        return checked;
    }

    private static @Nullable BigDecimal gap(WrittenReview written) {
        Money ours = written.ourPrice();
        Money theirs = written.theirPrice();
        BigDecimal gap = written.priceGap();
        if (ours != null && theirs != null && !theirs.isZero()) {
            BigDecimal computed =
                    ours.amount()
                            .subtract(theirs.amount())
                            .movePointRight(2)
                            .divide(theirs.amount(), 1, RoundingMode.HALF_UP);
            if (gap != null && computed.compareTo(gap.setScale(1, RoundingMode.HALF_UP)) != 0) {
                throw Refusal.invalid(
                        "priceGap",
                        "The two prices are %1$s %% apart. | 两个价格相差%1$s%%。"
                                .formatted(computed.toPlainString()),
                        "Leave the gap empty, or correct a price. | 请留空差价，或更正价格。");
            }
            gap = computed;
        }
        if (gap != null && (gap.compareTo(LEAST_GAP) < 0 || gap.compareTo(LARGEST_GAP) > 0)) {
            throw Refusal.invalid(
                    "priceGap",
                    "A price gap lies between -100 and 1000 percent. | 差价须在-100%至1000%之间。",
                    "Check the prices. | 请核对价格。");
        }
        return gap == null ? null : gap.setScale(1, RoundingMode.HALF_UP);
    }

    private static CustomerAnswer checked(CustomerAnswer answer) {
        String words = Texts.required("words", answer.words(), LONGEST_WORDS);
        if (!answer.reached()) {
            return CustomerAnswer.notReached(words);
        }
        Integer satisfaction = answer.satisfaction();
        if (satisfaction == null || satisfaction < 1 || satisfaction > HAPPIEST) {
            throw Refusal.invalid(
                    "satisfaction",
                    "Satisfaction is a whole number from 1 to 7. | 满意度须为1至7的整数。",
                    "Ask the customer for one: 1 not at all, 7 entirely. | 请客户评分：1为非常不满意，7为非常满意。");
        }
        return new CustomerAnswer(true, words, satisfaction, answer.wouldBuyAgain());
    }
}
