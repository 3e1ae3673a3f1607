package dev.innkeeper.customer;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What the customer file itself holds on a person. */
@Component
class LedgerExport implements ExportsCustomer {

    @Override
    public List<Table> tables() {
        return List.of(
                new Table(
                        "customer",
                        "id IN (:ids)",
                        Set.of("version", "company_key", "registration_key")),
                Table.byCustomer("customer_contact"),
                Table.byCustomer("customer_consent"),
                Table.byCustomer("customer_event", "id"),
                Table.byCustomer("stay", "id"),
                Table.byCustomer("invoice", "id"),
                Table.byCustomer("payment", "id", "invoice_id"),
                Table.byCustomer("care_case", "version"));
    }
}
