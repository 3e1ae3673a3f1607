package dev.innkeeper.customer;

import dev.innkeeper.common.Like;
import dev.innkeeper.common.Page;
import dev.innkeeper.common.Tier;
import dev.innkeeper.common.Utc;
import dev.innkeeper.customer.ContactKey.Kind;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What customers are recognised and found by, and the time line of their files. */
@Repository
class CustomerContacts {

    private final JdbcClient jdbc;
    private final Clock clock;

    CustomerContacts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Who has the keys; the first one is the customer: a telephone number counts most. */
    List<Holder> find(List<ContactKey> keys) {
        if (keys.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(
                        """
                        SELECT kind, contact, customer_id FROM customer_contact
                        WHERE (kind, contact) IN (:keys)
                        ORDER BY FIELD(kind, 'EXTERNAL', 'REGISTRY', 'PHONE', 'EMAIL', 'WECHAT')
                        """)
                .param("keys", pairs(keys))
                .query(
                        (row, n) ->
                                new Holder(
                                        new ContactKey(
                                                ContactKey.Kind.valueOf(row.getString("kind")),
                                                row.getString("contact")),
                                        row.getString("customer_id")))
                .list();
    }

    /** Who has a key. */
    record Holder(ContactKey key, String customerId) {}

    /**
     * Gives the customer those keys that nobody has. A key that somebody else has is noted: the two
     * may be one customer.
     *
     * @return how many were free
     */
    int claim(String customerId, List<ContactKey> keys) {
        int claimed = 0;
        for (ContactKey key : keys) {
            int free =
                    jdbc.sql(
                                    """
                                    INSERT IGNORE INTO customer_contact (kind, contact, customer_id)
                                    VALUES (?, ?, ?)
                                    """)
                            .params(key.kind().name(), key.value(), customerId)
                            .update();
            claimed += free;
            if (free == 0) {
                clash(customerId, key);
            }
        }
        return claimed;
    }

    private void clash(String customerId, ContactKey key) {
        jdbc.sql(
                        """
                        INSERT IGNORE INTO customer_clash (kind, contact, customer_id, at)
                        SELECT kind, contact, ?, ? FROM customer_contact
                        WHERE kind = ? AND contact = ? AND customer_id <> ?
                        """)
                .params(
                        customerId,
                        Utc.of(clock.instant()),
                        key.kind().name(),
                        key.value(),
                        customerId)
                .update();
    }

    /** Gives up the keys of a customer that was not entered. */
    void release(String customerId) {
        jdbc.sql("DELETE FROM customer_contact WHERE customer_id = ?").param(customerId).update();
        jdbc.sql("DELETE FROM customer_clash WHERE customer_id = ?").param(customerId).update();
    }

    /** Gives up the phones and addresses that are not among these. */
    void keepOnly(String customerId, Collection<ContactKey> keys) {
        jdbc.sql(
                        """
                        DELETE FROM customer_contact
                        WHERE customer_id = :id AND kind IN ('PHONE', 'EMAIL', 'WECHAT')
                          AND (:none OR (kind, contact) NOT IN (:keys))
                        """)
                .param("id", customerId)
                .param("none", keys.isEmpty())
                .param(
                        "keys",
                        pairs(keys.isEmpty() ? List.of(new ContactKey(Kind.PHONE, "")) : keys))
                .update();
    }

    /**
     * Gives the customer a contact, as it was written.
     *
     * @return who has it, where that is another customer
     */
    Optional<String> write(String customerId, ContactKey key, String written) {
        jdbc.sql(
                        """
                        INSERT INTO customer_contact (kind, contact, customer_id, written)
                        VALUES (?, ?, ?, ?)
                        ON DUPLICATE KEY UPDATE
                            written = IF(customer_id = VALUES(customer_id), VALUES(written), written)
                        """)
                .params(key.kind().name(), key.value(), customerId, written)
                .update();
        return holder(key).filter(id -> !id.equals(customerId));
    }

    /**
     * Lets an account be recognised by its new name; a guest of a company is not recognised by it.
     *
     * @return who has the name, where that is another customer
     */
    Optional<String> renameCompany(String customerId, List<ContactKey> company) {
        List<String> before =
                jdbc.sql(
                                """
                                SELECT contact FROM customer_contact
                                WHERE customer_id = ? AND kind = 'COMPANY'
                                """)
                        .param(customerId)
                        .query(String.class)
                        .list();
        if (before.isEmpty()
                || company.stream().map(ContactKey::value).anyMatch(before::contains)) {
            return Optional.empty();
        }
        jdbc.sql("DELETE FROM customer_contact WHERE customer_id = ? AND kind = 'COMPANY'")
                .param(customerId)
                .update();
        claim(customerId, company);
        return company.stream()
                .findFirst()
                .flatMap(this::holder)
                .filter(id -> !id.equals(customerId));
    }

    /**
     * Lets a company be recognised by the number under which it is registered, unless another is.
     */
    void register(String customerId, List<ContactKey> numbers) {
        jdbc.sql(
                        """
                        DELETE FROM customer_contact
                        WHERE customer_id = :id AND kind = 'REGISTRY' AND contact NOT IN (:numbers)
                        """)
                .param("id", customerId)
                .param(
                        "numbers",
                        numbers.isEmpty()
                                ? List.of("")
                                : numbers.stream().map(ContactKey::value).toList())
                .update();
        claim(customerId, numbers);
    }

    private Optional<String> holder(ContactKey key) {
        return jdbc.sql("SELECT customer_id FROM customer_contact WHERE kind = ? AND contact = ?")
                .params(key.kind().name(), key.value())
                .query(String.class)
                .optional();
    }

    Page<String> search(String text, @Nullable Tier tier, int offset, int limit) {
        String pattern = Like.beginning(text);
        String where =
                """
                FROM customer WHERE merged_into IS NULL AND (:tier IS NULL OR tier = :tier)
                """
                        + (text.isEmpty()
                                ? ""
                                : """
                                AND id IN (
                                    SELECT id FROM customer WHERE contact_name LIKE :pattern
                                    UNION SELECT id FROM customer WHERE contact_company LIKE :pattern
                                    UNION SELECT id FROM customer WHERE id = :text
                                    UNION SELECT customer_id FROM customer_contact
                                        WHERE kind = 'PHONE' AND contact LIKE :phone
                                    UNION SELECT customer_id FROM customer_contact
                                        WHERE kind = 'EMAIL' AND contact LIKE :address
                                    UNION SELECT customer_id FROM customer_contact
                                        WHERE kind = 'WECHAT' AND contact LIKE :address)
                                """);
        String digits = text.replaceAll("\\D", "");
        var params = new HashMap<String, @Nullable Object>();
        params.put("tier", tier == null ? null : tier.name());
        params.put("pattern", pattern);
        params.put("text", text);
        params.put("phone", digits.isEmpty() ? "" : digits + "%");
        params.put("address", pattern.toLowerCase(Locale.ROOT));
        params.put("offset", offset);
        params.put("limit", limit);
        long total = jdbc.sql("SELECT COUNT(*) " + where).params(params).query(Long.class).single();
        List<String> ids =
                jdbc.sql(
                                "SELECT id "
                                        + where
                                        + " ORDER BY COALESCE(contact_name, contact_company, ''),"
                                        + " id LIMIT :limit OFFSET :offset")
                        .params(params)
                        .query(String.class)
                        .list();
        return new Page<>(ids, total);
    }

    void note(String customerId, CustomerChange change) {
        jdbc.sql(
                        """
                        INSERT INTO customer_event (customer_id, at, actor, event, what, note)
                        VALUES (?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        customerId,
                        Utc.of(change.at()),
                        change.by(),
                        change.event(),
                        change.what(),
                        change.note())
                .update();
    }

    /** The latest so many after leaving out so many and events of these kinds, oldest first. */
    Page<CustomerChange> timeLine(
            String customerId, Collection<String> without, int offset, int limit) {
        Map<String, Object> params =
                Map.of(
                        "customer", customerId,
                        "without", without.isEmpty() ? List.of("") : without,
                        "limit", limit,
                        "offset", offset);
        List<CustomerChange> latest =
                new ArrayList<>(
                        jdbc.sql(
                                        """
                                        SELECT at, actor, event, what, note FROM customer_event
                                        WHERE customer_id = :customer AND event NOT IN (:without)
                                        ORDER BY at DESC, id DESC LIMIT :limit OFFSET :offset
                                        """)
                                .params(params)
                                .query(
                                        (row, n) ->
                                                new CustomerChange(
                                                        Utc.read(row, "at"),
                                                        row.getString("actor"),
                                                        row.getString("event"),
                                                        row.getString("what"),
                                                        row.getString("note")))
                                .list());
        Collections.reverse(latest);
        long total =
                jdbc.sql(
                                """
                                SELECT COUNT(*) FROM customer_event
                                WHERE customer_id = :customer AND event NOT IN (:without)
                                """)
                        .params(params)
                        .query(Long.class)
                        .single();
        return new Page<>(latest, total);
    }

    private static List<Object[]> pairs(Collection<ContactKey> keys) {
        return keys.stream().map(key -> new Object[] {key.kind().name(), key.value()}).toList();
    }
}
