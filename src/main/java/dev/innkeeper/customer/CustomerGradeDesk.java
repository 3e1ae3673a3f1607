package dev.innkeeper.customer;

import dev.innkeeper.casefile.CasefileProperties;
import dev.innkeeper.common.Actor;
import dev.innkeeper.common.Phrase;
import dev.innkeeper.common.Refusal;
import dev.innkeeper.common.Tier;
import dev.innkeeper.customer.facts.CustomerGrade;
import dev.innkeeper.customer.facts.CustomerMargin;
import dev.innkeeper.customer.facts.CustomerSpend;
import dev.innkeeper.customer.facts.CustomerStanding;
import dev.innkeeper.customer.facts.CustomerTurnover;
import dev.innkeeper.customer.facts.CustomerVisits;
import dev.innkeeper.customer.facts.LastVisit;
import dev.innkeeper.customer.facts.LifeCycle;
import dev.innkeeper.customer.facts.UsualInterval;
import dev.innkeeper.decision.Decided;
import dev.innkeeper.decision.Decisions;
import dev.innkeeper.decision.Facts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Grades customers by the rules of {@code customer/customer-grade}: tier, value class, life-cycle
 * stage and life-time value.
 *
 * <p>A night keeps the record of a decision only where tier, class or stage changed: the record of
 * the last change is what the present grade rests on, and the life-time value, which moves with
 * every stay, is not worth a row for each customer and night. Whoever asks for a grade gets a
 * record each time.
 */
@Service
@Transactional
public class CustomerGradeDesk {

    private final GradeRecords records;
    private final KeyAccounts keyAccounts;
    private final Decisions decisions;
    private final GradingProperties properties;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final ZoneId zone;

    CustomerGradeDesk(
            GradeRecords records,
            KeyAccounts keyAccounts,
            Decisions decisions,
            GradingProperties properties,
            ApplicationEventPublisher events,
            Clock clock,
            CasefileProperties casefile) {
        this.records = records;
        this.keyAccounts = keyAccounts;
        this.decisions = decisions;
        this.properties = properties;
        this.events = events;
        this.clock = clock;
        this.zone = casefile.zone();
    }

    /** The next customers to grade for that day; the first call of a night adds up the house. */
    public List<String> due(String after, int limit, LocalDate asOf) {
        if (after.isEmpty()) {
            records.keepHouseTurnover(asOf, records.houseTurnover(asOf));
        }
        return records.next(after, limit, asOf);
    }

    /**
     * Grades these customers, as a night does; those who are merged into others or erased are left
     * out.
     *
     * @param asOf the day of the grade: what was later does not count
     */
    public List<GradedCustomer> grade(Collection<String> ids, LocalDate asOf) {
        return grade(ids, asOf, records.keptHouseTurnover(asOf), false);
    }

    /**
     * Grades a customer because somebody asks: the word of the rules counts at once, also where a
     * person set the tier, and is always recorded.
     *
     * @throws Refusal UNKNOWN where there is no such customer
     */
    public GradedCustomer ask(String customerId, Actor by) {
        by.refuseAuditor();
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        return grade(Set.of(customerId), today, records.houseTurnover(today), true).stream()
                .findFirst()
                .orElseThrow(
                        () ->
                                Refusal.unknown(
                                        "customerId",
                                        "There is no customer with this id, or not any more. |"
                                                + " 没有该编号的客户，或该客户档案已合并或删除。",
                                        "Give an id such as CUS-000123. | 请使用如 CUS-000123 的编号。"));
    }

    private List<GradedCustomer> grade(
            Collection<String> ids, LocalDate asOf, BigDecimal house, boolean asked) {
        if (ids.isEmpty()) {
            return List.of();
        }
        List<GradeFigures> page = records.figures(ids, asOf);
        Set<String> key =
                keyAccounts.among(
                        page.stream().map(figures -> candidate(figures, house)).toList(), asOf);
        List<GradedCustomer> graded = new ArrayList<>();
        List<GradeRecords.Graded> fresh = new ArrayList<>();
        List<GradeRecords.Change> changes = new ArrayList<>();
        for (GradeFigures figures : page) {
            GradedCustomer one =
                    judge(figures, house, key.contains(figures.customerId()), asOf, asked);
            graded.add(one);
            if (!one.grade().equals(figures.present())) {
                fresh.add(new GradeRecords.Graded(one.customerId(), one.grade()));
            }
            if (one.changed()) {
                changes.add(
                        new GradeRecords.Change(
                                one.customerId(),
                                change(figures.present(), one.grade()),
                                String.join("\n", one.decided().reasons())));
            }
        }
        write(page, fresh, changes, asOf);
        Map<String, GradeFigures> before =
                page.stream().collect(Collectors.toMap(GradeFigures::customerId, one -> one));
        graded.stream()
                .filter(GradedCustomer::changed)
                .forEach(one -> publish(one, before.get(one.customerId())));
        return graded;
    }

    private void write(
            List<GradeFigures> page,
            List<GradeRecords.Graded> fresh,
            List<GradeRecords.Change> changes,
            LocalDate asOf) {
        Instant now = clock.instant();
        if (!page.isEmpty()) {
            records.looked(page.stream().map(GradeFigures::customerId).toList(), asOf);
        }
        if (!fresh.isEmpty()) {
            records.write(fresh);
        }
        if (!changes.isEmpty()) {
            records.note(changes, now);
        }
    }

    private void publish(GradedCustomer graded, GradeFigures before) {
        CustomerGrade present = before.present();
        events.publishEvent(new CustomerGraded(graded.customerId(), present, graded.grade()));
        boolean wasLost = present != null && present.lifeCycle() == LifeCycle.LOST;
        if (graded.grade().lifeCycle() == LifeCycle.LOST && !wasLost) {
            events.publishEvent(new CustomerLost(graded.customerId()));
        }
    }

    private GradedCustomer judge(
            GradeFigures figures,
            BigDecimal house,
            boolean keyAccount,
            LocalDate asOf,
            boolean asked) {
        boolean kept = !asked && isTierKept(figures, asOf);
        Predicate<CustomerGrade> recorded =
                answer -> asked || isAnother(figures.present(), applied(answer, figures, kept));
        Decided<CustomerGrade> decided =
                decisions.decide(
                        CustomerDecisions.CUSTOMER_GRADE,
                        facts(figures, house, keyAccount, asOf),
                        figures.customerId(),
                        recorded);
        CustomerGrade grade = applied(decided.result(), figures, kept);
        return new GradedCustomer(
                figures.customerId(),
                grade,
                grade.tier() != decided.result().tier(),
                isAnother(figures.present(), grade),
                decided,
                asOf);
    }

    private static CustomerGrade applied(
            CustomerGrade answer, GradeFigures figures, boolean tierKept) {
        return new CustomerGrade(
                answer.valueClass(),
                tierKept ? figures.tier() : answer.tier(),
                answer.lifeCycle(),
                answer.lifeTimeValue());
    }

    private static boolean isAnother(@Nullable CustomerGrade before, CustomerGrade now) {
        return before == null
                || before.tier() != now.tier()
                || before.valueClass() != now.valueClass()
                || before.lifeCycle() != now.lifeCycle();
    }

    private boolean isTierKept(GradeFigures figures, LocalDate asOf) {
        Instant setAt = figures.tierSetAt();
        String by = figures.tierSetBy();
        return setAt != null
                && by != null
                && !by.equals(Actor.SYSTEM.userId())
                && LocalDate.ofInstant(setAt, zone)
                        .plusDays(properties.tierKeptDays())
                        .isAfter(asOf);
    }

    private static KeyAccounts.Candidate candidate(GradeFigures figures, BigDecimal house) {
        return new KeyAccounts.Candidate(
                figures.customerId(),
                figures.tier() == Tier.KEY_ACCOUNT,
                house.signum() == 0
                        ? null
                        : figures.turnover().movePointRight(2).divide(house, 4, RoundingMode.DOWN),
                figures.creditScore(),
                figures.strategic());
    }

    private static Facts facts(
            GradeFigures figures, BigDecimal house, boolean keyAccount, LocalDate asOf) {
        GradeFigures.Visits visits = figures.visits();
        GradeFigures.Visits spend = figures.spend();
        LocalDate first = first(figures);
        List<Record> facts = new ArrayList<>();
        facts.add(
                new CustomerVisits(
                        days(first, asOf), visits.days12Months(), visits.months12Months()));
        if (visits.last() != null) {
            facts.add(new LastVisit(days(visits.last(), asOf)));
        }
        if (figures.interval() != null) {
            facts.add(new UsualInterval(figures.interval().setScale(1, RoundingMode.HALF_UP)));
        }
        facts.add(new CustomerTurnover(figures.turnover(), house));
        facts.add(new CustomerSpend(spend.spend90Days(), spend.spendBefore90Days()));
        facts.add(new CustomerStanding(keyAccount, figures.strategic()));
        facts.add(
                new CustomerMargin(
                        figures.margin(),
                        figures.margin12Months(),
                        figures.spendWithoutMargin(),
                        figures.spendWithoutMargin12Months()));
        return new Facts(facts);
    }

    /** Of a customer that came with its history the first visit, else when the file was opened. */
    private static LocalDate first(GradeFigures figures) {
        LocalDate first = figures.firstSeenOn();
        for (LocalDate visit :
                List.of(figures.stays(), figures.bills()).stream()
                        .map(GradeFigures.Visits::first)
                        .filter(Objects::nonNull)
                        .toList()) {
            first = visit.isBefore(first) ? visit : first;
        }
        return first;
    }

    private static int days(LocalDate from, LocalDate to) {
        return (int) Math.max(ChronoUnit.DAYS.between(from, to), 0);
    }

    private static String change(@Nullable CustomerGrade before, CustomerGrade now) {
        return before == null
                ? Phrase.both(
                        "Graded: %s, %s, %s"
                                .formatted(
                                        now.valueClass().english(),
                                        now.tier().english(),
                                        now.lifeCycle().english()),
                        "评级：%s，%s，%s"
                                .formatted(
                                        now.valueClass().chinese(),
                                        now.tier().chinese(),
                                        now.lifeCycle().chinese()))
                : Phrase.both(
                        "Graded from %s, %s, %s to %s, %s, %s"
                                .formatted(
                                        before.valueClass().english(),
                                        before.tier().english(),
                                        before.lifeCycle().english(),
                                        now.valueClass().english(),
                                        now.tier().english(),
                                        now.lifeCycle().english()),
                        "评级由“%s，%s，%s”变为“%s，%s，%s”"
                                .formatted(
                                        before.valueClass().chinese(),
                                        before.tier().chinese(),
                                        before.lifeCycle().chinese(),
                                        now.valueClass().chinese(),
                                        now.tier().chinese(),
                                        now.lifeCycle().chinese()));
    }
}
