package dev.innkeeper.keyaccount;

import dev.innkeeper.customer.ExportsCustomer;
import java.util.List;
import org.springframework.stereotype.Component;

/** What deals hold on a person; what the house paid to partners and staff is not theirs. */
@Component
class DealExport implements ExportsCustomer {

    private static final String CASES = "deal";

    @Override
    public List<Table> tables() {
        return List.of(
                Table.byCustomer(CASES, "version", "product_key"),
                Table.byCase("deal_follow_up", "number", CASES, "number", "id"),
                Table.byCase("deal_payment", "number", CASES, "number", "id"),
                Table.byCase("deal_review", "deal", CASES, "number", "version"),
                Table.byCustomer("partner_registration", "id"));
    }
}
