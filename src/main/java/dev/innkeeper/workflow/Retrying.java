package dev.innkeeper.workflow;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Does a transaction again that failed only because another one was in the way (deadlock, changed
 * row, lock not had in time). It belongs around the outermost call; inside a transaction it does
 * nothing, since the transaction as a whole has to be done again.
 */
@Component
public class Retrying {

    private static final Logger log = LoggerFactory.getLogger(Retrying.class);
    private static final String ENGINE = "org.camunda.bpm.engine.impl.pvm.";
    private static final int ATTEMPTS = 5;
    private static final Duration LONGEST_FIRST_PAUSE = Duration.ofMillis(40);

    /** Deadlock, lock wait timeout, and "record has changed since last read" of MariaDB. */
    private static final Set<Integer> IN_EACH_OTHERS_WAY = Set.of(1213, 1205, 1020);

    /**
     * Runs one transaction, up to five times.
     *
     * @throws RuntimeException what the last attempt threw
     */
    public void run(Runnable transaction) {
        call(
                () -> {
                    transaction.run();
                    return true;
                });
    }

    /**
     * Runs one transaction, up to five times.
     *
     * @return what the transaction returned
     * @throws RuntimeException what the last attempt threw
     */
    public <T> T call(Supplier<T> transaction) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return transaction.get();
        }
        for (var attempt = 1; attempt < ATTEMPTS; attempt++) {
            try {
                return transaction.get();
            } catch (RuntimeException e) {
                if (!isPassing(e)) {
                    throw e;
                }
                log.debug("Attempt {} met another transaction and is repeated", attempt, e);
                pause(attempt);
            }
        }
        return transaction.get();
    }

    /** Whether the same transaction may well succeed when it is done again. */
    public static boolean isPassing(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof OptimisticLockingException
                    || cause instanceof ConcurrencyFailureException
                    || cause instanceof SQLException sql
                            && IN_EACH_OTHERS_WAY.contains(sql.getErrorCode())
                    || isOfTheEngine(cause)) {
                return true;
            }
        }
        return false;
    }

    /** The engine stumbles over executions that another transaction removes while it reads them. */
    private static boolean isOfTheEngine(Throwable cause) {
        var trace = cause.getStackTrace();
        return cause instanceof NullPointerException
                && trace.length > 0
                && trace[0].getClassName().startsWith(ENGINE);
    }

    /** Of random length, so that the two that met do not meet again. */
    private static void pause(int attempt) {
        var longest = LONGEST_FIRST_PAUSE.toNanos() << attempt;
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(longest));
    }
}
