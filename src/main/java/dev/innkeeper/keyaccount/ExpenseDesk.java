package dev.innkeeper.keyaccount;

import dev.innkeeper.casefile.CaseFile;
import dev.innkeeper.casefile.CaseFiles;
import dev.innkeeper.casefile.CaseNumbers;
import dev.innkeeper.casefile.CasefileProperties;
import dev.innkeeper.casefile.TimeLine;
import dev.innkeeper.common.Actor;
import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Group;
import dev.innkeeper.common.Language;
import dev.innkeeper.common.Page;
import dev.innkeeper.common.People;
import dev.innkeeper.common.Phrase;
import dev.innkeeper.common.Refusal;
import dev.innkeeper.common.Texts;
import dev.innkeeper.decision.Decided;
import dev.innkeeper.decision.Decisions;
import dev.innkeeper.decision.Facts;
import dev.innkeeper.keyaccount.facts.ExpenseAudit;
import dev.innkeeper.keyaccount.facts.ExpenseClaim;
import dev.innkeeper.keyaccount.facts.ExpenseKind;
import dev.innkeeper.keyaccount.facts.ExpenseVerdict;
import dev.innkeeper.keyaccount.facts.PlanLine;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.relational.core.conversion.DbActionExecutionException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Every operation on the expenses of deals, each one transaction or part of the caller's. What
 * happens to a claim is on its own time line; the deal's says what was claimed and what became of
 * it.
 */
@Service
@Transactional
public class ExpenseDesk {

    private static final Set<Group> SUPERIORS =
            Set.of(Group.SUPERVISOR, Group.CUSTOMER_SERVICE_MANAGER, Group.GENERAL_MANAGER);

    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    private static final int LONGEST_WORDS = 2_000;
    private static final int LONGEST_RECEIPT = 100;
    private static final int LONGEST_PAGE = 200;

    private final Expenses expenses;
    private final ExpenseLines lines;
    private final DealDesk deals;
    private final Decisions decisions;
    private final CaseNumbers numbers;
    private final CaseFiles files;
    private final TimeLine timeLine;
    private final People people;
    private final Clock clock;
    private final ZoneId zone;

    ExpenseDesk(
            Expenses expenses,
            ExpenseLines lines,
            DealDesk deals,
            Decisions decisions,
            CaseNumbers numbers,
            CaseFiles files,
            TimeLine timeLine,
            People people,
            Clock clock,
            CasefileProperties properties) {
        this.expenses = expenses;
        this.lines = lines;
        this.deals = deals;
        this.decisions = decisions;
        this.numbers = numbers;
        this.files = files;
        this.timeLine = timeLine;
        this.people = people;
        this.clock = clock;
        this.zone = properties.zone();
    }

    /**
     * Somebody claims an expense on a deal.
     *
     * @return the number of the claim
     * @throws Refusal UNKNOWN where there is no such deal; FORBIDDEN for who neither owns it, nor
     *     works on it, nor is a superior; INVALID for a field without meaning; REFUSED for a
     *     receipt that another claim shows
     */
    public CaseNumber claim(CaseNumber dealNumber, NewExpense claim, Actor by) {
        by.refuseAuditor();
        lines.lock(dealNumber);
        DealView deal = deals.read(dealNumber);
        refuseStrangers(deal, by);
        Instant now = clock.instant();
        NewExpense checked = checked(claim, now);
        expenses.findByOpenReceipt(Expense.openReceipt(checked))
                .ifPresent(
                        earlier -> {
                            throw repeated(checked, " (" + earlier.number() + ")");
                        });
        Expense expense =
                Expense.claimed(
                        numbers.next(CaseNumbers.Kind.EXPENSE),
                        dealNumber,
                        checked,
                        by.userId(),
                        now);
        store(expense, checked);
        CaseFile file = new CaseFile(expense.number(), now, by);
        file.note(
                "EXPENSE_CLAIMED",
                Phrase.both(
                        "Expense of %s CNY claimed: %s"
                                .formatted(expense.amount(), expense.kind().english()),
                        "申报%s费用%s元".formatted(expense.kind().chinese(), expense.amount())),
                checked.purpose());
        files.log(file);
        return expense.number();
    }

    /**
     * Asks the rules what becomes of a claim. What is booked and what waits both count, so that two
     * claims at once cannot both slip under the line.
     */
    public ExpenseProgress audit(CaseNumber number) {
        Expense expense = load(number);
        expense.requireClaimed();
        lines.lock(expense.deal());
        DealView deal = deals.read(expense.deal());
        Decided<ExpenseAudit> decided =
                decisions.decide(
                        KeyAccountDecisions.EXPENSE_AUDIT, facts(expense, deal), number.value());
        ExpenseVerdict verdict = decided.result().verdict();
        Group approver =
                verdict == ExpenseVerdict.APPROVAL
                        ? people.approver(decided.result().approvers(), Set.of(expense.claimedBy()))
                        : null;
        CaseFile file = new CaseFile(number, clock.instant(), Actor.SYSTEM);
        expense.audited(verdict, approver, decided.id(), file.now());
        file.judged("EXPENSE_AUDITED", inWords(verdict, approver), decided);
        if (approver != null) {
            file.tell("expense.approve", args(expense, ""), Set.of(approver));
        } else if (verdict == ExpenseVerdict.REFUSED) {
            tellRefused(file, expense, both(decided.reasons()));
        }
        return save(file, expense);
    }

    /**
     * The manager approves or refuses a claim.
     *
     * @throws Refusal INVALID where it is refused without a reason; FORBIDDEN for who claims it,
     *     and outside the group that approves it
     */
    public ExpenseProgress judge(CaseNumber number, Verdict verdict, Actor by) {
        by.refuseAuditor();
        Expense expense = load(number);
        String reason =
                verdict.accepted()
                        ? Texts.optional("reason", verdict.reason(), LONGEST_WORDS)
                        : Texts.required("reason", verdict.reason(), LONGEST_WORDS);
        CaseFile file = new CaseFile(number, clock.instant(), by);
        expense.judge(new Verdict(verdict.accepted(), reason), by.userId(), file.now());
        Group approver = expense.approver();
        if (approver != null && !by.isIn(approver)) {
            throw Refusal.forbidden(
                    "This expense is approved by the group %s. | 该费用须由%s审批。"
                            .formatted(approver.english(), approver.chinese()),
                    "Ask somebody of that group. | 请联系该组人员。");
        }
        file.note(
                verdict.accepted() ? "EXPENSE_APPROVED" : "EXPENSE_REFUSED",
                verdict.accepted()
                        ? Phrase.both("Expense approved", "费用已批准")
                        : Phrase.both("Expense refused", "费用被拒绝"),
                reason);
        if (!verdict.accepted()) {
            tellRefused(file, expense, reason);
        }
        return save(file, expense);
    }

    /** An approved claim is booked on its deal. */
    public ExpenseProgress book(CaseNumber number) {
        Expense expense = load(number);
        expense.booked();
        deals.spend(expense.deal(), expense.kind(), expense.amount());
        CaseFile file = new CaseFile(number, clock.instant(), Actor.SYSTEM);
        file.note("EXPENSE_BOOKED", Phrase.both("Booked on the deal", "已计入商机"), "");
        file.tell("expense.booked", args(expense, ""), Set.of(), Set.of(expense.claimedBy()));
        tellDeal(expense, "EXPENSE_BOOKED", "booked", "已入账");
        return save(file, expense);
    }

    /** Its answers now. */
    @Transactional(readOnly = true)
    public ExpenseProgress progress(CaseNumber number) {
        return progress(load(number));
    }

    /**
     * Everything that a person needs to see who works on a claim.
     *
     * @throws Refusal UNKNOWN where there is no such claim
     */
    @Transactional(readOnly = true)
    public ExpenseTask task(CaseNumber number) {
        Expense expense = load(number);
        DealView deal = deals.read(expense.deal());
        return new ExpenseTask(expense.view(), deal, lines.of(deal), timeLine.of(number));
    }

    /**
     * A page of the claims on a deal, the latest first.
     *
     * @param offset how many to leave out, from 0
     * @param limit how many to give, 1 to 200
     * @throws Refusal UNKNOWN where there is no such deal
     */
    @Transactional(readOnly = true)
    public Page<ExpenseView> ofDeal(CaseNumber deal, int offset, int limit) {
        return new Page<>(
                expenses
                        .ofDeal(
                                deals.read(deal).number().value(),
                                Math.max(offset, 0),
                                Math.min(Math.max(limit, 1), LONGEST_PAGE))
                        .stream()
                        .map(Expense::view)
                        .toList(),
                expenses.countByDeal(deal.value()));
    }

    /** What is planned, spent and claimed of each kind. */
    @Transactional(readOnly = true)
    public List<ExpenseLine> lines(CaseNumber deal) {
        return lines.of(deals.read(deal));
    }

    private static void refuseStrangers(DealView deal, Actor by) {
        if (!by.userId().equals(deal.owner())
                && !deal.team().contains(by.userId())
                && by.groups().stream().noneMatch(SUPERIORS::contains)) {
            throw Refusal.forbidden(
                    "Expenses of deal %1$s are claimed by its owner, its team, or their superiors."
                                    .formatted(deal.number())
                            + " | 商机%1$s的费用只能由负责人、团队成员或其上级申报。".formatted(deal.number()),
                    "Ask the owner to claim it, or to take you into the team. |"
                            + " 请负责人代为申报，或将您加入团队。");
        }
    }

    private NewExpense checked(NewExpense claim, Instant now) {
        if (claim.amount().isZero()) {
            throw Refusal.invalid(
                    "amount",
                    "Nothing is claimed. | 申报金额为零。",
                    "Give the amount of the receipt. | 请填写票据金额。");
        }
        if (claim.spentOn().isAfter(today(now)) || claim.spentOn().isBefore(EARLIEST)) {
            throw Refusal.invalid(
                    "spentOn",
                    "The day of the expense cannot be. | 费用日期无效。",
                    "Give the date of the receipt; it is not in the future. | 请填写票据日期，不能晚于今天。");
        }
        return new NewExpense(
                claim.kind(),
                claim.amount(),
                claim.spentOn(),
                Texts.required("purpose", claim.purpose(), LONGEST_WORDS),
                claim.kind() == ExpenseKind.ENTERTAINMENT
                        ? Texts.required("present", claim.present(), LONGEST_WORDS)
                        : Texts.optional("present", claim.present(), LONGEST_WORDS),
                Texts.required("receipt", claim.receipt(), LONGEST_RECEIPT));
    }

    /** Two claims at once, on two deals, may show one receipt: the table takes the first. */
    private void store(Expense expense, NewExpense claim) {
        try {
            expenses.save(expense);
        } catch (DuplicateKeyException e) {
            throw repeated(claim, "");
        } catch (DbActionExecutionException e) {
            throw e.getCause() instanceof DuplicateKeyException ? repeated(claim, "") : e;
        }
    }

    private static Refusal repeated(NewExpense claim, String earlier) {
        return Refusal.refused(
                "receipt",
                "Receipt %1$s of %2$s is claimed already%3$s. | %2$s的票据%1$s已经申报%3$s。"
                        .formatted(claim.receipt(), claim.spentOn(), earlier),
                "A receipt is paid once; correct its number or day. | 每张票据只能报销一次；请更正票据编号或日期。");
    }

    private Facts facts(Expense expense, DealView deal) {
        Facts facts =
                Facts.of(
                        new ExpenseClaim(
                                expense.kind(),
                                expense.amount().amount(),
                                ageDays(expense),
                                deal.closedAt() != null));
        return lines.of(deal).stream()
                .filter(line -> line.kind() == expense.kind() && !line.planned().isZero())
                .findFirst()
                .map(line -> facts.and(planLine(line)))
                .orElse(facts);
    }

    private int ageDays(Expense expense) {
        return Math.toIntExact(
                ChronoUnit.DAYS.between(expense.spentOn(), today(expense.claimedAt())));
    }

    /** The claim itself is among what waits. */
    private static PlanLine planLine(ExpenseLine line) {
        return new PlanLine(
                line.planned().amount(),
                line.used()
                        .amount()
                        .movePointRight(2)
                        .divide(line.planned().amount(), 2, RoundingMode.UP));
    }

    private LocalDate today(Instant now) {
        return now.atZone(zone).toLocalDate();
    }

    private Expense load(CaseNumber number) {
        return expenses.findById(number.value())
                .orElseThrow(
                        () ->
                                Refusal.unknown(
                                        "number",
                                        "There is no expense %1$s. | 没有编号为%1$s的费用。"
                                                .formatted(number),
                                        "Look for it at its deal. | 请在相应的商机中查找。"));
    }

    private ExpenseProgress save(CaseFile file, Expense expense) {
        expenses.save(expense);
        files.log(file);
        return progress(expense);
    }

    private static ExpenseProgress progress(Expense expense) {
        ExpenseVerdict verdict =
                switch (expense.state()) {
                    case CLAIMED -> null;
                    case REFUSED ->
                            expense.approver() == null
                                    ? ExpenseVerdict.REFUSED
                                    : ExpenseVerdict.APPROVAL;
                    default ->
                            expense.approver() == null
                                    ? ExpenseVerdict.ACCEPTED
                                    : ExpenseVerdict.APPROVAL;
                };
        return new ExpenseProgress(
                expense.number(),
                expense.deal(),
                expense.state(),
                verdict,
                expense.approver(),
                expense.state() == ExpenseState.APPROVED || expense.state() == ExpenseState.BOOKED);
    }

    private void tellRefused(CaseFile file, Expense expense, String reason) {
        file.tell("expense.refused", args(expense, reason), Set.of(), Set.of(expense.claimedBy()));
        tellDeal(expense, "EXPENSE_REFUSED", "refused", "被拒绝");
    }

    private void tellDeal(Expense expense, String event, String english, String chinese) {
        deals.note(
                expense.deal(),
                event,
                Phrase.both(
                        "Expense %s %s: %s, %s CNY"
                                .formatted(
                                        expense.number(),
                                        english,
                                        expense.kind().english(),
                                        expense.amount()),
                        "费用%s%s：%s，%s元"
                                .formatted(
                                        expense.number(),
                                        chinese,
                                        expense.kind().chinese(),
                                        expense.amount())),
                "",
                Actor.SYSTEM);
    }

    private static Map<String, String> args(Expense expense, String reason) {
        return Map.of(
                "deal",
                expense.deal().value(),
                "amount",
                expense.amount().toString(),
                "kind",
                Phrase.of(expense.kind()),
                "reason",
                reason.isEmpty() ? "-" : reason);
    }

    private static String inWords(ExpenseVerdict verdict, @Nullable Group approver) {
        return approver == null
                ? Phrase.of(verdict)
                : Phrase.both(
                        "Waits for approval by " + approver.english(),
                        "待" + approver.chinese() + "审批");
    }

    /** All reasons as one, in both languages. */
    private static String both(List<String> reasons) {
        return Phrase.both(
                String.join("; ", reasons.stream().map(Language.ENGLISH::of).toList()),
                String.join("；", reasons.stream().map(Language.CHINESE::of).toList()));
    }
}
