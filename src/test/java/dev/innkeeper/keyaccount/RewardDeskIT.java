package dev.innkeeper.keyaccount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.innkeeper.casefile.CaseLink;
import dev.innkeeper.casefile.TimeLineEntry;
import dev.innkeeper.common.Actor;
import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Contact;
import dev.innkeeper.common.Group;
import dev.innkeeper.common.Money;
import dev.innkeeper.common.Refusal;
import dev.innkeeper.keyaccount.facts.PartnerKind;
import dev.innkeeper.keyaccount.facts.RewardCondition;
import dev.innkeeper.support.InnkeeperTest;
import dev.innkeeper.workflow.InnkeeperClock;
import dev.innkeeper.workflow.Retrying;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A reward from the word of a partner to the money, and back, at its desk. */
@InnkeeperTest
class RewardDeskIT {

    private static final String COMPANY = "Galaxy Technology";
    private static final Money VALUE = Money.of(100_000);

    private static final Actor SALES = SoldDeals.SALES;
    private static final Actor SALES2 = new Actor("sales9", Set.of(Group.SALES));
    private static final Actor KEY_ACCOUNT =
            new Actor("keyaccount1", Set.of(Group.KEY_ACCOUNT_SERVICE));
    private static final Actor MANAGER =
            new Actor("manager1", Set.of(Group.CUSTOMER_SERVICE_MANAGER));
    private static final Actor MANAGER2 =
            new Actor("manager2", Set.of(Group.CUSTOMER_SERVICE_MANAGER));
    private static final Actor GENERAL_MANAGER = new Actor("gm1", Set.of(Group.GENERAL_MANAGER));
    private static final Actor FINANCE = new Actor("finance1", Set.of(Group.FINANCE));
    private static final Actor FINANCE2 = new Actor("finance2", Set.of(Group.FINANCE));
    private static final Actor AUDITOR = new Actor("auditor1", Set.of(Group.AUDITOR));

    @Autowired private PartnerDesk partners;
    @Autowired private RewardDesk desk;
    @Autowired private AuditDesk audit;
    @Autowired private DealDesk dealDesk;
    @Autowired private Retrying retrying;
    @Autowired private JdbcClient jdbc;
    @Autowired private ApplicationEventPublisher events;
    @Autowired private TransactionTemplate transactions;
    @Autowired private InnkeeperClock clock;

    private SoldDeals deals;

    @BeforeEach
    void deals() {
        deals = new SoldDeals(dealDesk, jdbc, events, transactions, clock);
    }

    // Who has a reward in prospect

    @Test
    void whoNamedTheProspectBeforeTheLeadHasARewardInProspect() {
        String partner = partner(PartnerKind.AGENT, "Far Horizon");
        names(partner);

        CaseNumber deal = lead();

        RewardTaskView view = desk.view(only(deal));
        assertThat(view.reward().number().value()).startsWith("REW-2026-");
        assertThat(view.reward().state()).isEqualTo(RewardState.REGISTERED);
        assertThat(view.reward().partner().id()).isEqualTo(partner);
        assertThat(view.links())
                .singleElement()
                .satisfies(
                        link -> {
                            assertThat(link.other()).isEqualTo(deal);
                            assertThat(link.kind()).isEqualTo(CaseLink.Kind.REWARDS);
                        });
        assertThat(dealDesk.view(deal).timeLine())
                .extracting(TimeLineEntry::event)
                .contains("PARTNER_JOINED");
    }

    @Test
    void aPartnerWhoIsOnlyNamedWithTheLeadComesTooLate() {
        String partner = partner(PartnerKind.AGENT, "Far Horizon");
        CaseNumber deal = deals.lead(COMPANY, "Annual meeting", partner);
        deals.win(deal, VALUE);
        CaseNumber reward = desk.open(deal).get(0);

        assertThat(desk.decide(reward).isApprovalNeeded()).isFalse();

        assertLapsed(reward, RewardLapse.NOT_ELIGIBLE);
        assertThat(desk.view(reward).reward().missing())
                .contains(RewardCondition.REGISTERED_BEFORE_LEAD);
    }

    @Test
    void aLeadThatNamesAnUnknownPartnerIsRefused() {
        refused(
                Refusal.Kind.UNKNOWN,
                "partnerId",
                () -> deals.lead(COMPANY, "Annual meeting", "PAR-999999"));
    }

    @Test
    void onlyTheTwoRegisteredFirstHaveARewardInProspect() {
        String first = partner(PartnerKind.INFORMANT, "First");
        String second = partner(PartnerKind.AGENT, "Second");
        String third = partner(PartnerKind.AGENT, "Third");
        names(first);
        names(second);
        names(third);

        CaseNumber deal = lead();

        assertThat(rewardsOf(deal))
                .extracting(RewardRow::partnerId)
                .containsExactlyInAnyOrder(first, second);
        assertThat(dealDesk.view(deal).timeLine())
                .extracting(TimeLineEntry::event)
                .contains("PARTNER_LEFT_OUT");
    }

    @Test
    void anEarlierDateThatIsProvenLaterTakesThePlaceOfTheThird() {
        String second = partner(PartnerKind.AGENT, "Second");
        String third = partner(PartnerKind.AGENT, "Third");
        names(second);
        names(third);
        CaseNumber deal = lead();
        String first = partner(PartnerKind.INFORMANT, "First");
        Instant weekBefore = clock.instant().minus(Duration.ofDays(7));

        partners.register(first, prospect(weekBefore, "WeChat message of that day"), SALES);

        assertThat(rewardsOf(deal))
                .filteredOn(row -> row.state() == RewardState.REGISTERED)
                .extracting(RewardRow::partnerId)
                .containsExactlyInAnyOrder(first, second);
        assertThat(rewardsOf(deal))
                .filteredOn(row -> row.partnerId().equals(third))
                .singleElement()
                .satisfies(row -> assertThat(row.lapse()).isEqualTo(RewardLapse.TWO_BEFORE));
    }

    @Test
    void aRegistrationAfterTheLeadWaitsForTheNextOne() {
        CaseNumber deal = lead();
        names(partner(PartnerKind.AGENT, "Far Horizon"));

        assertThat(rewardsOf(deal)).isEmpty();
    }

    @Test
    void aRegistrationServesOneDealAndIsFreeAgainWhereThatIsNotWon() {
        names(partner(PartnerKind.AGENT, "Far Horizon"));
        CaseNumber first = lead();
        CaseNumber second = deals.lead(COMPANY, "Training week", null);
        assertThat(rewardsOf(second)).isEmpty();

        deals.lose(first);

        assertLapsed(only(first), RewardLapse.DEAL_NOT_WON);
        assertThat(rewardsOf(deals.lead(COMPANY, "Summer party", null))).hasSize(1);
    }

    @Test
    void aDealThatIsWonTakesNoFurtherPartners() {
        names(partner(PartnerKind.AGENT, "Far Horizon"));
        CaseNumber deal = lead();
        deals.win(deal, VALUE);
        desk.open(deal);
        assertThat(desk.open(deal)).as("opened once").isEmpty();

        partners.register(
                partner(PartnerKind.AGENT, "Late"),
                prospect(clock.instant().minus(Duration.ofDays(9)), "A letter"),
                SALES);

        assertThat(rewardsOf(deal)).hasSize(1);
    }

    // Amount and approval

    @Test
    void theAmountIsAPercentageOfTheValueRoundedDownToTheFen() {
        CaseNumber reward = decided(PartnerKind.AGENT, Money.of("123456.99"));

        // 3 % of 123,456.99 is 3,703.7097
        assertThat(amount(reward)).isEqualTo(Money.of("3703.70"));
    }

    @Test
    void twoPartnersShareByOwnPercentageAndCapAfterTheShare() {
        names(partner(PartnerKind.AGENT, "First"));
        names(partner(PartnerKind.INTERMEDIARY, "Second"));
        CaseNumber deal = lead();
        deals.win(deal, Money.of("1234567.89"));

        List<CaseNumber> rewards = desk.open(deal);
        rewards.forEach(desk::decide);

        // 3 % × 70 % of 1,234,567.89 is 25,925.92569; 5 % × 30 % of it is 18,518.51835
        assertThat(rewards.stream().map(this::amount))
                .containsExactly(Money.of("25925.92"), Money.of("18518.51"));
    }

    @Test
    void theCapAppliesAfterTheShare() {
        names(partner(PartnerKind.AGENT, "First"));
        names(partner(PartnerKind.INFORMANT, "Second"));
        CaseNumber deal = lead();
        deals.win(deal, Money.of(1_600_000));

        List<CaseNumber> rewards = desk.open(deal);
        rewards.forEach(desk::decide);

        // 3 % × 70 % is 33,600, capped at 30,000; 1 % × 30 % is 4,800, below its cap of 5,000
        assertThat(rewards.stream().map(this::amount))
                .containsExactly(Money.of(30_000), Money.of(4_800));
    }

    @Test
    void theGeneralManagerApprovesWhatIsMoreThanTenThousand() {
        // 1 % cannot reach it; 3 % of 333,333.34 is 10,000.0002, and of 333,333.67 is 10,000.0101
        assertThat(desk.progress(decided(PartnerKind.AGENT, Money.of("333333.34"))).approverGroup())
                .isEqualTo(Group.CUSTOMER_SERVICE_MANAGER);
        CaseNumber large = decided(PartnerKind.AGENT, Money.of("333333.67"));
        assertThat(desk.progress(large).approverGroup()).isEqualTo(Group.GENERAL_MANAGER);

        refused(Refusal.Kind.FORBIDDEN, "", () -> desk.approve(large, yes(), MANAGER));
        assertThat(desk.approve(large, yes(), GENERAL_MANAGER).isApproved()).isTrue();
    }

    @Test
    void whoRegisteredThePartnerOrTheProspectDoesNotApproveTheReward() {
        String partner = partners.register(newPartner(PartnerKind.AGENT, "A"), MANAGER).id();
        names(partner);
        CaseNumber reward = decided(lead(), VALUE);

        refused(Refusal.Kind.FORBIDDEN, "", () -> desk.approve(reward, yes(), MANAGER));
        assertThat(desk.approve(reward, yes(), MANAGER2).state()).isEqualTo(RewardState.APPROVED);
    }

    @Test
    void theOwnerOfTheDealDoesNotApproveItsReward() {
        names(partner(PartnerKind.AGENT, "Far Horizon"));
        CaseNumber reward = decided(lead(), VALUE);
        Actor both = new Actor(SALES.userId(), Set.of(Group.SALES, Group.CUSTOMER_SERVICE_MANAGER));

        refused(Refusal.Kind.FORBIDDEN, "", () -> desk.approve(reward, yes(), both));
    }

    @Test
    void whereNobodyElseOfTheGroupIsThereTheNextLevelApproves() {
        String partner = partners.register(newPartner(PartnerKind.AGENT, "A"), MANAGER).id();
        partners.register(partner, prospect(null, ""), MANAGER2);
        CaseNumber reward = decided(lead(), VALUE);

        assertThat(desk.progress(reward).approverGroup()).isEqualTo(Group.GENERAL_MANAGER);
        assertThat(desk.approve(reward, yes(), GENERAL_MANAGER).isApproved()).isTrue();
    }

    @Test
    void aRewardIsRefusedWithAReasonAndLapses() {
        CaseNumber reward = decided(PartnerKind.AGENT, VALUE);
        refused(
                Refusal.Kind.INVALID,
                "reason",
                () -> desk.approve(reward, new RewardVerdict(false, " "), MANAGER2));

        desk.approve(reward, new RewardVerdict(false, "The proof is weak"), MANAGER2);

        assertLapsed(reward, RewardLapse.REFUSED);
        assertThat(desk.view(reward).reward().words()).isEqualTo("The proof is weak");
        refused(Refusal.Kind.NOT_NOW, "", () -> desk.approve(reward, yes(), MANAGER2));
    }

    @Test
    void anEmployeeOfOursOrOfTheCustomerGetsNothing() {
        for (boolean ours : List.of(true, false)) {
            String partner =
                    partners.register(
                                    new NewPartner(
                                            PartnerKind.AGENT,
                                            "Employee " + ours,
                                            Contact.NOBODY,
                                            "",
                                            ours,
                                            !ours,
                                            "Works at the front desk",
                                            ""),
                                    SALES)
                            .id();
            String company = "Company " + ours;
            partners.register(
                    partner,
                    new NewRegistration(
                            null,
                            new Contact(null, company, null, null, null),
                            null,
                            "",
                            "",
                            "A party"),
                    SALES);
            clock.advance(Duration.ofMinutes(1));

            CaseNumber reward = decided(deals.lead(company), VALUE);

            assertLapsed(reward, RewardLapse.NOT_ELIGIBLE);
            assertThat(desk.view(reward).reward().missing())
                    .contains(
                            ours
                                    ? RewardCondition.NO_EMPLOYEE_OF_OURS
                                    : RewardCondition.NO_EMPLOYEE_OF_THE_CUSTOMER);
        }
    }

    @Test
    void anAuditorApprovesNothing() {
        CaseNumber reward = decided(PartnerKind.AGENT, VALUE);
        Actor both = new Actor("auditor1", Set.of(Group.AUDITOR, Group.CUSTOMER_SERVICE_MANAGER));

        refused(Refusal.Kind.FORBIDDEN, "", () -> desk.approve(reward, yes(), both));
    }

    // Earning and claiming

    @Test
    void aRewardIsEarnedWhenReviewAndFirstPaymentAreThere() {
        CaseNumber reward = approved();
        assertThat(desk.review(reward).standing()).isEqualTo(RewardStanding.CONDITIONS);
        assertThat(desk.view(reward).reward().missing())
                .containsExactlyInAnyOrder(
                        RewardCondition.REVIEW_ACCEPTED, RewardCondition.FIRST_PAYMENT);

        deals.firstPayment(dealOf(reward));
        assertThat(desk.review(reward).state()).isEqualTo(RewardState.APPROVED);
        assertThat(desk.view(reward).reward().missing())
                .containsExactly(RewardCondition.REVIEW_ACCEPTED);

        deals.reviewAccepted(dealOf(reward));
        RewardProgress earned = desk.review(reward);

        assertThat(earned.state()).isEqualTo(RewardState.EARNED);
        assertThat(earned.standing()).isEqualTo(RewardStanding.CLAIM);
        // 10 in the morning of 2 March in China; 365 days later is 2 March again
        assertThat(earned.claimUntil()).isEqualTo("2027-03-02T16:00:00Z");
    }

    @Test
    void aRewardIsNotClaimedBeforeItIsEarnedNorTwiceNorByAnybody() {
        CaseNumber reward = approved();
        refused(Refusal.Kind.NOT_NOW, "", () -> desk.claim(reward, "", SALES));

        earn(reward);
        refused(Refusal.Kind.FORBIDDEN, "", () -> desk.claim(reward, "", FINANCE));
        refused(Refusal.Kind.FORBIDDEN, "", () -> desk.claim(reward, "", AUDITOR));
        desk.claim(reward, "By e-mail", KEY_ACCOUNT);

        refused(Refusal.Kind.NOT_NOW, "", () -> desk.claim(reward, "", SALES));
        assertThat(desk.review(reward).state()).isEqualTo(RewardState.PAYABLE);
    }

    @Test
    void aRewardCanBeClaimedOnThe365thDay() {
        CaseNumber reward = earned();
        clock.moveTo(Instant.parse("2027-03-02T15:59:00Z"));

        desk.claim(reward, "", SALES);

        assertThat(desk.review(reward).state()).isEqualTo(RewardState.PAYABLE);
    }

    @Test
    void aRewardCanNotBeClaimedOnThe366thDayAndLapses() {
        CaseNumber reward = earned();
        clock.moveTo(Instant.parse("2027-03-02T16:00:00Z"));

        refused(Refusal.Kind.NOT_NOW, "", () -> desk.claim(reward, "", SALES));
        desk.lapseUnclaimed(reward);

        assertLapsed(reward, RewardLapse.NOT_CLAIMED);
    }

    @Test
    void theRulesRefuseAClaimThatIsReviewedToBeTooLate() {
        CaseNumber reward = earned();
        clock.moveTo(Instant.parse("2027-03-02T15:59:00Z"));
        desk.claim(reward, "", SALES);
        jdbc.sql("UPDATE reward SET claimed_at = '2027-03-02 16:00:00' WHERE number = ?")
                .param(reward.value())
                .update();

        desk.review(reward);

        assertLapsed(reward, RewardLapse.NOT_CLAIMED);
    }

    @Test
    void aRewardIsNeverMoreThanWasApproved() {
        CaseNumber reward = approved();
        Money approved = amount(reward);
        jdbc.sql("UPDATE deal SET value = 900000 WHERE number = ?")
                .param(dealOf(reward).value())
                .update();

        earn(reward);

        assertThat(amount(reward)).isEqualTo(approved);
    }

    // Audit findings

    @Test
    void anOpenFindingOnThePartnerKeepsTheRewardFromBeingEarned() {
        CaseNumber reward = approved();
        String partner = desk.view(reward).reward().partner().id();
        long finding = audit.openOnPartner(partner, "Dated by hand", AUDITOR).id();
        deals.firstPayment(dealOf(reward));
        deals.reviewAccepted(dealOf(reward));

        assertThat(desk.review(reward).state()).isEqualTo(RewardState.APPROVED);
        assertThat(desk.view(reward).reward().missing())
                .containsExactly(RewardCondition.NO_AUDIT_FINDING);

        audit.closeOnPartner(partner, finding, "The original is there", AUDITOR);
        assertThat(desk.review(reward).state()).isEqualTo(RewardState.EARNED);
    }

    @Test
    void anOpenFindingOnTheDealKeepsAClaimedRewardFromBecomingPayable() {
        CaseNumber reward = earned();
        CaseNumber deal = dealOf(reward);
        long finding = audit.openOnDeal(deal, "Contract without stamp", AUDITOR).id();
        desk.claim(reward, "", SALES);

        assertThat(desk.review(reward).standing()).isEqualTo(RewardStanding.CONDITIONS);

        audit.closeOnDeal(deal, finding, "Stamped", AUDITOR);
        assertThat(desk.review(reward).state()).isEqualTo(RewardState.PAYABLE);
    }

    @Test
    void anOpenFindingKeepsAPayableRewardFromBeingPaid() {
        CaseNumber reward = payable();
        long finding = audit.openOnDeal(dealOf(reward), "Who is the payee?", AUDITOR).id();
        refused(Refusal.Kind.NOT_NOW, "", () -> pay(reward, FINANCE));

        audit.closeOnDeal(dealOf(reward), finding, "Named", AUDITOR);

        assertThat(pay(reward, FINANCE).state()).isEqualTo(RewardState.PAID);
    }

    @Test
    void findingsAreForAuditorsAndAreClosedOnce() {
        String partner = partner(PartnerKind.AGENT, "Far Horizon");
        refused(Refusal.Kind.FORBIDDEN, "", () -> audit.openOnPartner(partner, "x", MANAGER));
        long finding = audit.openOnPartner(partner, "x", AUDITOR).id();
        refused(
                Refusal.Kind.FORBIDDEN,
                "",
                () -> audit.closeOnPartner(partner, finding, "y", GENERAL_MANAGER));
        refused(
                Refusal.Kind.UNKNOWN,
                "finding",
                () -> audit.closeOnPartner(partner, finding + 1, "y", AUDITOR));
        audit.closeOnPartner(partner, finding, "y", AUDITOR);
        refused(
                Refusal.Kind.NOT_NOW,
                "",
                () -> audit.closeOnPartner(partner, finding, "y", AUDITOR));
        refused(Refusal.Kind.UNKNOWN, "partnerId", () -> audit.openOnPartner("P", "x", AUDITOR));
    }

    // Paying

    @Test
    void financePaysTheWholeRewardAndNobodyWhoApprovedIt() {
        CaseNumber reward = payable();
        Money amount = amount(reward);

        refused(Refusal.Kind.FORBIDDEN, "", () -> pay(reward, SALES));
        refused(
                Refusal.Kind.INVALID,
                "bankReference",
                () -> desk.pay(reward, new RewardPayment(amount, " "), FINANCE));
        refused(
                Refusal.Kind.REFUSED,
                "amount",
                () ->
                        desk.pay(
                                reward,
                                new RewardPayment(amount.plus(Money.of("0.01")), "T-1"),
                                FINANCE));
        Actor approver =
                new Actor(MANAGER2.userId(), Set.of(Group.FINANCE, Group.CUSTOMER_SERVICE_MANAGER));
        refused(Refusal.Kind.FORBIDDEN, "", () -> pay(reward, approver));
        assertThat(desk.view(reward).reward().payment()).isNull();

        RewardProgress paid = pay(reward, FINANCE);

        assertThat(paid.state()).isEqualTo(RewardState.PAID);
        assertThat(desk.view(reward).reward().payment())
                .isEqualTo(
                        new RewardPaymentView(
                                amount,
                                "T-1",
                                FINANCE.userId(),
                                desk.view(reward).reward().paidAt()));
    }

    @Test
    void aRewardIsPaidOnceHoweverOftenItIsTried() {
        CaseNumber reward = payable();
        pay(reward, FINANCE);

        refused(Refusal.Kind.NOT_NOW, "", () -> pay(reward, FINANCE));
        refused(Refusal.Kind.NOT_NOW, "", () -> pay(reward, FINANCE2));
        assertThat(payments()).isEqualTo(1);
    }

    @Test
    void aRewardIsPaidOnceByTwoWhoPayItAtTheSameMoment() throws Exception {
        CaseNumber reward = payable();
        var together = new CyclicBarrier(2);
        var paid = new ArrayList<RewardState>();
        var refusals = new ArrayList<Throwable>();
        var threads = Executors.newFixedThreadPool(2);
        try {
            List<Callable<RewardState>> both =
                    List.of(FINANCE, FINANCE2).stream()
                            .map(
                                    by ->
                                            (Callable<RewardState>)
                                                    () -> {
                                                        together.await(30, TimeUnit.SECONDS);
                                                        return retrying.call(() -> pay(reward, by))
                                                                .state();
                                                    })
                            .toList();
            for (var each : threads.invokeAll(both)) {
                try {
                    paid.add(each.get());
                } catch (ExecutionException e) {
                    refusals.add(e.getCause());
                }
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(paid).containsExactly(RewardState.PAID);
        assertThat(refusals)
                .singleElement()
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.NOT_NOW));
        assertThat(payments()).isEqualTo(1);
    }

    @Test
    void theDatabaseItselfKeepsASecondPaymentOut() {
        CaseNumber reward = payable();
        pay(reward, FINANCE);
        jdbc.sql("UPDATE reward SET state = 'PAYABLE', version = version + 1 WHERE number = ?")
                .param(reward.value())
                .update();

        refused(Refusal.Kind.NOT_NOW, "", () -> pay(reward, FINANCE2));
        assertThat(payments()).isEqualTo(1);
    }

    // The contract is cancelled

    @Test
    void aContractCancelledOnThe90thDayTakesThePaidRewardBack() {
        CaseNumber reward = payable();
        assertThat(pay(reward, FINANCE).clawBackUntil()).isEqualTo("2026-05-31T16:00:00Z");
        // the contract is of 2 March; 90 days later is 31 May
        clock.moveTo(Instant.parse("2026-05-31T15:59:00Z"));
        deals.cancel(dealOf(reward));

        assertThat(desk.settleCancellation(reward).isClawBackDue()).isTrue();
        assertThat(desk.view(reward).reward().state()).isEqualTo(RewardState.CLAWED_BACK);
    }

    @Test
    void aContractCancelledOnThe91stDayChangesNothing() {
        CaseNumber reward = payable();
        pay(reward, FINANCE);
        clock.moveTo(Instant.parse("2026-05-31T16:00:00Z"));
        deals.cancel(dealOf(reward));

        assertThat(desk.settleCancellation(reward).isClawBackDue()).isFalse();
        assertThat(desk.view(reward).reward().state()).isEqualTo(RewardState.PAID);
    }

    @Test
    void aRewardThatIsNotPaidLapsesWithTheContract() {
        CaseNumber undecided = decided(PartnerKind.AGENT, VALUE);
        CaseNumber approved = approved();
        CaseNumber earned = earned();
        CaseNumber payable = payable();
        for (CaseNumber reward : List.of(undecided, approved, earned, payable)) {
            deals.cancel(dealOf(reward));

            desk.settleCancellation(reward);

            assertLapsed(reward, RewardLapse.CANCELLED);
        }
        refused(Refusal.Kind.NOT_NOW, "", () -> pay(payable, FINANCE));
    }

    @Test
    void nothingIsSettledWhileTheContractStands() {
        CaseNumber reward = payable();

        refused(Refusal.Kind.NOT_NOW, "", () -> desk.settleCancellation(reward));
    }

    @Test
    void financeCollectsAtMostWhatWasPaidAndOnce() {
        CaseNumber reward = payable();
        Money paid = amount(reward);
        pay(reward, FINANCE);
        refused(Refusal.Kind.NOT_NOW, "", () -> collect(reward, paid, FINANCE));
        deals.cancel(dealOf(reward));
        desk.settleCancellation(reward);

        refused(Refusal.Kind.FORBIDDEN, "", () -> collect(reward, paid, SALES));
        refused(Refusal.Kind.REFUSED, "amount", () -> collect(reward, Money.ZERO, FINANCE));
        refused(
                Refusal.Kind.REFUSED,
                "amount",
                () -> collect(reward, paid.plus(Money.of("0.01")), FINANCE));
        collect(reward, paid, FINANCE);

        assertThat(desk.view(reward).reward().collected())
                .satisfies(
                        back -> {
                            assertThat(back.amount()).isEqualTo(paid);
                            assertThat(back.reference()).isEqualTo("T-2");
                            assertThat(back.by()).isEqualTo(FINANCE.userId());
                        });
        refused(Refusal.Kind.NOT_NOW, "", () -> collect(reward, paid, FINANCE2));
    }

    // Lists, and what a person sees

    @Test
    void rewardsAreListedByStatePartnerDealAndDue() {
        CaseNumber earned = earned();
        CaseNumber payable = payable();
        CaseNumber paid = payable();
        pay(paid, FINANCE);

        assertThat(numbers(new RewardFilter(Set.of(RewardState.PAID), null, null, null)))
                .containsExactly(paid);
        assertThat(numbers(new RewardFilter(Set.of(), null, null, true)))
                .containsExactly(payable, earned);
        assertThat(numbers(new RewardFilter(Set.of(), null, null, false))).containsExactly(paid);
        assertThat(numbers(new RewardFilter(Set.of(), null, dealOf(earned), null)))
                .containsExactly(earned);
        assertThat(
                        numbers(
                                new RewardFilter(
                                        Set.of(),
                                        desk.view(payable).reward().partner().id(),
                                        null,
                                        null)))
                .containsExactly(payable);
        assertThat(desk.find(new RewardFilter(Set.of(), null, null, null), 1, 1).items())
                .extracting(RewardRow::number)
                .containsExactly(payable);
    }

    @Test
    void eachStateSaysWhatCanBeDoneNext() {
        CaseNumber reward = decided(PartnerKind.AGENT, VALUE);
        assertThat(desk.view(reward).allowed()).containsExactly(RewardAction.APPROVE);
        desk.approve(reward, yes(), MANAGER2);
        assertThat(desk.view(reward).allowed()).isEmpty();
        earn(reward);
        assertThat(desk.view(reward).allowed()).containsExactly(RewardAction.CLAIM);
        desk.claim(reward, "", SALES);
        desk.review(reward);
        assertThat(desk.view(reward).allowed()).containsExactly(RewardAction.PAY);
        pay(reward, FINANCE);
        assertThat(desk.view(reward).allowed()).isEmpty();
        deals.cancel(dealOf(reward));
        desk.settleCancellation(reward);
        assertThat(desk.view(reward).allowed()).containsExactly(RewardAction.COLLECT);
        collect(reward, Money.of("0.01"), FINANCE);
        assertThat(desk.view(reward).allowed()).isEmpty();
        assertThat(desk.view(reward).timeLine())
                .extracting(TimeLineEntry::event)
                .containsExactly(
                        "REWARD_REGISTERED",
                        "REWARD_JUDGED",
                        "APPROVER_DECIDED",
                        "REWARD_APPROVED",
                        "REWARD_REVIEWED",
                        "REWARD_CLAIMED",
                        "REWARD_REVIEWED",
                        "REWARD_PAID",
                        "REWARD_CLAWED_BACK",
                        "REWARD_COLLECTED");
    }

    @Test
    void anUnknownRewardIsSaidToBeSo() {
        refused(Refusal.Kind.UNKNOWN, "number", () -> desk.view(new CaseNumber("REW-2026-999999")));
    }

    // The steps of a reward's life

    private int companies;

    private String partner(PartnerKind kind, String name) {
        return partners.register(newPartner(kind, name), SALES2).id();
    }

    private static NewPartner newPartner(PartnerKind kind, String name) {
        return new NewPartner(kind, name, Contact.NOBODY, "", false, false, "", "");
    }

    private static NewRegistration prospect(Instant at, String proof) {
        return prospect(COMPANY, at, proof);
    }

    private static NewRegistration prospect(String company, Instant at, String proof) {
        return new NewRegistration(
                null,
                new Contact(null, company, null, null, null),
                at,
                proof,
                "",
                "Annual meeting, 300 guests");
    }

    /** The partner names the prospect now; a minute passes. */
    private void names(String partner) {
        partners.register(partner, prospect(null, ""), SALES2);
        clock.advance(Duration.ofMinutes(1));
    }

    private CaseNumber lead() {
        return deals.lead(COMPANY);
    }

    /** Of a company of its own. */
    private CaseNumber decided(PartnerKind kind, Money value) {
        String company = COMPANY + " " + ++companies;
        partners.register(
                partner(kind, "Partner " + companies), prospect(company, null, ""), SALES2);
        clock.advance(Duration.ofMillis(1));
        return decided(deals.lead(company), value);
    }

    private CaseNumber decided(CaseNumber deal, Money value) {
        deals.win(deal, value);
        CaseNumber reward = desk.open(deal).get(0);
        desk.decide(reward);
        return reward;
    }

    private CaseNumber approved() {
        CaseNumber reward = decided(PartnerKind.AGENT, VALUE);
        desk.approve(reward, yes(), MANAGER2);
        return reward;
    }

    private void earn(CaseNumber reward) {
        deals.firstPayment(dealOf(reward));
        deals.reviewAccepted(dealOf(reward));
        assertThat(desk.review(reward).state()).isEqualTo(RewardState.EARNED);
    }

    private CaseNumber earned() {
        CaseNumber reward = approved();
        earn(reward);
        return reward;
    }

    private CaseNumber payable() {
        CaseNumber reward = earned();
        desk.claim(reward, "", SALES);
        assertThat(desk.review(reward).state()).isEqualTo(RewardState.PAYABLE);
        return reward;
    }

    private RewardProgress pay(CaseNumber reward, Actor by) {
        return desk.pay(reward, new RewardPayment(amount(reward), "T-1"), by);
    }

    private RewardProgress collect(CaseNumber reward, Money amount, Actor by) {
        return desk.collect(reward, new RewardCollection(amount, "T-2"), by);
    }

    private static RewardVerdict yes() {
        return new RewardVerdict(true, "");
    }

    private Money amount(CaseNumber reward) {
        return desk.view(reward).reward().amount();
    }

    private CaseNumber dealOf(CaseNumber reward) {
        return desk.view(reward).reward().deal();
    }

    private List<RewardRow> rewardsOf(CaseNumber deal) {
        return desk.find(new RewardFilter(Set.of(), null, deal, null), 0, 10).items();
    }

    private CaseNumber only(CaseNumber deal) {
        assertThat(rewardsOf(deal)).hasSize(1);
        return rewardsOf(deal).get(0).number();
    }

    private List<CaseNumber> numbers(RewardFilter filter) {
        return desk.find(filter, 0, 10).items().stream().map(RewardRow::number).toList();
    }

    private long payments() {
        return jdbc.sql("SELECT COUNT(*) FROM reward_payment").query(Long.class).single();
    }

    private void assertLapsed(CaseNumber reward, RewardLapse why) {
        RewardView view = desk.view(reward).reward();
        assertThat(view.state()).isEqualTo(RewardState.LAPSED);
        assertThat(view.lapse()).isEqualTo(why);
        assertThat(desk.view(reward).timeLine())
                .extracting(TimeLineEntry::event)
                .contains("REWARD_LAPSED");
    }

    private static void refused(
            Refusal.Kind kind,
            String field,
            org.assertj.core.api.ThrowableAssert.ThrowingCallable operation) {
        assertThatThrownBy(operation)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> {
                            assertThat(refusal.kind()).as(refusal.getMessage()).isEqualTo(kind);
                            assertThat(refusal.field()).as(refusal.getMessage()).isEqualTo(field);
                        });
    }
}
