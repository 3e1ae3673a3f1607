package dev.innkeeper.api;

import java.sql.SQLException;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Runs a transaction again that lost to another one at the same moment, so that the caller does not
 * see it: a deadlock, a lock that was waited for too long, a row that another changed first.
 */
@Component
public class Conflicts {

    private static final Logger LOG = LoggerFactory.getLogger(Conflicts.class);
    private static final int ATTEMPTS = 5;

    /** MariaDB: changed since read, lock wait timeout, deadlock. */
    private static final Set<Integer> CODES = Set.of(1020, 1205, 1213);

    /**
     * The result of the work, tried again while it only lost to another.
     *
     * @param work a whole transaction
     */
    public <R> R retried(Supplier<R> work) {
        for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
            try {
                return work.get();
            } catch (RuntimeException failure) {
                if (!isConflict(failure)) {
                    throw failure;
                }
                LOG.debug("Attempt {} lost to another transaction", attempt, failure);
            }
        }
        return work.get();
    }

    static boolean isConflict(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < 20; depth++, cause = cause.getCause()) {
            if (cause instanceof ConcurrencyFailureException
                    || cause instanceof SQLException sql && CODES.contains(sql.getErrorCode())
                    || cause.getClass().getSimpleName().equals("OptimisticLockingException")) {
                return true;
            }
        }
        return false;
    }

    static Problem busy() {
        return Problem.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "busy",
                        "Busy | 系统繁忙",
                        "",
                        "Too many requests changed the same thing at once; nothing was stored. |"
                                + " 同一内容同时被多个请求修改，本次未保存任何内容。",
                        "Send the same request again in a moment. | 请稍后重新发送同一请求。")
                .withHeader("Retry-After", "1");
    }
}
