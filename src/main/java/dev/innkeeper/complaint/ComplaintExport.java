package dev.innkeeper.complaint;

import dev.innkeeper.customer.ExportsCustomer;
import java.util.List;
import org.springframework.stereotype.Component;

/** What complaints hold on a person, with their documents. */
@Component
class ComplaintExport implements ExportsCustomer {

    private static final String CASES = "complaint";

    @Override
    public List<Table> tables() {
        return List.of(
                Table.byCustomer(CASES, "version"),
                of("complaint_finding"),
                of("complaint_compensation"),
                of("complaint_callback"),
                of("complaint_message"),
                Table.byCase("case_document", "case_number", CASES, "number", "id", "sha256"));
    }

    private static Table of(String table) {
        return Table.byCase(table, "number", CASES, "number", "id");
    }
}
