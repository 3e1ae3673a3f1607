package dev.innkeeper.customer;

import dev.innkeeper.common.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whose stays, invoices and payments they are. */
@Repository
class LedgerCustomers {

    private final JdbcClient jdbc;

    LedgerCustomers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Present(String id, boolean erased) {}

    /**
     * The customer under whose id something is entered: the one that this one was merged into.
     *
     * @param id ours, or the one in another system
     * @throws Refusal UNKNOWN where there is none, REFUSED where the customer was erased
     */
    String current(String id) {
        Present present =
                jdbc.sql(
                                """
                                SELECT COALESCE(merged_into, id) AS id,
                                    erased_at IS NOT NULL AS erased
                                FROM customer
                                WHERE id = COALESCE((SELECT customer_id FROM customer_contact
                                    WHERE kind = 'EXTERNAL' AND contact = :id), :id)
                                """)
                        .param("id", id.strip())
                        .query(
                                (row, n) ->
                                        new Present(row.getString("id"), row.getBoolean("erased")))
                        .optional()
                        .orElseThrow(LedgerCustomers::unknown);
        if (present.erased()) {
            throw erased();
        }
        return present.id();
    }

    static Refusal unknown() {
        return Refusal.unknown(
                "customerId",
                "There is no customer with this id. | 没有该编号的客户。",
                "Give an id such as CUS-000123, or the id of the customer in your system. |"
                        + " 请使用如 CUS-000123 的编号，或您系统中的客户编号。");
    }

    static Refusal erased() {
        return Refusal.refused(
                "customerId",
                "The file of this customer was erased. | 该客户的档案已删除。",
                "Enter the customer anew. | 请重新建立客户档案。");
    }
}
