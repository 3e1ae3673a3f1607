package dev.innkeeper.customer.imports;

import dev.innkeeper.api.CsvColumns;
import dev.innkeeper.customer.NewPayment;
import dev.innkeeper.customer.PastRow;
import dev.innkeeper.customer.PastSource;
import dev.innkeeper.customer.PaymentHistory;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Rows that are payments. */
@Component
class PaymentRows implements RowKind<NewPayment> {

    private static final CsvColumns COLUMNS =
            new CsvColumns(
                    Map.ofEntries(
                            Map.entry("id", "externalId"),
                            Map.entry("externalId", "externalId"),
                            Map.entry("paymentId", "externalId"),
                            Map.entry("reference", "externalId"),
                            Map.entry("invoice", "invoice"),
                            Map.entry("invoiceNumber", "invoice"),
                            Map.entry("paidOn", "paidOn"),
                            Map.entry("paymentDate", "paidOn"),
                            Map.entry("date", "paidOn"),
                            Map.entry("amount", "amount"),
                            Map.entry("paymentAmount", "amount")),
                    Set.of(),
                    List.of("externalId", "invoice", "paidOn", "amount"),
                    "Name the columns externalId, invoice, paidOn and amount. |"
                            + " 请将各列命名为 externalId、invoice、paidOn 和 amount。",
                    "Send a header line such as externalId,invoice,paidOn,amount and one line per"
                            + " payment. | 请发送标题行（如 externalId,invoice,paidOn,amount），之后每行一笔付款。");

    private final PaymentHistory history;

    PaymentRows(PaymentHistory history) {
        this.history = history;
    }

    @Override
    public ImportKind kind() {
        return ImportKind.PAYMENTS;
    }

    @Override
    public CsvColumns columns() {
        return COLUMNS;
    }

    @Override
    public NewPayment read(Cells cells) {
        return new NewPayment(
                cells.neededText("externalId"),
                cells.neededText("invoice"),
                cells.neededDay("paidOn"),
                cells.neededMoney("amount"));
    }

    @Override
    public List<PastRow> take(List<NewPayment> rows, PastSource source) {
        return history.take(rows, source);
    }
}
