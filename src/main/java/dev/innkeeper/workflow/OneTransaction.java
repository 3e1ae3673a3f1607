package dev.innkeeper.workflow;

import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Does something to a case and to its process in one transaction, done again where another one was
 * in its way; it joins the caller's transaction where there is one. What a desk refused comes out
 * as it was, whatever the engine made of it.
 */
@Component
public class OneTransaction {

    private final Retrying retrying;
    private final TransactionTemplate transactions;
    private final EngineUser engineUser;

    OneTransaction(
            Retrying retrying, PlatformTransactionManager transactions, EngineUser engineUser) {
        this.retrying = retrying;
        this.transactions = new TransactionTemplate(transactions);
        this.engineUser = engineUser;
    }

    /** Runs the operation, with the rights of the service. */
    public <T> T of(Supplier<T> operation) {
        try {
            return retrying.call(
                    () -> transactions.execute(status -> engineUser.asTheService(operation)));
        } catch (RuntimeException e) {
            throw Refusals.within(e).map(RuntimeException.class::cast).orElse(e);
        }
    }
}
