package dev.innkeeper.creditreview;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Makes customers known to credit. */
@Repository
class KnownCustomers {

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    KnownCustomers(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    /** Those whom credit does not know yet get an account that is due for a review on that day. */
    void add(Collection<String> customerIds, LocalDate due) {
        Set<String> unknown = new TreeSet<>(customerIds);
        unknown.removeAll(
                Set.copyOf(
                        jdbc.sql(
                                        """
                                        SELECT customer_id FROM credit_account
                                        WHERE customer_id IN (:customers)\
                                        """)
                                .param("customers", customerIds)
                                .query(String.class)
                                .list()));
        if (unknown.isEmpty()) {
            return;
        }
        List<Object> values = new ArrayList<>();
        for (String customer : unknown) {
            values.add(customer);
            values.add(due.toString());
        }
        // Somebody else may make the same customer known at the same moment.
        template.update(
                """
                INSERT IGNORE INTO credit_account
                    (customer_id, next_review_on, cash_only, hold, hold_reason, use_raised, version)
                VALUES\s\
                """
                        + String.join(
                                ", ",
                                Collections.nCopies(
                                        unknown.size(), "(?, ?, FALSE, FALSE, '', FALSE, 1)")),
                values.toArray());
    }
}
