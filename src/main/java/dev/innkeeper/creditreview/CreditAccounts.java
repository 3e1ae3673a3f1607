package dev.innkeeper.creditreview;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.relational.core.sql.LockMode;
import org.springframework.data.relational.repository.Lock;
import org.springframework.data.repository.CrudRepository;

/** The credit of customers, by customer. */
interface CreditAccounts extends CrudRepository<CreditAccount, String> {

    /** Nobody else changes it until the transaction ends. */
    @Lock(LockMode.PESSIMISTIC_WRITE)
    Optional<CreditAccount> findByCustomerId(String customerId);

    /**
     * From now on the house knows the customer's credit; nothing where it does already.
     *
     * @param due the day of its first review, ISO
     */
    @Modifying
    @Query(
            """
            INSERT IGNORE INTO credit_account
                (customer_id, cash_only, hold, hold_reason, next_review_on, use_raised, version)
            VALUES (:customerId, FALSE, FALSE, '', :due, FALSE, 1)
            """)
    int know(String customerId, String due);

    /** Those who are known already. */
    @Query("SELECT customer_id FROM credit_account WHERE customer_id IN (:customerIds)")
    List<String> known(Collection<String> customerIds);
}
