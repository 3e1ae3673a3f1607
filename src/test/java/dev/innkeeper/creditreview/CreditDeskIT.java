package dev.innkeeper.creditreview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.innkeeper.common.Actor;
import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Contact;
import dev.innkeeper.common.Group;
import dev.innkeeper.common.Money;
import dev.innkeeper.common.Refusal;
import dev.innkeeper.common.Tier;
import dev.innkeeper.creditreview.facts.Movement;
import dev.innkeeper.creditreview.facts.ScoreBand;
import dev.innkeeper.customer.CustomerDesk;
import dev.innkeeper.support.InnkeeperTest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@InnkeeperTest
class CreditDeskIT {

    private static final Actor PMS = new Actor("pms", Set.of(Group.INTEGRATION));
    private static final Actor FINANCE = new Actor("finance1", Set.of(Group.FINANCE));
    private static final Actor SALES = new Actor("sales1", Set.of(Group.SALES));

    @Autowired private CreditDesk desk;
    @Autowired private CustomerDesk customers;
    @Autowired private TransactionTemplate transaction;

    private String customer;

    @BeforeEach
    void aCustomer() {
        customer =
                customers
                        .enter(
                                new Contact(null, "恒远机械", "13800138000", null, null),
                                Tier.KEY_ACCOUNT,
                                PMS)
                        .id();
    }

    @Test
    void aCustomerWhoWasNeverReviewedHasNoTerms() {
        CreditStanding standing = desk.standing(customer);

        assertThat(standing.isReviewed()).isFalse();
        assertThat(standing.limit()).isNull();
        assertThat(standing.nextReviewOn()).isNull();
        assertThat(desk.terms(customer, 0, 10).items()).isEmpty();
    }

    @Test
    void aCustomerWhomTheHouseBillsIsDueForAReviewFromThatDay() {
        LocalDate day = LocalDate.of(2026, 2, 20);
        transaction.executeWithoutResult(status -> desk.billed(Set.of(customer), day));
        transaction.executeWithoutResult(
                status -> desk.billed(Set.of(customer), LocalDate.of(2026, 2, 25)));

        assertThat(desk.standing(customer).nextReviewOn()).isEqualTo(day);
    }

    @Test
    void newTermsEndTheOldOnesAndAreTrueInTheCustomersFile() {
        grant(1, "2026-01-10", 50_000, Movement.UP);
        grant(2, "2026-03-02", 20_000, Movement.DOWN);

        assertThat(desk.terms(customer, 0, 10).items())
                .extracting(CreditTerms::version, CreditTerms::limit, CreditTerms::effectiveUntil)
                .containsExactly(
                        tuple(2, Money.of(20_000), null),
                        tuple(1, Money.of(50_000), LocalDate.of(2026, 3, 2)));
        assertThat(desk.standing(customer).limit()).isEqualTo(Money.of(20_000));
        assertThat(customers.read(customer).creditLimit()).isEqualTo(Money.of(20_000));
        assertThat(customers.read(customer).creditScore()).isEqualTo(72);
    }

    @Test
    void aHoldIsTrueInTheCustomersFileUntilItIsReleased() {
        desk.hold(customer, "Three invoices are overdue", FINANCE);

        assertThat(customers.read(customer).creditHold()).isTrue();
        assertThat(desk.standing(customer).heldBy()).isEqualTo("finance1");

        desk.release(customer, "Paid", FINANCE);

        assertThat(customers.read(customer).creditHold()).isFalse();
        assertThat(desk.standing(customer).holdReason()).isEmpty();
    }

    @Test
    void whatAPersonHoldsTheServiceDoesNotRelease() {
        desk.hold(customer, "Owner wanted by the police", FINANCE);
        desk.hold(customer, "Overdue", Actor.SYSTEM);
        desk.release(customer, "Paid", Actor.SYSTEM);

        assertThat(desk.standing(customer).holdReason()).isEqualTo("Owner wanted by the police");
    }

    @Test
    void whatTheServiceHoldsItReleasesByItself() {
        desk.hold(customer, "Overdue", Actor.SYSTEM);
        desk.release(customer, "Paid", Actor.SYSTEM);

        assertThat(desk.standing(customer).hold()).isFalse();
    }

    @Test
    void onlyFinanceAndTheGeneralManagerHold() {
        assertThatThrownBy(() -> desk.hold(customer, "x", SALES))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("Your groups");
        assertThatThrownBy(() -> desk.hold(customer, " ", FINANCE))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("reason");
        assertThatThrownBy(() -> desk.hold("CUS-999999", "x", FINANCE))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("no customer");
    }

    private void grant(int version, String from, long limit, Movement movement) {
        transaction.executeWithoutResult(
                status ->
                        desk.grant(
                                new CreditTerms(
                                        customer,
                                        version,
                                        LocalDate.parse(from),
                                        null,
                                        Tier.KEY_ACCOUNT,
                                        72,
                                        ScoreBand.GOOD,
                                        Money.of(limit),
                                        60,
                                        false,
                                        movement,
                                        CaseNumber.of("CRV", 2026, version),
                                        "gm1",
                                        Set.of(Group.FINANCE),
                                        Instant.parse("2026-03-02T02:00:00Z")),
                                LocalDate.parse(from).plusDays(180)));
    }
}
