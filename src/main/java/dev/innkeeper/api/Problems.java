package dev.innkeeper.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.innkeeper.common.Refusal;
import dev.innkeeper.workflow.Retrying;
import java.sql.SQLTransientConnectionException;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.CannotCreateTransactionException;

/** What failures mean for a caller of the API. */
public final class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private Problems() {}

    /** Why a body could not be read. */
    public static Problem unreadable(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < 10; depth++, cause = cause.getCause()) {
            if (cause instanceof BodyTooLarge tooLarge) {
                return tooLarge.problem();
            }
            if (cause instanceof Refusal refusal) {
                return Problem.of(refusal);
            }
            if (cause instanceof JsonProcessingException json
                    && !(json.getCause() instanceof Refusal)
                    && !(json.getCause() instanceof BodyTooLarge)) {
                return Unreadable.problem(json);
            }
        }
        return Problem.of(
                HttpStatus.BAD_REQUEST,
                "unreadable",
                "Unreadable | 无法读取",
                "",
                "The body is missing or cannot be read. | 请求内容缺失或无法读取。",
                "Send one JSON object in UTF-8. | 请发送一个 UTF-8 编码的 JSON 对象。");
    }

    private static Problem busy() {
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

    /** The database does not answer. */
    static Problem unavailable() {
        return Problem.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "unavailable",
                        "Not available | 暂不可用",
                        "",
                        "The database does not answer; nothing was stored. |"
                                + " 数据库无响应，本次未保存任何内容。",
                        "Send the same request again in a moment. | 请稍后重新发送同一请求。")
                .withHeader(HttpHeaders.RETRY_AFTER, "5");
    }

    /** The problem that any failure means; one that nobody foresaw is logged with its reference. */
    public static Problem of(Exception failure) {
        boolean withoutDatabase = false;
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < 20; depth++, cause = cause.getCause()) {
            withoutDatabase |=
                    cause instanceof DataAccessResourceFailureException
                            || cause instanceof QueryTimeoutException
                            || cause instanceof CannotCreateTransactionException
                            || cause instanceof SQLTransientConnectionException;
            if (cause instanceof Refusal refusal) {
                return Problem.of(refusal);
            }
            if (cause instanceof ProblemException known) {
                return known.problem();
            }
        }
        if (Retrying.isPassing(failure)) {
            return busy();
        }
        if (withoutDatabase) {
            LOG.warn("The database does not answer: {}", failure.getMessage());
            return unavailable();
        }
        String reference = UUID.randomUUID().toString();
        LOG.error("Request failed, reference {}", reference, failure);
        return Problem.of(
                        HttpStatus.INTERNAL_SERVER_ERROR,
                        "failure",
                        "Failure of the service | 系统故障",
                        "",
                        "The service failed; nothing was stored. | 系统出错，本次未保存任何内容。",
                        "Tell your administrator the reference. | 请将编号告知管理员。")
                .with("reference", reference);
    }
}
