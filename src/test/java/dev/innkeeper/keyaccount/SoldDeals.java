package dev.innkeeper.keyaccount;

import static org.assertj.core.api.Assertions.assertThat;

import dev.innkeeper.common.Actor;
import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Contact;
import dev.innkeeper.common.Group;
import dev.innkeeper.common.Money;
import dev.innkeeper.common.Utc;
import dev.innkeeper.keyaccount.facts.ExpenseKind;
import dev.innkeeper.keyaccount.facts.LeadSource;
import dev.innkeeper.keyaccount.facts.LeadVerdict;
import dev.innkeeper.keyaccount.facts.Need;
import dev.innkeeper.keyaccount.facts.Stage;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Deals on their way from a lead to a signed contract, for tests of what follows from them. */
public final class SoldDeals {

    /** The hunter of every deal here. */
    public static final Actor SALES = new Actor("sales1", Set.of(Group.SALES));

    private static final Actor INFORMATION = new Actor("info1", Set.of(Group.CUSTOMER_INFORMATION));
    private static final Actor MANAGER =
            new Actor("manager1", Set.of(Group.CUSTOMER_SERVICE_MANAGER));

    private final DealDesk desk;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transactions;
    private final Clock clock;

    /** Deals of this desk. */
    public SoldDeals(
            DealDesk desk,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            TransactionTemplate transactions,
            Clock clock) {
        this.desk = desk;
        this.jdbc = jdbc;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** A lead of this company for this product, brought by a partner or by nobody. */
    public CaseNumber lead(String company, String product, @Nullable String partnerId) {
        return desk.register(
                        new Lead(
                                null,
                                null,
                                LeadSource.OWN_RESEARCH,
                                partnerId,
                                null,
                                new Contact("Zhao Lin", company, null, null, null),
                                product,
                                "Annual meeting, 300 guests, two nights",
                                Need.CLEAR,
                                true,
                                true,
                                null,
                                Money.ZERO,
                                null,
                                SALES.userId()),
                        SALES)
                .number();
    }

    /** A lead of this company. */
    public CaseNumber lead(String company) {
        return lead(company, "Annual meeting", null);
    }

    /** The contract is signed today. */
    public void win(CaseNumber deal, Money value) {
        desk.qualify(deal);
        desk.verify(
                deal,
                new Verification(
                        LeadVerdict.QUALIFY,
                        true,
                        Need.CLEAR,
                        true,
                        true,
                        null,
                        null,
                        SALES.userId(),
                        null,
                        null,
                        "Spoke with the assistant"),
                INFORMATION);
        desk.plan(
                deal,
                new DealPlan(
                        Set.of("sales1", "banquet1"),
                        Map.of(ExpenseKind.TRAVEL, Money.of(1_000)),
                        "Visit, offer, tasting"),
                SALES);
        desk.approvePlan(deal, new PlanApproval(true, ""), MANAGER);
        desk.propose(deal, new Proposal(today(), value, "Their director", "Offer sent"), SALES);
        desk.negotiate(deal, new Negotiation("They like it", null, true), SALES);
        desk.decide(
                deal,
                new Outcome(
                        Stage.WON,
                        null,
                        "Signed",
                        null,
                        new Outcome.Contract(
                                "C-" + deal.value(),
                                today(),
                                12,
                                value,
                                true,
                                Money.ZERO,
                                false,
                                false,
                                false)),
                SALES);
        assertThat(desk.read(deal).stage()).isEqualTo(Stage.WON);
    }

    /** The customer did not buy. */
    public void lose(CaseNumber deal) {
        desk.decide(deal, Outcome.discarded("NO_NEED", "They stay at home"), SALES);
        assertThat(desk.read(deal).stage()).isEqualTo(Stage.DISCARDED);
    }

    /** The customer paid for the first time. */
    public void firstPayment(CaseNumber deal) {
        desk.pay(deal, new Payment("B-1", Money.of(1_000), null), SALES);
    }

    /** The case review is accepted. */
    public void reviewAccepted(CaseNumber deal) {
        transactions.executeWithoutResult(
                status -> {
                    jdbc.sql(
                                    """
                                    REPLACE INTO deal_review (deal, version, state, outcome, product,
                                        round, opened_at, due_at, late, account, to_repeat,
                                        to_avoid, customer_words, returned_reason, accepted_at)
                                    VALUES (?, 1, 'ACCEPTED', 'WON', '', 1, ?, ?, FALSE, '', '', '',
                                        '', '', ?)\
                                    """)
                            .params(
                                    deal.value(),
                                    Utc.of(clock.instant()),
                                    Utc.of(clock.instant()),
                                    Utc.of(clock.instant()))
                            .update();
                    events.publishEvent(new DealReviewAccepted(deal));
                });
    }

    /** The contract is cancelled now. */
    public void cancel(CaseNumber deal) {
        desk.cancel(deal, "Their budget is gone", MANAGER);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), java.time.ZoneId.of("Asia/Shanghai"));
    }
}
