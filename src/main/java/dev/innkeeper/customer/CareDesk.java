package dev.innkeeper.customer;

import dev.innkeeper.casefile.CaseFile;
import dev.innkeeper.casefile.CaseFiles;
import dev.innkeeper.casefile.CaseNumbers;
import dev.innkeeper.casefile.CasefileProperties;
import dev.innkeeper.casefile.TimeLine;
import dev.innkeeper.common.Actor;
import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Group;
import dev.innkeeper.common.Money;
import dev.innkeeper.common.Phrase;
import dev.innkeeper.common.Refusal;
import dev.innkeeper.common.Texts;
import dev.innkeeper.customer.facts.CareCause;
import dev.innkeeper.customer.facts.CareOffer;
import dev.innkeeper.customer.facts.OfferKind;
import dev.innkeeper.decision.Decided;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Every operation on cases of customer care, each one transaction or part of the caller's. */
@Service
@Transactional
public class CareDesk {

    /** Who may note what a customer answers. */
    public static final Set<Group> NOTE_ANSWERS =
            EnumSet.of(
                    Group.CALL_CENTRE,
                    Group.KEY_ACCOUNT_SERVICE,
                    Group.CUSTOMER_INFORMATION,
                    Group.LOBBY_SERVICE,
                    Group.CUSTOMER_SERVICE_MANAGER,
                    Group.GENERAL_MANAGER,
                    Group.INTEGRATION);

    /** Who hears why customers stay away. */
    private static final Set<Group> LISTEN =
            EnumSet.of(Group.CUSTOMER_INFORMATION, Group.CUSTOMER_SERVICE_MANAGER);

    /** The causes for which somebody calls; greetings need nobody. */
    private static final Set<CareCause> CALLED_FOR =
            EnumSet.of(CareCause.ABSENT, CareCause.FEW_VISITS, CareCause.LOST);

    private static final String OTHER = "OTHER";
    private static final int LONGEST_WORDS = 4_000;
    private static final int LONGEST_VOUCHER = 60;
    private static final int LATEST_VISIT_DAYS = 366;

    private final CareCases cases;
    private final CareRecords records;
    private final CareReasons reasons;
    private final CareJudgements judgements;
    private final CustomerDesk customers;
    private final CustomerContacts notes;
    private final CaseFiles files;
    private final TimeLine timeLine;
    private final CaseNumbers numbers;
    private final JdbcAggregateTemplate aggregates;
    private final CareProperties properties;
    private final Clock clock;
    private final ZoneId zone;

    CareDesk(
            CareCases cases,
            CareRecords records,
            CareReasons reasons,
            CareJudgements judgements,
            CustomerDesk customers,
            CustomerContacts notes,
            CaseFiles files,
            TimeLine timeLine,
            CaseNumbers numbers,
            JdbcAggregateTemplate aggregates,
            CareProperties properties,
            Clock clock,
            CasefileProperties casefile) {
        this.cases = cases;
        this.records = records;
        this.reasons = reasons;
        this.judgements = judgements;
        this.customers = customers;
        this.notes = notes;
        this.files = files;
        this.timeLine = timeLine;
        this.numbers = numbers;
        this.aggregates = aggregates;
        this.properties = properties;
        this.clock = clock;
        this.zone = casefile.zone();
    }

    /**
     * Opens a case, unless the customer has an open one, or the cause was taken up in its period.
     *
     * @return its number; empty where nothing is opened
     * @throws Refusal UNKNOWN where there is no such customer
     */
    public Optional<CaseNumber> open(CareStart start, Actor by) {
        by.refuseAuditor();
        customers.read(start.customerId());
        records.lock(start.customerId());
        Instant now = clock.instant();
        if (records.open(start.customerId()).isPresent()
                || !records.take(start.customerId(), start.cause(), start.period(), now)) {
            return Optional.empty();
        }
        CaseFile file = new CaseFile(numbers.next(CaseNumbers.Kind.CARE), now, by);
        CareCase care =
                CareCase.opened(
                        file.number(),
                        new CareStart(
                                start.customerId(),
                                start.cause(),
                                start.period(),
                                Texts.optional("words", start.words(), LONGEST_WORDS)),
                        by.userId(),
                        now,
                        LocalDate.ofInstant(now, zone));
        aggregates.insert(care);
        file.note("CARE_OPENED", Phrase.of(start.cause()), care.view().words());
        files.log(file);
        return Optional.of(file.number());
    }

    /**
     * Opens a case because a person asks for it.
     *
     * @throws Refusal UNKNOWN where there is no such customer; INVALID for a greeting; REFUSED
     *     where the rules let nobody call; NOT_NOW where a case is open, or this cause was taken up
     *     today already
     */
    public CaseNumber request(String customerId, CareCause cause, String words, Actor by) {
        String why = Texts.required("words", words, LONGEST_WORDS);
        if (!CALLED_FOR.contains(cause)) {
            throw Refusal.invalid(
                    "cause",
                    "Nobody calls for this cause. | 该事由无需致电。",
                    "Use one of %1$s. | 可用的值：%1$s。".formatted(CALLED_FOR));
        }
        customers.read(customerId);
        LocalDate today = today();
        if (!judgements.look(cause, figures(customerId), today).care()) {
            throw Refusal.refused(
                    "cause",
                    "By the rules nobody calls this customer for this cause. | 按规则无需就此事由致电该客户。",
                    "Look at the rules of customer/care-offer, or choose another cause. |"
                            + " 请查看规则 customer/care-offer，或选择其他事由。");
        }
        return open(new CareStart(customerId, cause, today.toString(), why), by)
                .orElseThrow(() -> refuseSecond(customerId));
    }

    private Refusal refuseSecond(String customerId) {
        return records.open(customerId)
                .map(
                        number ->
                                Refusal.notNow(
                                        "Care case %1$s of this customer is open. | 该客户的关怀案件%1$s正在处理中。"
                                                .formatted(number),
                                        "Go on with that one. | 请继续处理该案件。"))
                .orElseGet(
                        () ->
                                Refusal.notNow(
                                        "This was taken up for the customer today. | 今天已就此关怀过该客户。",
                                        "Look at the customer's latest care case. |"
                                                + " 请查看该客户最近的关怀案件。"));
    }

    /** Judges whether anybody calls, who, and what the customer may be offered. */
    public CareProgress decide(CaseNumber number) {
        CareCase care = load(number);
        CaseFile file = new CaseFile(number, clock.instant(), Actor.SYSTEM);
        Decided<CareOffer> decided = judge(care, file, figures(care.customerId()));
        CareOffer offer = decided.result();
        if (!offer.care()) {
            care.spare(file.now());
            file.judged("NO_CARE", Phrase.both("Nobody calls", "不致电"), decided);
            leaveAlone(file, care, offer);
            return save(file, care);
        }
        care.call(
                offer.who(),
                file.now().plus(properties.callWithin()),
                offer.offer(),
                new Money(offer.worth()),
                offer.answerWithinDays());
        file.judged(
                "CARE_DECIDED",
                Phrase.both(
                        "%s; offer: %s".formatted(offer.task().english(), offer.offer().english()),
                        "%s；优惠：%s".formatted(offer.task().chinese(), offer.offer().chinese())),
                decided);
        file.tell("care.call", args(care, Map.of()), offer.who());
        return save(file, care);
    }

    /**
     * Somebody has called the customer, or tried to.
     *
     * @throws Refusal INVALID where an answer is missing; FORBIDDEN outside the group that calls
     */
    public CareProgress call(CaseNumber number, CareCall call, Actor by) {
        CareCase care = load(number);
        care.requireToCall();
        refuseOthers(care, by);
        CaseFile file = new CaseFile(number, clock.instant(), by);
        if (!call.reached()) {
            notReached(file, care, Texts.optional("words", call.words(), LONGEST_WORDS), by);
            return save(file, care);
        }
        CareReason reason = reason(call.reason());
        String words =
                reason.code().equals(OTHER)
                        ? Texts.required("words", call.words(), LONGEST_WORDS)
                        : Texts.optional("words", call.words(), LONGEST_WORDS);
        care.reached(
                reason.code(),
                words,
                file.now().plus(properties.callWithin()),
                by.userId(),
                file.now());
        file.note(
                "CUSTOMER_ASKED",
                Phrase.both("Reason: " + reason.english(), "原因：" + reason.chinese()),
                words);
        Map<String, String> why = Map.of("reason", Phrase.of(reason));
        file.tell("care.reason", args(care, why), LISTEN);
        if (care.progress().isOfferEarned()) {
            file.tell("care.offer", args(care, why), care.callers());
        }
        return save(file, care);
    }

    private void notReached(CaseFile file, CareCase care, String words, Actor by) {
        boolean again = care.attempts() + 1 < properties.attempts();
        Instant next = again ? file.now().plus(properties.pause()) : null;
        care.notReached(
                next,
                next == null ? null : next.plus(properties.callWithin()),
                by.userId(),
                file.now());
        file.note(
                "CUSTOMER_NOT_REACHED",
                Phrase.both(
                        "Not reached, call " + care.attempts(),
                        "第%d次致电未联系上".formatted(care.attempts())),
                words);
    }

    /**
     * The house has made its offer.
     *
     * @throws Refusal INVALID where the code of a voucher or the day of a visit is missing or
     *     cannot be; FORBIDDEN outside the group that calls
     */
    public CareProgress offer(CaseNumber number, CareOfferMade made, Actor by) {
        CareCase care = load(number);
        care.requireToOffer();
        refuseOthers(care, by);
        CaseFile file = new CaseFile(number, clock.instant(), by);
        care.offered(checked(made, care.offer(), file.now()), by.userId(), file.now());
        file.note(
                "OFFER_MADE",
                Phrase.both(
                        "Offered: " + care.offer().english(), "已提出优惠：" + care.offer().chinese()),
                care.view().offerWords());
        return save(file, care);
    }

    /**
     * The customer answers.
     *
     * @throws Refusal NOT_NOW where no offer waits for an answer; FORBIDDEN for groups that do not
     *     hear customers
     */
    public CareProgress answer(CaseNumber number, CareAnswer answer, Actor by) {
        by.refuseAuditor();
        if (by.groups().stream().noneMatch(NOTE_ANSWERS::contains)) {
            throw Refusal.forbidden(
                    "Your groups do not note what customers answer. | 您所在的组无权记录客户答复。",
                    "Ask the call centre. | 请联系客户呼叫中心。");
        }
        CareCase care = load(number);
        CaseFile file = new CaseFile(number, clock.instant(), by);
        String words = Texts.optional("words", answer.words(), LONGEST_WORDS);
        care.answered(new CareAnswer(answer.accepted(), words), file.now());
        CareOutcome outcome = Objects.requireNonNull(care.progress().outcome());
        file.note("CUSTOMER_ANSWERED", Phrase.of(outcome), words);
        file.tell("care.answered", args(care, Map.of("outcome", Phrase.of(outcome))), LISTEN);
        return save(file, care);
    }

    /**
     * The time for an answer is over. A customer who is worth no more effort is left alone from now
     * on. Nothing happens where the customer has answered meanwhile.
     */
    public CareProgress unanswered(CaseNumber number) {
        CareCase care = load(number);
        CaseFile file = new CaseFile(number, clock.instant(), Actor.SYSTEM);
        if (!care.isUnanswered(file.now())) {
            return care.progress();
        }
        care.unanswered(file.now());
        cases.save(care);
        file.note("OFFER_UNANSWERED", Phrase.of(CareOutcome.NO_ANSWER), "");
        file.tell("care.unanswered", args(care, Map.of()), LISTEN);
        Decided<CareOffer> decided = judge(care, file, figures(care.customerId()));
        if (decided.result().noMoreEffort()) {
            file.judged("NO_MORE_EFFORT", Phrase.both("No more effort", "不再跟进"), decided);
        }
        leaveAlone(file, care, decided.result());
        files.log(file);
        return care.progress();
    }

    /**
     * Customers came to the house. Their open cases end well, and who was left alone is no longer.
     *
     * @return the cases that ended
     */
    public List<CaseNumber> returned(Collection<String> customerIds) {
        records.welcome(customerIds);
        List<CaseNumber> ended = new ArrayList<>();
        for (CareCase care : cases.findAllById(records.returned(customerIds))) {
            CaseFile file = new CaseFile(care.number(), clock.instant(), Actor.SYSTEM);
            care.returned(file.now());
            file.note("CUSTOMER_RETURNED", Phrase.of(CareOutcome.RETURNED), "");
            file.tell(
                    "care.returned",
                    args(care, Map.of()),
                    care.callers().isEmpty() ? LISTEN : care.callers());
            save(file, care);
            ended.add(care.number());
        }
        return ended;
    }

    /**
     * Nobody goes on with the case.
     *
     * @throws Refusal INVALID without a reason; NOT_NOW where it is over
     */
    public CareProgress withdraw(CaseNumber number, String reason, Actor by) {
        by.refuseAuditor();
        String why = Texts.required("reason", reason, LONGEST_WORDS);
        CareCase care = load(number);
        CaseFile file = new CaseFile(number, clock.instant(), by);
        care.withdraw(file.now());
        file.note("CARE_WITHDRAWN", Phrase.of(CareState.WITHDRAWN), why);
        return save(file, care);
    }

    /**
     * All that is known of the case.
     *
     * @throws Refusal UNKNOWN where there is none
     */
    @Transactional(readOnly = true)
    public CareView read(CaseNumber number) {
        return load(number).view();
    }

    /** Everything that a person needs to see who works on the case. */
    @Transactional(readOnly = true)
    public CareTaskView task(CaseNumber number) {
        CareCase care = load(number);
        return new CareTaskView(
                care.view(),
                customers.read(care.customerId()),
                figures(care.customerId()),
                cases
                        .findTop5ByCustomerIdAndNumberNotOrderByOpenedAtDesc(
                                care.customerId(), number.value())
                        .stream()
                        .map(CareCase::view)
                        .toList(),
                reasons.all(),
                timeLine.of(number));
    }

    private CareFigures figures(String customerId) {
        return Objects.requireNonNull(records.figures(Set.of(customerId), today()).get(customerId));
    }

    private Decided<CareOffer> judge(CareCase care, CaseFile file, CareFigures figures) {
        return judgements.judge(
                care.cause(),
                figures,
                LocalDate.ofInstant(file.now(), zone),
                care.number().value());
    }

    private void leaveAlone(CaseFile file, CareCase care, CareOffer offer) {
        if (offer.noMoreEffort()) {
            records.spare(care.customerId());
            notes.note(
                    care.customerId(),
                    new CustomerChange(
                            file.now(),
                            Actor.SYSTEM.userId(),
                            "NO_MORE_EFFORT",
                            Phrase.both("No more effort until the next visit", "下次光临前不再主动关怀"),
                            care.number().value()));
        }
    }

    private CareProgress save(CaseFile file, CareCase care) {
        cases.save(care);
        files.log(file);
        return care.progress();
    }

    private CareCase load(CaseNumber number) {
        return cases.findById(number.value())
                .orElseThrow(
                        () ->
                                Refusal.unknown(
                                        "number",
                                        "There is no care case %1$s. | 没有关怀案件%1$s。"
                                                .formatted(number),
                                        "Give a number such as CAR-2026-000123. |"
                                                + " 请使用如 CAR-2026-000123 的编号。"));
    }

    private static void refuseOthers(CareCase care, Actor by) {
        by.refuseAuditor();
        Set<Group> callers = care.callers();
        if (callers.stream().noneMatch(by::isIn)) {
            throw Refusal.forbidden(
                    "This customer is called by: %s. | 该客户由以下部门致电：%s。"
                            .formatted(
                                    callers.stream()
                                            .map(Group::english)
                                            .collect(Collectors.joining(", ")),
                                    callers.stream()
                                            .map(Group::chinese)
                                            .collect(Collectors.joining("、"))),
                    "Leave it to them. | 请由其处理。");
        }
    }

    private CareReason reason(@Nullable String code) {
        String given = Texts.required("reason", code, LONGEST_VOUCHER);
        List<CareReason> known = reasons.all();
        return known.stream()
                .filter(reason -> reason.code().equals(given))
                .findFirst()
                .orElseThrow(
                        () ->
                                Refusal.invalid(
                                        "reason",
                                        "%1$s is no reason why customers stay away. | %1$s不是有效的原因代码。"
                                                .formatted(given),
                                        "Use one of %1$s. | 可用的值：%1$s。"
                                                .formatted(
                                                        String.join(
                                                                ", ",
                                                                known.stream()
                                                                        .map(CareReason::code)
                                                                        .toList()))));
    }

    private CareOfferMade checked(CareOfferMade made, OfferKind offer, Instant now) {
        String words = Texts.optional("words", made.words(), LONGEST_WORDS);
        if (offer != OfferKind.VISIT_AND_NIGHT) {
            return new CareOfferMade(
                    Texts.required("voucher", made.voucher(), LONGEST_VOUCHER), null, words);
        }
        LocalDate visit = made.visitOn();
        LocalDate today = LocalDate.ofInstant(now, zone);
        if (visit == null
                || visit.isBefore(today)
                || visit.isAfter(today.plusDays(LATEST_VISIT_DAYS))) {
            throw Refusal.invalid(
                    "visitOn",
                    "The day of the personal visit is missing, past, or more than a year ahead. |"
                            + " 拜访日期未填写、已过，或在一年以后。",
                    "Give the day that you agreed on with the customer. | 请填写与客户约定的日期。");
        }
        return new CareOfferMade(
                Texts.orNull("voucher", made.voucher(), LONGEST_VOUCHER), visit, words);
    }

    private Map<String, String> args(CareCase care, Map<String, String> more) {
        Map<String, String> args = new HashMap<>(more);
        args.put("customer", care.customerId());
        args.put("cause", Phrase.of(care.cause()));
        args.put("offer", Phrase.of(care.offer()));
        args.put("due", Phrase.of(care.progress().dueAt(), zone));
        return args;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }
}
