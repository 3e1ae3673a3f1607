package dev.innkeeper.api;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Requests that are safe to send again: under one {@code Idempotency-Key} the work is done once,
 * and every other time the first answer is given.
 */
@Component
public class Repeatable {

    /** The header with the caller's key. */
    public static final String KEY = "Idempotency-Key";

    /** The header that tells an answer given again from a first one. */
    public static final String REPEATED = "Idempotency-Replayed";

    /** What a key looks like. */
    public static final String KEY_FORM = "[\\x21-\\x7E]{1,190}";

    /** What is wrong with another one, and what to do. */
    public static final String KEY_REFUSED =
            "This is not a key. | 不是有效的键。 || Send 1 to 190 letters, digits or signs of ASCII"
                    + " without spaces. | 请发送 1 至 190 个不含空格的 ASCII 字符。";

    /** What a key does, for the description of the API. */
    public static final String KEY_WORDS =
            "Sent again with the same key, the request does nothing and gets the first answer";

    private final Idempotency idempotency;

    Repeatable(Idempotency idempotency) {
        this.idempotency = idempotency;
    }

    /** What is asked, to be compared with what was asked first under the key. */
    private record Asked(String what, String of, Object body) {}

    /**
     * Does the work, or gives the first answer again.
     *
     * @param what the kind of request, which keeps its keys apart from those of others
     * @param key the caller's key, or null for a request that may be done again
     * @param caller who asks
     * @param of what it is asked of, such as the number of a case
     * @param body what is asked
     * @param type of the answer, which must go through JSON unchanged
     */
    public <R> Idempotency.Once<R> once(
            String what,
            @Nullable String key,
            String caller,
            String of,
            Object body,
            Class<R> type,
            Supplier<R> work) {
        return idempotency.once(
                key == null ? List.of() : List.of(what + ":" + key),
                caller,
                new Asked(what, of, body),
                type,
                work);
    }

    /** 200 with the answer, marked where it was given before. */
    public static <R> ResponseEntity<R> ok(Idempotency.Once<R> once) {
        return ResponseEntity.ok().headers(headers(once)).body(once.answer());
    }

    /** 201 with the answer and its address; 200, marked, where it was given before. */
    public static <R> ResponseEntity<R> created(Idempotency.Once<R> once, String address) {
        return ResponseEntity.status(once.repeated() ? HttpStatus.OK : HttpStatus.CREATED)
                .header(HttpHeaders.LOCATION, address)
                .headers(headers(once))
                .body(once.answer());
    }

    /** 202 with the answer and its address; 200, marked, where it was given before. */
    public static <R> ResponseEntity<R> accepted(Idempotency.Once<R> once, String address) {
        return ResponseEntity.status(once.repeated() ? HttpStatus.OK : HttpStatus.ACCEPTED)
                .header(HttpHeaders.LOCATION, address)
                .headers(headers(once))
                .body(once.answer());
    }

    private static HttpHeaders headers(Idempotency.Once<?> once) {
        var headers = new HttpHeaders();
        if (once.repeated()) {
            headers.set(REPEATED, "true");
        }
        return headers;
    }
}
