package dev.innkeeper.customer;

import static dev.innkeeper.customer.Guests.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.innkeeper.common.Actor;
import dev.innkeeper.common.Group;
import dev.innkeeper.common.Money;
import dev.innkeeper.common.Refusal;
import dev.innkeeper.common.Tier;
import dev.innkeeper.customer.facts.CustomerGrade;
import dev.innkeeper.customer.facts.LifeCycle;
import dev.innkeeper.customer.facts.ValueClass;
import dev.innkeeper.keyaccount.DealDesk;
import dev.innkeeper.keyaccount.SampleDeals;
import dev.innkeeper.nightly.NightRuns;
import dev.innkeeper.support.InnkeeperTest;
import dev.innkeeper.support.TimeMachine;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Customers graded by the shipped rules from what the tables hold. */
@InnkeeperTest
class CustomerGradeIT {

    private static final int LONG_KNOWN = 400;

    @Autowired private CustomerGradeDesk desk;
    @Autowired private CustomerDesk customers;
    @Autowired private StayDesk stays;
    @Autowired private ReceivablesDesk receivables;
    @Autowired private DealDesk deals;
    @Autowired private NightRuns nights;
    @Autowired private TimeMachine time;
    @Autowired private JdbcTemplate jdbc;
    private Guests guests;

    @BeforeEach
    void openTheHouse() {
        guests = new Guests(customers, stays, jdbc);
    }

    private CustomerGrade grade(String guest) {
        return desk.grade(Set.of(guest), TODAY).get(0).grade();
    }

    private int recorded() {
        return jdbc.queryForObject(
                "SELECT COUNT(*) FROM decision WHERE name = 'customer/customer-grade'",
                Integer.class);
    }

    @ParameterizedTest
    @CsvSource({"2000.01, A", "2000, B", "500, B", "499.99, C"})
    void theClassFollowsTheShareOfOurTurnover(String spend, ValueClass expected) {
        String guest = guests.guest();
        guests.visit(guest, 10, spend);
        guests.visit(
                guests.guest(),
                10,
                new BigDecimal("100000").subtract(new BigDecimal(spend)).toString());

        assertThat(grade(guest).valueClass()).isEqualTo(expected);
    }

    @Test
    void ofSpendAndInvoicesTheLargerCounts() {
        String guest = guests.guest();
        guests.visit(guest, 10, "400");
        receivables.takeInvoice(
                new NewInvoice(
                        "INV-1",
                        guest,
                        TODAY.minusDays(9),
                        TODAY.plusDays(20),
                        new Money(new BigDecimal("500")),
                        false),
                Guests.PMS);
        guests.visit(guests.guest(), 10, "99500");

        assertThat(grade(guest).valueClass()).isEqualTo(ValueClass.B);
    }

    @ParameterizedTest
    @CsvSource({
        "12, 6, LOYAL_REGULAR",
        "11, 6, PROMISING_SMALL",
        "12, 5, PROMISING_SMALL",
    })
    void aRegularComesTwelveTimesInSixMonths(int visits, int months, Tier expected) {
        String guest = guests.guest();
        for (int n = 0; n < visits; n++) {
            LocalDate month = LocalDate.of(2025, 8, 1).plusMonths(n % months);
            guests.visit(guest, month.plusDays(n / months), "300", null);
        }

        assertThat(grade(guest).tier()).isEqualTo(expected);
    }

    @Test
    void twoBillsOfOneDayAreOneVisit() {
        String guest = guests.guest();
        for (int n = 0; n < 12; n++) {
            LocalDate month = LocalDate.of(2025, 8, 1).plusMonths(n % 6);
            guests.visit(guest, month, "300", null);
        }

        assertThat(grade(guest).tier()).isEqualTo(Tier.PROMISING_SMALL);
    }

    @ParameterizedTest
    @CsvSource({"365, STRATEGIC_NEW", "366, PROMISING_SMALL"})
    void aStrategicCustomerIsNewForAYear(int knownForDays, Tier expected) {
        String guest = guests.guest();
        guests.is(guest, "strategic_as = 'BRAND'");
        guests.visit(guest, knownForDays, "300");

        assertThat(grade(guest).tier()).isEqualTo(expected);
    }

    @Test
    void aCustomerWithAContractAndAShareIsAKeyAccountUntilTheContractIsCancelled() {
        var won = new SampleDeals(deals).won("Meetings", null);
        String customer = deals.read(won).customerId();

        assertThat(grade(customer).tier()).isEqualTo(Tier.KEY_ACCOUNT);
        assertThat(customers.read(customer).tier()).isEqualTo(Tier.KEY_ACCOUNT);

        jdbc.update("UPDATE deal SET cancelled_at = NOW(3) WHERE number = ?", won.value());

        assertThat(grade(customer).tier()).isEqualTo(Tier.PROMISING_SMALL);
    }

    @ParameterizedTest
    @CsvSource({"69, PROMISING_SMALL", "70, KEY_ACCOUNT"})
    void goodCreditCountsForAKeyAccount(int score, Tier expected) {
        var won = new SampleDeals(deals).won("Meetings", null);
        String customer = deals.read(won).customerId();
        jdbc.update("UPDATE deal SET term_months = 11 WHERE number = ?", won.value());
        guests.is(customer, "credit_score = " + score);

        assertThat(grade(customer).tier()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"90, ACQUISITION", "91, GROWTH"})
    void acquisitionLastsNinetyDays(int knownForDays, LifeCycle expected) {
        String guest = guests.guest();
        guests.visit(guest, knownForDays, "300");
        guests.visit(guest, 1, "900");

        assertThat(grade(guest).lifeCycle()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "599, DECLINE",
        "600, MATURE",
        "1200, MATURE",
        "1201, GROWTH",
    })
    void theStageFollowsTheSpend(String spend, LifeCycle expected) {
        String guest = guests.guest();
        guests.visit(guest, LONG_KNOWN, "10");
        guests.visit(guest, 90, "1000");
        guests.visit(guest, 89, spend);

        assertThat(grade(guest).lifeCycle()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"180, 60, true", "179, 59, false", "180, 61, false", "183, 61, true"})
    void aCustomerIsLostByItsOwnMeasure(int daysAway, int usual, boolean lost) {
        String guest = guests.guest();
        for (int n = 0; n < 4; n++) {
            guests.visit(guest, daysAway + n * usual, "300");
        }

        assertThat(grade(guest).lifeCycle() == LifeCycle.LOST).isEqualTo(lost);
    }

    @Test
    void oneLongAbsenceDoesNotStretchTheUsualInterval() {
        String guest = guests.guest();
        for (int daysAgo : List.of(180, 190, 200, 700)) {
            guests.visit(guest, daysAgo, "300");
        }

        assertThat(grade(guest).lifeCycle()).isEqualTo(LifeCycle.LOST);
    }

    @Test
    void theLifeTimeValueIsTheMarginSoFarAndOfTwoYearsMore() {
        String guest = guests.guest();
        guests.visit(guest, TODAY.minusDays(10), "1000", "400");
        guests.visit(guest, TODAY.minusDays(20), "1000", null);
        guests.visit(guest, TODAY.minusDays(365), "1000", "100");

        // 500 known and 300 assumed so far; 400 and 300 of them lately, for two years more.
        assertThat(grade(guest).lifeTimeValue()).isEqualByComparingTo("2200.00");
    }

    @Test
    void aTierThatAPersonSetStandsForNinetyDaysUnlessTheGradeIsAskedAgain() {
        String guest = guests.guest();
        guests.visit(guest, 10, "300");
        customers.setTier(guest, Tier.LOYAL_REGULAR, "Comes to all our tables", Guests.INFORMATION);

        assertThat(desk.grade(Set.of(guest), TODAY.plusDays(89)).get(0).tierKept()).isTrue();
        assertThat(customers.read(guest).tier()).isEqualTo(Tier.LOYAL_REGULAR);
        assertThat(desk.grade(Set.of(guest), TODAY.plusDays(90)).get(0).grade().tier())
                .isEqualTo(Tier.PROMISING_SMALL);

        customers.setTier(guest, Tier.LOYAL_REGULAR, "Comes to all our tables", Guests.INFORMATION);
        assertThat(desk.ask(guest, Guests.MANAGER).grade().tier()).isEqualTo(Tier.PROMISING_SMALL);
        assertThat(customers.read(guest).tierSetBy()).isNull();
    }

    @Test
    void aNightKeepsOnlyAnswersThatChangeSomething() {
        String guest = guests.guest();
        guests.visit(guest, 100, "300");
        guests.visit(guest, 5, "300");
        var first = nights.run("customer-grading", TODAY);
        assertThat(first.done()).isEqualTo(1);
        assertThat(recorded()).isEqualTo(1);

        nights.run("customer-grading", TODAY);
        nights.run("customer-grading", TODAY.plusDays(1));

        assertThat(recorded()).isEqualTo(1);
        assertThat(
                        jdbc.queryForObject(
                                "SELECT graded_on FROM customer WHERE id = ?",
                                LocalDate.class,
                                guest))
                .isEqualTo(TODAY.plusDays(1));
        assertThat(customers.timeLine(guest))
                .extracting(CustomerChange::event)
                .containsOnlyOnce("GRADED");

        nights.run("customer-grading", TODAY.plusDays(400));

        assertThat(recorded()).isEqualTo(2);
        assertThat(customers.timeLine(guest))
                .extracting(CustomerChange::what)
                .anyMatch(what -> what.contains("to Class C, Promising small customer, Lost"));
    }

    @Test
    void whatIsLaterThanTheDayOfTheGradeDoesNotCount() {
        String guest = guests.guest();
        guests.visit(guest, 200, "300");
        guests.visit(guest, 1, "300");

        var then = desk.grade(Set.of(guest), TODAY.minusDays(2)).get(0).grade();

        assertThat(then.lifeCycle()).isEqualTo(LifeCycle.LOST);
    }

    @Test
    void mergedAndErasedFilesAreLeftOut() {
        String merged = guests.guest();
        String erased = guests.guest();
        String there = guests.guest();
        guests.is(merged, "merged_into = '" + there + "'");
        guests.is(erased, "erased_at = NOW(3)");

        assertThat(desk.grade(List.of(merged, erased, there), TODAY))
                .extracting(GradedCustomer::customerId)
                .containsExactly(there);
        assertThatThrownBy(() -> desk.ask(merged, Guests.MANAGER)).isInstanceOf(Refusal.class);
    }

    @Test
    void anAuditorGradesNobody() {
        String guest = guests.guest();
        Actor auditor = new Actor("auditor1", Set.of(Group.AUDITOR));

        assertThatThrownBy(() -> desk.ask(guest, auditor)).isInstanceOf(Refusal.class);
    }

    @Test
    void whoStaysAwayIsGradedDownNightByNight() {
        String guest = guests.regular(1);
        nights.run("customer-grading", TODAY);
        assertThat(customers.read(guest).tier()).isEqualTo(Tier.LOYAL_REGULAR);

        time.advance(Duration.ofDays(260));
        nights.run("customer-grading", TODAY.plusDays(260));

        assertThat(customers.read(guest).tier()).isEqualTo(Tier.PROMISING_SMALL);
        assertThat(
                        jdbc.queryForObject(
                                "SELECT life_cycle FROM customer WHERE id = ?",
                                String.class,
                                guest))
                .isEqualTo("LOST");
    }
}
