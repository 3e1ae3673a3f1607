package dev.innkeeper.keyaccount;

import dev.innkeeper.common.Contact;
import dev.innkeeper.common.Like;
import dev.innkeeper.common.Page;
import dev.innkeeper.common.Utc;
import dev.innkeeper.keyaccount.facts.PartnerKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The prospects that partners named, and lists of partners. */
@Repository
class PartnerRecords {

    private static final int LONGEST_PAGE = 200;

    private final JdbcClient jdbc;

    PartnerRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    RegistrationView register(
            String partnerId,
            String customerId,
            NewRegistration registration,
            Instant at,
            String by,
            Instant now) {
        long id =
                jdbc.sql(
                                """
                                INSERT INTO partner_registration (partner_id, customer_id, at,
                                    project, proof, proof_document, entered_by, entered_at)
                                VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING id\
                                """)
                        .params(
                                partnerId,
                                customerId,
                                Utc.of(at),
                                registration.project(),
                                registration.proof(),
                                registration.proofDocument(),
                                by,
                                Utc.of(now))
                        .query(Long.class)
                        .single();
        return new RegistrationView(
                id,
                partnerId,
                customerId,
                at,
                registration.project(),
                registration.proof(),
                registration.proofDocument(),
                by,
                now);
    }

    /** The registrations of a prospect that serve no deal now, the earliest first. */
    List<RegistrationView> free(String customerId) {
        return jdbc.sql(
                        """
                        SELECT r.* FROM partner_registration r
                        WHERE r.customer_id = ?
                          AND NOT EXISTS (SELECT 1 FROM reward w WHERE w.serving = r.id)
                        ORDER BY r.at, r.id\
                        """)
                .param(customerId)
                .query((row, n) -> registration(row))
                .list();
    }

    Optional<RegistrationView> registration(long id) {
        return jdbc.sql("SELECT * FROM partner_registration WHERE id = ?")
                .param(id)
                .query((row, n) -> registration(row))
                .optional();
    }

    List<RegistrationView> of(String partnerId) {
        return jdbc.sql(
                        """
                        SELECT * FROM partner_registration
                        WHERE partner_id = ? ORDER BY at DESC, id DESC LIMIT 200\
                        """)
                .param(partnerId)
                .query((row, n) -> registration(row))
                .list();
    }

    /** The deals of a prospect that are still open, the first first. */
    List<String> openDeals(String customerId) {
        return jdbc.sql(
                        """
                        SELECT number FROM deal
                        WHERE customer_id = ?
                          AND stage IN ('LEAD', 'QUALIFIED', 'PLANNED', 'PROPOSED', 'NEGOTIATING')
                        ORDER BY number\
                        """)
                .param(customerId)
                .query(String.class)
                .list();
    }

    /** The ids of the partners of this name. */
    List<String> named(String name) {
        return jdbc.sql("SELECT id FROM partner WHERE name = ? ORDER BY id LIMIT 10")
                .param(name)
                .query(String.class)
                .list();
    }

    Page<PartnerRow> find(PartnerFilter filter, int offset, int limit) {
        Map<String, @Nullable Object> params = new HashMap<>();
        String where = where(filter, params);
        long total =
                jdbc.sql("SELECT COUNT(*) FROM partner p" + where)
                        .params(params)
                        .query(Long.class)
                        .single();
        params.put("offset", Math.max(offset, 0));
        params.put("limit", Math.min(Math.max(limit, 1), LONGEST_PAGE));
        List<PartnerRow> rows =
                jdbc.sql(
                                """
                                SELECT p.*,
                                    EXISTS (SELECT 1 FROM audit_finding f
                                        WHERE f.subject = p.id AND f.closed_at IS NULL) AS finding,
                                    (SELECT COUNT(*) FROM partner_registration r
                                        WHERE r.partner_id = p.id) AS registrations,
                                    (SELECT COUNT(*) FROM reward w
                                        WHERE w.partner_id = p.id) AS rewards
                                FROM partner p\
                                """
                                        + where
                                        + " ORDER BY p.name, p.id LIMIT :limit OFFSET :offset")
                        .params(params)
                        .query((row, n) -> row(row))
                        .list();
        return new Page<>(rows, total);
    }

    private static String where(PartnerFilter filter, Map<String, @Nullable Object> params) {
        List<String> conditions = new ArrayList<>();
        if (filter.kind() != null) {
            conditions.add("p.kind = :kind");
            params.put("kind", filter.kind().name());
        }
        if (filter.name() != null && !filter.name().isBlank()) {
            conditions.add("(p.name LIKE :name OR p.id LIKE :name)");
            params.put("name", Like.beginning(filter.name().strip()));
        }
        if (filter.openFinding() != null) {
            conditions.add(
                    (filter.openFinding() ? "" : "NOT ")
                            + "EXISTS (SELECT 1 FROM audit_finding o"
                            + " WHERE o.subject = p.id AND o.closed_at IS NULL)");
        }
        return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    }

    private static PartnerRow row(ResultSet row) throws SQLException {
        return new PartnerRow(
                new PartnerView(
                        row.getString("id"),
                        PartnerKind.valueOf(row.getString("kind")),
                        row.getString("name"),
                        new Contact(
                                row.getString("contact_name"),
                                row.getString("contact_company"),
                                row.getString("contact_phone"),
                                row.getString("contact_email"),
                                row.getString("contact_we_chat")),
                        row.getString("pay_to"),
                        row.getBoolean("our_employee"),
                        row.getBoolean("customers_employee"),
                        row.getString("employee_words"),
                        row.getString("note"),
                        row.getString("registered_by"),
                        Utc.read(row, "registered_at")),
                row.getBoolean("finding"),
                row.getInt("registrations"),
                row.getInt("rewards"));
    }

    private static RegistrationView registration(ResultSet row) throws SQLException {
        return new RegistrationView(
                row.getLong("id"),
                row.getString("partner_id"),
                row.getString("customer_id"),
                Utc.read(row, "at"),
                row.getString("project"),
                row.getString("proof"),
                row.getString("proof_document"),
                row.getString("entered_by"),
                Utc.read(row, "entered_at"));
    }
}
