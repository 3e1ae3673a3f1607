package dev.innkeeper.customer;

import dev.innkeeper.common.Like;
import dev.innkeeper.common.Page;
import dev.innkeeper.common.Tier;
import dev.innkeeper.common.Utc;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What customers are recognised and found by, and the time line of their files. */
@Repository
class CustomerContacts {

    private final JdbcClient jdbc;

    CustomerContacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
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
     * Gives the customer those keys that nobody has.
     *
     * @return how many were free
     */
    int claim(String customerId, List<ContactKey> keys) {
        int claimed = 0;
        for (ContactKey key : keys) {
            claimed +=
                    jdbc.sql(
                                    """
                                    INSERT IGNORE INTO customer_contact (kind, contact, customer_id)
                                    VALUES (?, ?, ?)
                                    """)
                            .params(key.kind().name(), key.value(), customerId)
                            .update();
        }
        return claimed;
    }

    /** Gives up the keys of a customer that was not entered. */
    void release(String customerId) {
        jdbc.sql("DELETE FROM customer_contact WHERE customer_id = ?").param(customerId).update();
    }

    Page<String> search(String text, @Nullable Tier tier, int offset, int limit) {
        String pattern = Like.beginning(text);
        String where =
                """
                FROM customer WHERE (:tier IS NULL OR tier = :tier)
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

    List<CustomerChange> timeLine(String customerId) {
        return jdbc.sql(
                        """
                        SELECT at, actor, event, what, note FROM customer_event
                        WHERE customer_id = ? ORDER BY id
                        """)
                .param(customerId)
                .query(
                        (row, n) ->
                                new CustomerChange(
                                        Utc.read(row, "at"),
                                        row.getString("actor"),
                                        row.getString("event"),
                                        row.getString("what"),
                                        row.getString("note")))
                .list();
    }

    private static List<Object[]> pairs(List<ContactKey> keys) {
        return keys.stream().map(key -> new Object[] {key.kind().name(), key.value()}).toList();
    }
}
