package dev.innkeeper.customer.imports;

import dev.innkeeper.api.CsvColumns;
import dev.innkeeper.customer.InvoiceHistory;
import dev.innkeeper.customer.PastInvoice;
import dev.innkeeper.customer.PastRow;
import dev.innkeeper.customer.PastSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Rows that are invoices. */
@Component
class InvoiceRows implements RowKind<PastInvoice> {

    private static final CsvColumns COLUMNS =
            new CsvColumns(
                    Map.ofEntries(
                            Map.entry("number", "number"),
                            Map.entry("id", "number"),
                            Map.entry("externalId", "number"),
                            Map.entry("invoiceNumber", "number"),
                            Map.entry("invoice", "number"),
                            Map.entry("customerId", "customerId"),
                            Map.entry("customerNumber", "customerId"),
                            Map.entry("name", "name"),
                            Map.entry("customerName", "name"),
                            Map.entry("company", "company"),
                            Map.entry("account", "company"),
                            Map.entry("issuedOn", "issuedOn"),
                            Map.entry("invoiceDate", "issuedOn"),
                            Map.entry("dueOn", "dueOn"),
                            Map.entry("dueDate", "dueOn"),
                            Map.entry("amount", "amount"),
                            Map.entry("invoiceAmount", "amount"),
                            Map.entry("disputed", "disputed"),
                            Map.entry("settledOn", "settledOn"),
                            Map.entry("settledDate", "settledOn"),
                            Map.entry("paidOn", "settledOn")),
                    Set.of(
                            "countryCode",
                            "paperlessDate",
                            "paperlessBill",
                            "daysToSettle",
                            "daysLate"),
                    List.of("number", "customerId", "issuedOn", "dueOn", "amount"),
                    "Name the columns number, customerId, issuedOn, dueOn and amount. |"
                            + " 请将各列命名为 number、customerId、issuedOn、dueOn 和 amount。",
                    "Send a header line such as number,customerId,issuedOn,dueOn,amount,settledOn"
                            + " and one line per invoice. | 请发送标题行（如"
                            + " number,customerId,issuedOn,dueOn,amount,settledOn），之后每行一张账单。");

    private final InvoiceHistory history;

    InvoiceRows(InvoiceHistory history) {
        this.history = history;
    }

    @Override
    public ImportKind kind() {
        return ImportKind.INVOICES;
    }

    @Override
    public CsvColumns columns() {
        return COLUMNS;
    }

    @Override
    public PastInvoice read(Cells cells) {
        return new PastInvoice(
                cells.neededText("number"),
                cells.neededText("customerId"),
                cells.contact(),
                cells.neededDay("issuedOn"),
                cells.neededDay("dueOn"),
                cells.neededMoney("amount"),
                cells.answer("disputed"),
                cells.day("settledOn"));
    }

    @Override
    public List<PastRow> take(List<PastInvoice> rows, PastSource source) {
        return history.take(rows, source);
    }
}
