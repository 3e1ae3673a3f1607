package dev.innkeeper.customer;

import dev.innkeeper.common.Utc;
import dev.innkeeper.customer.ErasesCustomer.Erased;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Takes name, contacts and profile out of the customer file itself; what was counted stays. */
@Repository
class PersonErasure {

    private final JdbcClient jdbc;

    PersonErasure(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The customer and those merged into it. */
    Set<String> ids(String customer) {
        Set<String> ids =
                new TreeSet<>(
                        jdbc.sql("SELECT id FROM customer WHERE merged_into = ?")
                                .param(customer)
                                .query(String.class)
                                .list());
        ids.add(customer);
        return ids;
    }

    /**
     * Erases.
     *
     * @param nameNeeded names and contacts stay, since something that is kept needs them
     */
    List<Erased> erase(Set<String> ids, boolean nameNeeded, Instant now) {
        List<Erased> erased = new ArrayList<>();
        int profiles =
                update(
                        """
                        UPDATE customer SET born_on = NULL, preferences = '', language = NULL,
                            version = version + 1
                        WHERE id IN (:ids)\
                        """,
                        ids);
        int remarks =
                update("UPDATE customer_event SET note = '' WHERE customer_id IN (:ids)", ids);
        update(
                "UPDATE customer_merge SET reason = '', undo_reason = '' WHERE survivor IN (:ids)",
                ids);
        erased.add(new Erased(FileSection.PROFILE, profiles + remarks));
        erased.add(
                new Erased(
                        FileSection.CONSENTS,
                        update(
                                """
                                UPDATE customer_consent SET words = ''
                                WHERE customer_id IN (:ids) AND words <> ''\
                                """,
                                ids)));
        if (nameNeeded) {
            return erased;
        }
        jdbc.sql(
                        """
                        UPDATE customer SET contact_name = NULL, contact_company = NULL,
                            contact_phone = NULL, contact_email = NULL, contact_we_chat = NULL,
                            registration_number = NULL, preferred_kind = NULL,
                            preferred_contact = NULL, erased_at = :now
                        WHERE id IN (:ids)\
                        """)
                .param("now", Utc.of(now))
                .param("ids", ids)
                .update();
        int contacts = update("DELETE FROM customer_contact WHERE customer_id IN (:ids)", ids);
        int clashes = update("DELETE FROM customer_clash WHERE customer_id IN (:ids)", ids);
        // A merge of an erased customer cannot be undone: what it remembered are names and numbers.
        update(
                """
                DELETE f FROM customer_merge_field f JOIN customer_merge m ON m.id = f.merge_id
                WHERE m.survivor IN (:ids)\
                """,
                ids);
        update(
                """
                DELETE r FROM customer_merge_row r JOIN customer_merge m ON m.id = r.merge_id
                WHERE m.survivor IN (:ids) AND r.table_name IN ('customer_contact', 'customer_clash')\
                """,
                ids);
        erased.add(new Erased(FileSection.CONTACTS, ids.size() + contacts + clashes));
        return erased;
    }

    private int update(String sql, Set<String> ids) {
        return jdbc.sql(sql).param("ids", ids).update();
    }
}
