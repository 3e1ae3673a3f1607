package dev.innkeeper.keyaccount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.innkeeper.common.Actor;
import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Group;
import dev.innkeeper.common.Money;
import dev.innkeeper.common.Refusal;
import dev.innkeeper.keyaccount.facts.ExpenseKind;
import dev.innkeeper.keyaccount.facts.LeadVerdict;
import dev.innkeeper.keyaccount.facts.Need;
import dev.innkeeper.keyaccount.facts.Stage;
import dev.innkeeper.support.InnkeeperTest;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** What the desk of deals does and refuses. */
@InnkeeperTest
@RecordApplicationEvents
class DealDeskIT {

    private static final Actor INFO = new Actor("info1", Set.of(Group.CUSTOMER_INFORMATION));
    private static final Actor AUDITOR = new Actor("auditor1", Set.of(Group.AUDITOR));

    @Autowired private DealDesk desk;
    @Autowired private ApplicationEvents events;

    private CaseNumber qualified() {
        var number = desk.register(Leads.of("Ruikang"), Leads.SALES).number();
        desk.qualify(number);
        desk.verify(number, verification(LeadVerdict.QUALIFY), INFO);
        return number;
    }

    private static Verification verification(LeadVerdict verdict) {
        return new Verification(
                verdict,
                true,
                Need.CLEAR,
                true,
                true,
                null,
                Leads.SOON,
                "sales1",
                null,
                null,
                "Spoke with her.");
    }

    private static DealPlan plan(String... team) {
        return new DealPlan(
                Set.of(team), Map.of(ExpenseKind.TRAVEL, Money.of(2000)), "Visit and offer.");
    }

    private static void refuses(
            Refusal.Kind kind,
            String field,
            org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> {
                            assertThat(refusal.kind()).isEqualTo(kind);
                            assertThat(refusal.field()).isEqualTo(field);
                            assertThat(refusal.remedy()).isNotBlank();
                        });
    }

    @Test
    void aLeadIsToldToOtherFeatures() {
        var number = desk.register(Leads.of("Ruikang"), Leads.SALES).number();
        assertThat(events.stream(LeadRegistered.class))
                .singleElement()
                .satisfies(event -> assertThat(event.deal()).isEqualTo(number));
    }

    @Test
    void anotherVerdictThanThatOfTheRulesIsNotedAsAnOverride() {
        var number = desk.register(Leads.cold("Hengyuan"), Leads.SALES).number();
        assertThat(desk.qualify(number).verdict()).isEqualTo(LeadVerdict.DISCARD);
        desk.verify(number, verification(LeadVerdict.QUALIFY), INFO);
        assertThat(desk.read(number).stage()).isEqualTo(Stage.QUALIFIED);
        assertThat(desk.view(number).timeLine())
                .filteredOn(entry -> entry.event().equals("LEAD_VERIFIED"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.decisionId()).isNotNull());
    }

    @Test
    void aVerifiedLeadIsHuntedBySomebodyOfSales() {
        var number = desk.register(Leads.cold("Hengyuan"), Leads.SALES).number();
        desk.qualify(number);
        var nobody =
                new Verification(
                        LeadVerdict.QUALIFY,
                        true,
                        Need.CLEAR,
                        true,
                        true,
                        null,
                        null,
                        null,
                        null,
                        null,
                        "Valid.");
        refuses(Refusal.Kind.INVALID, "owner", () -> desk.verify(number, nobody, INFO));
    }

    @Test
    void whoMadeThePlanDoesNotApproveIt() {
        var number = qualified();
        desk.plan(number, plan("sales1", "keyaccount1"), Leads.MANAGER);
        refuses(
                Refusal.Kind.FORBIDDEN,
                "",
                () -> desk.approvePlan(number, new PlanApproval(true, ""), Leads.MANAGER));
        refuses(
                Refusal.Kind.FORBIDDEN,
                "",
                () -> desk.approvePlan(number, new PlanApproval(true, ""), Leads.SALES));
        var other = new Actor("manager2", Set.of(Group.CUSTOMER_SERVICE_MANAGER));
        assertThat(desk.approvePlan(number, new PlanApproval(true, ""), other).stage())
                .isEqualTo(Stage.PLANNED);
    }

    @Test
    void aPlanIsApprovedOnceAndOnlyWhereThereIsOne() {
        var number = qualified();
        refuses(
                Refusal.Kind.NOT_NOW,
                "",
                () -> desk.approvePlan(number, new PlanApproval(true, ""), Leads.MANAGER));
    }

    @Test
    void aTeamIsOfPeopleOfTheHouse() {
        var number = qualified();
        refuses(
                Refusal.Kind.INVALID,
                "team",
                () -> desk.plan(number, plan("sales1", "nobody"), Leads.SALES));
    }

    @Test
    void anAuditorChangesNothing() {
        var number = qualified();
        refuses(Refusal.Kind.FORBIDDEN, "", () -> desk.plan(number, plan("sales1"), AUDITOR));
        refuses(Refusal.Kind.FORBIDDEN, "", () -> desk.register(Leads.of("Hengyuan"), AUDITOR));
    }

    @Test
    void aProposalIsNotDatedInTheFuture() {
        var number = qualified();
        desk.plan(number, plan("sales1", "keyaccount1"), Leads.SALES);
        desk.approvePlan(number, new PlanApproval(true, ""), Leads.MANAGER);
        refuses(
                Refusal.Kind.INVALID,
                "proposedOn",
                () ->
                        desk.propose(
                                number,
                                new Proposal(
                                        LocalDate.parse("2026-03-03"),
                                        Money.of(1000),
                                        null,
                                        "Tomorrow"),
                                Leads.SALES));
    }

    @Test
    void aDealIsWonOutOfNegotiationOnly() {
        var number = qualified();
        refuses(
                Refusal.Kind.NOT_NOW,
                "",
                () ->
                        desk.decide(
                                number,
                                new Outcome(Stage.WON, null, "Signed", null, null),
                                Leads.SALES));
    }

    @Test
    void aDealThatIsOverStaysAsItIs() {
        var number = qualified();
        desk.decide(number, Outcome.lost("PRICE", "Too dear", null), Leads.SALES);
        refuses(
                Refusal.Kind.NOT_NOW,
                "",
                () -> desk.decide(number, Outcome.lost("PRICE", "Again", null), Leads.SALES));
        refuses(
                Refusal.Kind.NOT_NOW,
                "",
                () -> desk.assign(number, "sales1", "Mine", Leads.MANAGER));
        assertThat(events.stream(DealClosed.class)).hasSize(1);
    }

    @Test
    void anExpenseIsBookedBesideWhatWasPlanned() {
        var number = qualified();
        desk.plan(number, plan("sales1", "keyaccount1"), Leads.SALES);
        desk.spend(number, ExpenseKind.TRAVEL, Money.of("120.50"));
        desk.spend(number, ExpenseKind.SAMPLES, Money.of(30));
        assertThat(desk.read(number).spent()).isEqualTo(Money.of("150.50"));
        assertThat(desk.read(number).budget()).isEqualTo(Money.of(2000));
        desk.approvePlan(number, new PlanApproval(false, "Less, please."), Leads.MANAGER);
        desk.plan(number, plan("sales1", "keyaccount1"), Leads.SALES);
        assertThat(desk.read(number).spent()).isEqualTo(Money.of("150.50"));
    }
}
