package dev.innkeeper.customer;

import dev.innkeeper.common.Phrase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What of invoices and payments the law, or the house's money, holds. */
@Component
class LedgerHolds implements HoldsCustomer {

    private final JdbcClient jdbc;
    private final ErasureProperties properties;

    LedgerHolds(JdbcClient jdbc, ErasureProperties properties) {
        this.jdbc = jdbc;
        this.properties = properties;
    }

    private record Invoices(int unpaid, int young) {}

    @Override
    public List<LegalHold> holds(String customerId, LocalDate today) {
        LocalDate since = today.minus(properties.keepVouchers());
        Invoices invoices =
                jdbc.sql(
                                """
                                SELECT COALESCE(SUM(settled_on IS NULL), 0) AS unpaid,
                                    COALESCE(SUM(issued_on > ?), 0) AS young
                                FROM invoice WHERE customer_id = ?\
                                """)
                        .params(since, customerId)
                        .query((row, n) -> new Invoices(row.getInt("unpaid"), row.getInt("young")))
                        .single();
        List<LegalHold> holds = new ArrayList<>();
        if (invoices.unpaid() > 0) {
            holds.add(
                    new LegalHold(
                            FileSection.INVOICES,
                            Phrase.both(
                                    "%d invoices are not paid".formatted(invoices.unpaid()),
                                    "有%d张账单未付清".formatted(invoices.unpaid())),
                            null,
                            true));
        }
        if (invoices.young() > 0) {
            holds.add(
                    new LegalHold(
                            FileSection.INVOICES,
                            Phrase.both(
                                    "Amounts of %d invoices are kept as vouchers, without a name"
                                            .formatted(invoices.young()),
                                    "%d张账单的金额作为凭证保留，不含姓名".formatted(invoices.young())),
                            null,
                            false));
        }
        return holds;
    }
}
