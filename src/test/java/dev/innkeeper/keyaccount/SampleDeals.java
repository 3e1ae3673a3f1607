package dev.innkeeper.keyaccount;

import dev.innkeeper.common.Actor;
import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Group;
import dev.innkeeper.common.Money;
import dev.innkeeper.keyaccount.facts.ExpenseKind;
import dev.innkeeper.keyaccount.facts.LeadVerdict;
import dev.innkeeper.keyaccount.facts.Need;
import dev.innkeeper.keyaccount.facts.Stage;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/** Deals of different customers, brought as far as a test needs them. */
public final class SampleDeals {

    public static final Actor SALES = Leads.SALES;
    public static final Actor FARMER = new Actor("keyaccount1", Set.of(Group.KEY_ACCOUNT_SERVICE));
    public static final Actor CALL_CENTRE = new Actor("callcentre1", Set.of(Group.CALL_CENTRE));
    public static final Actor INFORMATION = new Actor("info1", Set.of(Group.CUSTOMER_INFORMATION));
    public static final Actor MANAGER = Leads.MANAGER;
    public static final Actor GENERAL_MANAGER = new Actor("gm1", Set.of(Group.GENERAL_MANAGER));
    public static final Actor AUDITOR = new Actor("auditor1", Set.of(Group.AUDITOR));
    public static final Actor BANQUET = new Actor("banquet1", Set.of(Group.BANQUET_SERVICE));

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    private final DealDesk desk;
    private int customers;

    public SampleDeals(DealDesk desk) {
        this.desk = desk;
    }

    /** A lead that is worth being hunted, by sales1. */
    public CaseNumber qualified(String product) {
        customers++;
        var number = desk.register(Leads.of("华信软件" + customers, product, "sales1"), SALES).number();
        desk.qualify(number);
        desk.verify(
                number,
                new Verification(
                        LeadVerdict.QUALIFY,
                        true,
                        Need.CLEAR,
                        true,
                        true,
                        Money.of(600_000),
                        TODAY.plusDays(20),
                        "sales1",
                        null,
                        null,
                        "Spoke with the customer"),
                INFORMATION);
        return number;
    }

    /** With a plan that nobody has approved yet: 1,000 for journeys, 10,000 for entertainment. */
    public CaseNumber planned(String product) {
        var number = qualified(product);
        desk.plan(
                number,
                new DealPlan(
                        Set.of("sales1", "banquet1"),
                        Map.of(
                                ExpenseKind.TRAVEL,
                                Money.of(1_000),
                                ExpenseKind.ENTERTAINMENT,
                                Money.of(10_000)),
                        "Visit, then propose"),
                SALES);
        return number;
    }

    /** With an approved plan. */
    public CaseNumber pursued(String product) {
        var number = planned(product);
        desk.approvePlan(number, new PlanApproval(true, ""), MANAGER);
        return number;
    }

    /** With a proposal and the customer's answer to it. */
    public CaseNumber negotiated(String product, String competitor) {
        var number = pursued(product);
        desk.propose(
                number,
                new Proposal(TODAY, Money.of(300_000), "Mr Li, director", "Sent the proposal"),
                SALES);
        desk.negotiate(
                number, new Negotiation("They compare us", competitor, competitor == null), SALES);
        return number;
    }

    /** Lost to a competitor. */
    public CaseNumber lost(String product, String competitor) {
        var number = negotiated(product, competitor);
        desk.decide(number, Outcome.lost("PRICE", "They were cheaper", competitor), SALES);
        return number;
    }

    /** Won against a competitor. */
    public CaseNumber won(String product, String competitor) {
        var number = negotiated(product, competitor);
        desk.decide(
                number,
                new Outcome(
                        Stage.WON,
                        "RELATION",
                        "They trust us",
                        competitor,
                        new Outcome.Contract(
                                "C-" + number,
                                TODAY,
                                12,
                                Money.of(300_000),
                                true,
                                Money.ZERO,
                                false,
                                false,
                                false)),
                SALES);
        return number;
    }
}
