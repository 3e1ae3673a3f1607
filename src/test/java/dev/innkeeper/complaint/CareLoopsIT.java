package dev.innkeeper.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.innkeeper.common.Tier;
import dev.innkeeper.customer.CustomerDesk;
import dev.innkeeper.customer.CustomerGradeDesk;
import dev.innkeeper.customer.Guests;
import dev.innkeeper.customer.StayDesk;
import dev.innkeeper.keyaccount.DealDesk;
import dev.innkeeper.keyaccount.SampleDeals;
import dev.innkeeper.support.InnkeeperTest;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the grade of a customer does in complaints. */
@InnkeeperTest
class CareLoopsIT {

    @Autowired private CustomerGradeDesk grades;
    @Autowired private CustomerDesk customers;
    @Autowired private StayDesk stays;
    @Autowired private ComplaintDesk complaints;
    @Autowired private DealDesk deals;
    @Autowired private JdbcTemplate jdbc;

    private String severity(String customer) {
        var life =
                ComplaintFixtures.Life.of(
                        complaints, ComplaintFixtures.noise().customerId(customer));
        return jdbc.queryForObject(
                "SELECT severity FROM complaint WHERE number = ?",
                String.class,
                life.number().value());
    }

    @Test
    void aComplaintOfAKeyAccountIsUrgent() {
        String customer = deals.read(new SampleDeals(deals).won("Meetings", null)).customerId();
        jdbc.update("UPDATE customer SET tier = 'PROMISING_SMALL' WHERE id = ?", customer);

        grades.grade(Set.of(customer), Guests.TODAY);

        assertThat(customers.read(customer).tier()).isEqualTo(Tier.KEY_ACCOUNT);
        assertThat(severity(customer)).isEqualTo("S2");
    }

    @Test
    void aComplaintOfARegularIsUrgentAndOfAPassingGuestIsNot() {
        var guests = new Guests(customers, stays, jdbc);
        String regular = guests.regular(1);
        jdbc.update("UPDATE customer SET tier = 'PROMISING_SMALL' WHERE id = ?", regular);
        String passing = guests.guest();
        guests.visit(passing, 3, "300");

        grades.grade(Set.of(regular, passing), Guests.TODAY);

        assertThat(severity(regular)).isEqualTo("S2");
        assertThat(severity(passing)).isEqualTo("S3");
    }
}
