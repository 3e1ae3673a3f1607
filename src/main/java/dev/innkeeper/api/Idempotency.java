package dev.innkeeper.api;

import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.innkeeper.common.Refusal;
import dev.innkeeper.common.Utc;
import dev.innkeeper.workflow.Retrying;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Starts something once, however often the caller asks. The key, a hash of what was asked and the
 * first answer are written in the transaction of the work itself, so that there is never the one
 * without the other. A second request under the same key waits for the first: it gets its answer
 * where that succeeded, and does the work itself where that failed.
 */
@Component
public class Idempotency {

    /** The longest key, in characters. */
    public static final int LONGEST_KEY = 200;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Retrying retrying;
    private final Clock clock;
    private final ObjectMapper json;
    private final ObjectMapper canonical;

    Idempotency(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Retrying retrying,
            Clock clock,
            ObjectMapper json) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.retrying = retrying;
        this.clock = clock;
        this.json = json;
        this.canonical =
                JsonMapper.builder()
                        .findAndAddModules()
                        .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                        .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                        .build();
    }

    /**
     * An answer, and whether it is the stored one of an earlier request.
     *
     * @param <R> the answer
     */
    public record Once<R>(R answer, boolean repeated) {}

    /**
     * Does the work in one transaction, or returns the first answer where one of the keys was used
     * before by this caller.
     *
     * @param keys the keys under which this is known, none for work that may run twice
     * @param caller the user that asks
     * @param body what is asked, compared with what was asked first
     * @param type of the answer, which must go through JSON unchanged
     * @param work starts what is to be started
     * @throws Refusal REFUSED where a key was used for another body
     */
    public <R> Once<R> once(
            List<String> keys, String caller, Object body, Class<R> type, Supplier<R> work) {
        String hash = keys.isEmpty() ? "" : hash(body);
        return retrying.call(
                () ->
                        transaction.execute(
                                status -> {
                                    for (String key : keys) {
                                        Optional<R> first = taken(caller, key, hash, type);
                                        if (first.isPresent()) {
                                            status.setRollbackOnly();
                                            return new Once<>(first.get(), true);
                                        }
                                    }
                                    R answer = work.get();
                                    keep(caller, keys, answer);
                                    return new Once<>(answer, false);
                                }));
    }

    private <R> Optional<R> taken(String caller, String key, String hash, Class<R> type) {
        try {
            jdbc.sql(
                            """
                            INSERT INTO idempotent_request (caller, request_key, body_hash, asked_at)
                            VALUES (?, ?, ?, ?)
                            """)
                    .params(caller, key, hash, Utc.of(clock.instant()))
                    .update();
            return Optional.empty();
        } catch (DuplicateKeyException usedBefore) {
            Stored stored = stored(caller, key);
            if (!stored.bodyHash().equals(hash)) {
                throw Refusal.refused(
                        key.startsWith("external-id:") ? "externalId" : "Idempotency-Key",
                        "This key was used before for another request. | 此键已用于另一个请求。",
                        "Send the same body as the first time, or a new key. |"
                                + " 请发送与首次相同的内容，或使用新的键。");
            }
            return Optional.of(read(stored.answer(), type));
        }
    }

    private record Stored(String bodyHash, String answer) {}

    private Stored stored(String caller, String key) {
        return jdbc.sql(
                        """
                        SELECT body_hash, answer FROM idempotent_request
                        WHERE caller = ? AND request_key = ?
                        """)
                .params(caller, key)
                .query(Stored.class)
                .single();
    }

    private void keep(String caller, List<String> keys, Object answer) {
        if (keys.isEmpty()) {
            return;
        }
        String text = write(answer);
        for (String key : keys) {
            jdbc.sql(
                            """
                            UPDATE idempotent_request SET answer = ?
                            WHERE caller = ? AND request_key = ?
                            """)
                    .params(text, caller, key)
                    .update();
        }
    }

    private String hash(Object body) {
        try {
            byte[] bytes = canonical.writeValueAsBytes(body);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private String write(Object answer) {
        try {
            return json.writeValueAsString(answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <R> R read(String text, Class<R> type) {
        try {
            return json.readValue(text, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
