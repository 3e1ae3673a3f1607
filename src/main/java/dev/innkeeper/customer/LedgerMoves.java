package dev.innkeeper.customer;

import java.util.List;
import org.springframework.stereotype.Component;

/** What the customer file itself keeps of a customer. */
@Component
class LedgerMoves implements MovesWithCustomer {

    private static final String CONTACT = "CONCAT(kind, ' ', contact)";

    @Override
    public List<Rows> rows(String survivor, String other) {
        return List.of(
                Rows.of("customer_contact", CONTACT),
                Rows.whereFree("customer_clash", CONTACT),
                Rows.of("customer_consent", "id"),
                Rows.of("customer_event", "id"),
                Rows.of("stay", "id"),
                Rows.of("invoice", "id"),
                Rows.of("payment", "id"),
                Rows.versioned("care_case", "number"),
                Rows.whereFree("care_taken", "CONCAT(cause, ' ', period)"));
    }
}
