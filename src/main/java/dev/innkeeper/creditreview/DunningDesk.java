package dev.innkeeper.creditreview;

import dev.innkeeper.casefile.CaseFile;
import dev.innkeeper.casefile.CaseFiles;
import dev.innkeeper.casefile.CaseLinks;
import dev.innkeeper.casefile.CaseNumbers;
import dev.innkeeper.casefile.CasefileProperties;
import dev.innkeeper.casefile.TimeLine;
import dev.innkeeper.common.Actor;
import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Group;
import dev.innkeeper.common.Page;
import dev.innkeeper.common.Phrase;
import dev.innkeeper.common.Refusal;
import dev.innkeeper.common.Texts;
import dev.innkeeper.creditreview.facts.DunningStage;
import dev.innkeeper.creditreview.facts.DunningStep;
import dev.innkeeper.customer.CustomerDesk;
import dev.innkeeper.customer.OpenBalance;
import dev.innkeeper.customer.OverdueInvoice;
import dev.innkeeper.customer.ReceivablesDesk;
import dev.innkeeper.decision.Decided;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.relational.core.conversion.DbActionExecutionException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Every operation on dunning cases, each one transaction or part of the caller's. */
@Service
@Transactional
public class DunningDesk {

    /** Who opens and withdraws cases by hand. */
    public static final Set<Group> KEEPERS = Set.of(Group.FINANCE, Group.GENERAL_MANAGER);

    private static final int LONGEST_WORDS = 4_000;
    private static final int LONGEST_REFERENCE = 100;
    private static final int MOST_ACTIONS = 20;

    /** Mails and calls are for office hours, so a case is looked at when these begin. */
    private static final LocalTime CHECKED_AT = LocalTime.of(9, 0);

    private final Dunnings dunnings;
    private final DunningRecords records;
    private final DunningJudgements judgements;
    private final ReceivablesDesk receivables;
    private final CreditDesk credit;
    private final CustomerDesk customers;
    private final CaseNumbers numbers;
    private final CaseFiles files;
    private final TimeLine timeLine;
    private final CaseLinks links;
    private final Clock clock;
    private final ZoneId zone;

    DunningDesk(
            Dunnings dunnings,
            DunningRecords records,
            DunningJudgements judgements,
            ReceivablesDesk receivables,
            CreditDesk credit,
            CustomerDesk customers,
            CaseNumbers numbers,
            CaseFiles files,
            TimeLine timeLine,
            CaseLinks links,
            Clock clock,
            CasefileProperties properties) {
        this.dunnings = dunnings;
        this.records = records;
        this.judgements = judgements;
        this.receivables = receivables;
        this.credit = credit;
        this.customers = customers;
        this.numbers = numbers;
        this.files = files;
        this.timeLine = timeLine;
        this.links = links;
        this.clock = clock;
        this.zone = properties.zone();
    }

    /**
     * The open case of a customer, opened now where there is none and something is overdue that
     * nobody disputes. What was handed over or withdrawn before opens nothing again by itself; what
     * was withdrawn a person may take up again.
     *
     * @param asOf the day whose figures led to it, which the time line names where it is another
     *     one; what is collected is what is overdue today
     * @return empty where there is nothing to collect
     * @throws Refusal UNKNOWN where there is no such customer
     */
    public Optional<DunningOpened> open(String customerId, LocalDate asOf, Actor by) {
        by.refuseAuditor();
        customers.read(customerId);
        Optional<Dunning> there = dunnings.findByOpenCustomer(customerId);
        if (there.isPresent()) {
            return there.map(dunning -> new DunningOpened(dunning.number(), false));
        }
        LocalDate dueFrom = dueFrom(customerId, by);
        DunningDebt debt = debt(customerId, dueFrom);
        if (debt.overdue().isZero()) {
            return Optional.empty();
        }
        CaseNumber number = numbers.next(CaseNumbers.Kind.DUNNING);
        CaseFile file = new CaseFile(number, clock.instant(), by);
        store(Dunning.opened(number, customerId, dueFrom, debt, by.userId(), file.now()));
        credit.openDunning(customerId, number);
        file.note("DUNNING_OPENED", opened(debt, asOf), "");
        files.log(file);
        return Optional.of(new DunningOpened(number, true));
    }

    private String opened(DunningDebt debt, LocalDate asOf) {
        String english =
                "%s CNY overdue, the oldest invoice for %d days"
                        .formatted(debt.overdue(), debt.oldestDaysOverdue());
        String chinese = "逾期%s元，最早一笔已逾期%d天".formatted(debt.overdue(), debt.oldestDaysOverdue());
        return asOf.equals(today())
                ? Phrase.both(english, chinese)
                : Phrase.both(
                        english + "; found in the figures of " + asOf,
                        chinese + "；由%s的数据发现".formatted(asOf));
    }

    /** Those of these customers for whom nobody collects yet. */
    @Transactional(readOnly = true)
    public List<String> withoutCase(Collection<String> customerIds) {
        if (customerIds.isEmpty()) {
            return List.of();
        }
        Set<String> dunned = records.dunned(customerIds);
        return customerIds.stream().filter(customer -> !dunned.contains(customer)).toList();
    }

    private @Nullable LocalDate dueFrom(String customerId, Actor by) {
        Set<DunningState> over =
                by.isSystem()
                        ? EnumSet.of(DunningState.HANDED_OVER, DunningState.WITHDRAWN)
                        : EnumSet.of(DunningState.HANDED_OVER);
        Instant ended = records.lastEnded(Set.of(customerId), over).get(customerId);
        return ended == null ? null : ended.atZone(zone).toLocalDate();
    }

    /** Of two at the same moment one opens the case; the other one looks again. */
    private void store(Dunning dunning) {
        try {
            dunnings.save(dunning);
        } catch (DuplicateKeyException e) {
            throw anotherWasFaster(e);
        } catch (DbActionExecutionException e) {
            throw e.getCause() instanceof DuplicateKeyException ? anotherWasFaster(e) : e;
        }
    }

    private static OptimisticLockingFailureException anotherWasFaster(Exception cause) {
        return new OptimisticLockingFailureException(
                "A dunning case of the customer was opened at the same moment", cause);
    }

    /**
     * Asks the rules what the debt calls for now, and does what needs nobody: reminders, credit
     * holds, and the end where everything is paid.
     */
    public DunningProgress check(CaseNumber number) {
        Dunning dunning = load(number);
        if (!dunning.isOpen()) {
            return dunning.progress(today());
        }
        CaseFile file = new CaseFile(number, clock.instant(), Actor.SYSTEM);
        DunningNews news = new DunningNews(file, customers.read(dunning.customerId()));
        DunningDebt debt = debt(dunning.customerId(), dunning.dueFrom());
        if (debt.isPaid()) {
            return paid(dunning, debt, file, news);
        }
        if (dunning.isPromisedOn(today()) && !debt.isDisputedOnly()) {
            dunning.rest(debt, checkOn(dayAfter(dunning.promisedUntil())));
            return save(dunning, file);
        }
        if (dunning.promisedUntil() != null && !debt.isDisputedOnly()) {
            news.promiseBroken(dunning.promisedUntil(), debt);
            dunning.promiseBroken();
        }
        Decided<DunningStep> judged = judgements.step(number, debt);
        DunningStep step = judged.result();
        DunningStage before = dunning.stage();
        boolean wasPaused = dunning.isPaused();
        boolean rises = dunning.judge(debt, step.stage(), nextCheck(dunning, step), file.now());
        if (dunning.isPaused() != wasPaused || dunning.stage() != before) {
            news.judged(dunning, judged);
        }
        holdOrRelease(dunning, step, debt, news);
        if (rises) {
            act(dunning, debt, file, news);
        }
        return save(dunning, file);
    }

    private DunningProgress paid(
            Dunning dunning, DunningDebt debt, CaseFile file, DunningNews news) {
        boolean released = release(dunning, "Paid | 已付清", news);
        dunning.paid(debt, file.now());
        credit.closeDunning(dunning.customerId(), dunning.number());
        news.paid(released);
        return save(dunning, file);
    }

    /** At the next stage by the rules; earlier where somebody wants to call again before. */
    private Instant nextCheck(Dunning dunning, DunningStep step) {
        LocalDate next = today().plusDays(Math.max(step.nextCheckDays(), 1));
        LocalDate again = dunning.callAgainOn();
        return checkOn(
                again != null && again.isAfter(today()) && again.isBefore(next) ? again : next);
    }

    private void holdOrRelease(
            Dunning dunning, DunningStep step, DunningDebt debt, DunningNews news) {
        if (step.hold() && !dunning.isHoldSet()) {
            CreditStanding standing =
                    credit.hold(
                            dunning.customerId(),
                            Phrase.both(
                                    "%s CNY overdue for %d days (%s)"
                                            .formatted(
                                                    debt.overdue(),
                                                    debt.oldestDaysOverdue(),
                                                    dunning.number()),
                                    "逾期%s元，已逾期%d天（%s）"
                                            .formatted(
                                                    debt.overdue(),
                                                    debt.oldestDaysOverdue(),
                                                    dunning.number())),
                            Actor.SYSTEM);
            if (Actor.SYSTEM.userId().equals(standing.heldBy())) {
                dunning.holdSet();
                news.held();
            }
        } else if (step.release()) {
            release(dunning, "The debt came down | 欠款已减少", news);
        }
    }

    /** What a person held, only a person releases. */
    private boolean release(Dunning dunning, String why, DunningNews news) {
        if (!dunning.isHoldSet()) {
            return false;
        }
        boolean wasHeld =
                Actor.SYSTEM.userId().equals(credit.standing(dunning.customerId()).heldBy());
        credit.release(
                dunning.customerId(),
                Phrase.both(
                        "%s (%s)".formatted(half(why, true), dunning.number()),
                        "%s（%s）".formatted(half(why, false), dunning.number())),
                Actor.SYSTEM);
        dunning.holdLifted();
        if (wasHeld) {
            news.released();
        }
        return wasHeld;
    }

    private static String half(String both, boolean english) {
        return both.split(" \\| ")[english ? 0 : 1];
    }

    private void act(Dunning dunning, DunningDebt debt, CaseFile file, DunningNews news) {
        if (dunning.stage() == DunningStage.REMINDER) {
            news.reminder(debt);
            record(dunning, debt, file, DunningActionKind.REMINDER, null, null, "", "");
        } else {
            news.task(dunning.progress(today()).task(), debt);
        }
    }

    /**
     * Finance called the customer.
     *
     * @throws Refusal INVALID for a day in the past or an invoice that is not overdue; NOT_NOW
     *     where no call is due
     */
    public DunningProgress called(CaseNumber number, DunningCall call, Actor by) {
        refuseOutsideOf(DunningTask.CALL, by);
        DunningCall said = checked(call);
        Dunning before = load(number);
        before.requireTask(DunningTask.CALL);
        DunningDebt debt = debt(before.customerId(), before.dueFrom());
        dispute(said, debt, by);
        // The disputes are news to the case itself.
        Dunning dunning = load(number);
        CaseFile file = new CaseFile(number, clock.instant(), by);
        LocalDate next =
                said.promisedUntil() == null ? said.callAgainOn() : dayAfter(said.promisedUntil());
        dunning.called(said, next == null ? null : checkOn(next));
        record(
                dunning,
                debt,
                file,
                DunningActionKind.CALL,
                said.reached(),
                said.promisedUntil(),
                "",
                said.words());
        new DunningNews(file, customers.read(dunning.customerId())).called(said);
        return save(dunning, file);
    }

    private void dispute(DunningCall call, DunningDebt debt, Actor by) {
        Set<String> overdue =
                debt.invoices().stream().map(OverdueInvoice::number).collect(Collectors.toSet());
        for (String invoice : new TreeSet<>(call.disputedInvoices())) {
            if (!overdue.contains(invoice)) {
                throw Refusal.invalid(
                        "disputedInvoices",
                        "Invoice %1$s is none of the overdue ones of this case. | 账单%1$s不是本案的逾期账单。"
                                .formatted(invoice),
                        "Give numbers as listed above, separated by commas. | 请填写上列编号，以逗号分隔。");
            }
            receivables.dispute(invoice, true, call.words(), by);
        }
    }

    private DunningCall checked(DunningCall call) {
        String words =
                call.disputedInvoices().isEmpty()
                        ? Texts.optional("words", call.words(), LONGEST_WORDS)
                        : Texts.required("words", call.words(), LONGEST_WORDS);
        if (call.reached()) {
            return new DunningCall(
                    true,
                    soon("promisedUntil", call.promisedUntil(), 0),
                    null,
                    call.disputedInvoices(),
                    words);
        }
        return new DunningCall(
                false, null, soon("callAgainOn", call.callAgainOn(), 1), List.of(), words);
    }

    /** A year in the wrong form would put the case to sleep. */
    private @Nullable LocalDate soon(String field, @Nullable LocalDate day, int daysFromNow) {
        LocalDate earliest = today().plusDays(daysFromNow);
        LocalDate latest = today().plusYears(1);
        if (day != null && (day.isBefore(earliest) || day.isAfter(latest))) {
            throw Refusal.invalid(
                    field,
                    "This day is not within the coming year. | 日期须在未来一年之内。",
                    "Give a day from %1$s to %2$s. | 请填写%1$s至%2$s之间的日期。"
                            .formatted(earliest, latest));
        }
        return day;
    }

    /**
     * Finance sent the letter.
     *
     * @throws Refusal INVALID without a reference; NOT_NOW where no letter is due
     */
    public DunningProgress letterSent(CaseNumber number, DunningLetter letter, Actor by) {
        refuseOutsideOf(DunningTask.LETTER, by);
        String reference = Texts.required("letterReference", letter.reference(), LONGEST_REFERENCE);
        LocalDate payBy = soon("payBy", letter.payBy(), 0);
        String words = Texts.optional("words", letter.words(), LONGEST_WORDS);
        Dunning dunning = load(number);
        dunning.letterSent();
        CaseFile file = new CaseFile(number, clock.instant(), by);
        DunningDebt debt = debt(dunning.customerId(), dunning.dueFrom());
        record(dunning, debt, file, DunningActionKind.LETTER, null, null, reference, words);
        file.note(
                "LETTER_SENT",
                payBy == null
                        ? Phrase.both("Letter " + reference + " sent", "已寄发催款函" + reference)
                        : Phrase.both(
                                "Letter %s sent, to be paid until %s".formatted(reference, payBy),
                                "已寄发催款函%s，要求%s前付款".formatted(reference, payBy)),
                words);
        return save(dunning, file);
    }

    /**
     * The general manager took the debt over; the credit hold stays.
     *
     * @throws Refusal INVALID without words; NOT_NOW where it is not to be taken over
     */
    public DunningProgress takenOver(
            CaseNumber number, DunningCourse course, String words, Actor by) {
        refuseOutsideOf(DunningTask.TAKE_OVER, by);
        String why = Texts.required("words", words, LONGEST_WORDS);
        Dunning dunning = load(number);
        CaseFile file = new CaseFile(number, clock.instant(), by);
        DunningDebt debt = debt(dunning.customerId(), dunning.dueFrom());
        dunning.takenOver(course, why, file.now());
        credit.closeDunning(dunning.customerId(), number);
        record(dunning, debt, file, DunningActionKind.TAKE_OVER, null, null, "", why);
        new DunningNews(file, customers.read(dunning.customerId())).takenOver(course, why);
        return save(dunning, file);
    }

    /**
     * Dunning stops, whatever is overdue; a credit hold that it had set is lifted.
     *
     * @throws Refusal FORBIDDEN outside of finance and the general manager; INVALID without a
     *     reason; NOT_NOW where it is over
     */
    public DunningProgress withdraw(CaseNumber number, String reason, Actor by) {
        refuseOutsideOf(KEEPERS, by);
        String why = Texts.required("reason", reason, LONGEST_WORDS);
        Dunning dunning = load(number);
        dunning.requireOpen("withdrawn");
        CaseFile file = new CaseFile(number, clock.instant(), by);
        DunningNews news = new DunningNews(file, customers.read(dunning.customerId()));
        release(dunning, "Dunning withdrawn | 催收已撤销", news);
        dunning.withdraw(why, file.now());
        credit.closeDunning(dunning.customerId(), number);
        news.withdrawn(why);
        return save(dunning, file);
    }

    /** A comment for colleagues, on the time line. */
    public DunningProgress comment(CaseNumber number, String text, Actor by) {
        by.refuseAuditor();
        Dunning dunning = load(number);
        CaseFile file = new CaseFile(number, clock.instant(), by);
        file.note("COMMENTED", "Comment | 备注", Texts.required("text", text, LONGEST_WORDS));
        files.log(file);
        return dunning.progress(today());
    }

    /**
     * Something happened to what these customers owe. A check that runs at this moment is done
     * again.
     *
     * @return the cases that are to be looked at
     */
    public List<CaseNumber> debtChanged(Collection<String> customerIds) {
        return touched(customerIds, open -> true);
    }

    /**
     * New bills of these customers.
     *
     * @return the cases of those who owe something else than at the last check
     */
    public List<CaseNumber> billed(Collection<String> customerIds) {
        return touched(customerIds, this::owesSomethingElse);
    }

    private List<CaseNumber> touched(
            Collection<String> customerIds, Predicate<DunningRecords.Open> isNews) {
        if (customerIds.isEmpty()) {
            return List.of();
        }
        List<CaseNumber> news =
                records.open(customerIds).stream()
                        .filter(isNews)
                        .map(DunningRecords.Open::number)
                        .toList();
        if (!news.isEmpty()) {
            records.touch(news);
        }
        return news;
    }

    private boolean owesSomethingElse(DunningRecords.Open open) {
        OpenBalance now = receivables.balance(open.customerId(), today());
        return !now.overdue().equals(open.overdue())
                || now.oldestDaysOverdue() < open.oldestDaysOverdue();
    }

    /** Its answers and dates now. */
    @Transactional(readOnly = true)
    public DunningProgress progress(CaseNumber number) {
        return load(number).progress(today());
    }

    /** Everything that a person needs to see who works on it. */
    @Transactional(readOnly = true)
    public DunningTaskView view(CaseNumber number) {
        Dunning dunning = load(number);
        return new DunningTaskView(
                dunning.view(),
                dunning.progress(today()),
                customers.read(dunning.customerId()),
                debt(dunning.customerId(), dunning.dueFrom()),
                records.actions(dunning.customerId(), MOST_ACTIONS),
                timeLine.of(number),
                links.of(number));
    }

    /**
     * A page of the cases that pass the filter, the latest first.
     *
     * @param offset how many to leave out, from 0
     * @param limit how many to give, 1 to 200
     */
    @Transactional(readOnly = true)
    public Page<DunningRow> find(DunningFilter filter, int offset, int limit) {
        return records.find(filter, offset, limit);
    }

    private void record(
            Dunning dunning,
            DunningDebt debt,
            CaseFile file,
            DunningActionKind kind,
            @Nullable Boolean reached,
            @Nullable LocalDate promisedUntil,
            String reference,
            String words) {
        records.add(
                dunning.customerId(),
                new DunningAction(
                        dunning.number(),
                        kind,
                        file.now(),
                        file.by().userId(),
                        debt.overdue(),
                        reached,
                        promisedUntil,
                        reference,
                        words));
    }

    private DunningDebt debt(String customerId, @Nullable LocalDate dueFrom) {
        return DunningDebt.of(
                receivables.overdue(customerId, today()).stream()
                        .filter(invoice -> dueFrom == null || !invoice.dueOn().isBefore(dueFrom))
                        .toList());
    }

    private DunningProgress save(Dunning dunning, CaseFile file) {
        dunnings.save(dunning);
        files.log(file);
        return dunning.progress(today());
    }

    private Dunning load(CaseNumber number) {
        return dunnings.findById(number.value())
                .orElseThrow(
                        () ->
                                Refusal.unknown(
                                        "number",
                                        "There is no dunning case %1$s. | 没有编号为%1$s的催收案件。"
                                                .formatted(number),
                                        "Look for it in the list of dunning cases. |"
                                                + " 请在催收案件列表中查找。"));
    }

    private static void refuseOutsideOf(DunningTask task, Actor by) {
        refuseOutsideOf(Set.of(task.doer()), by);
    }

    private static void refuseOutsideOf(Set<Group> groups, Actor by) {
        by.refuseAuditor();
        if (groups.stream().noneMatch(by::isIn)) {
            throw Refusal.forbidden(
                    "Your groups do not collect overdue bills in this way. | 您所在的组无权执行此操作。",
                    "Ask somebody of: "
                            + groups.stream()
                                    .sorted()
                                    .map(Group::english)
                                    .collect(Collectors.joining(", "))
                            + ". | 请联系："
                            + groups.stream()
                                    .sorted()
                                    .map(Group::chinese)
                                    .collect(Collectors.joining("、"))
                            + "。");
        }
    }

    private static LocalDate dayAfter(LocalDate day) {
        return day.plusDays(1);
    }

    private Instant checkOn(LocalDate day) {
        return day.atTime(CHECKED_AT).atZone(zone).toInstant();
    }

    private LocalDate today() {
        return clock.instant().atZone(zone).toLocalDate();
    }
}
