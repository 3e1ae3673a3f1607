package dev.innkeeper.creditreview;

import java.util.Optional;
import org.springframework.data.relational.core.sql.LockMode;
import org.springframework.data.relational.repository.Lock;
import org.springframework.data.repository.CrudRepository;

/** The credit of customers, by customer. */
interface CreditAccounts extends CrudRepository<CreditAccount, String> {

    /** Nobody else changes it until the transaction ends. */
    @Lock(LockMode.PESSIMISTIC_WRITE)
    Optional<CreditAccount> findByCustomerId(String customerId);
}
