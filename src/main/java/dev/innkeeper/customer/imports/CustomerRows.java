package dev.innkeeper.customer.imports;

import dev.innkeeper.api.CsvColumns;
import dev.innkeeper.customer.CustomerHistory;
import dev.innkeeper.customer.PastCustomer;
import dev.innkeeper.customer.PastRow;
import dev.innkeeper.customer.PastSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Rows that are customers. */
@Component
class CustomerRows implements RowKind<PastCustomer> {

    private static final CsvColumns COLUMNS =
            new CsvColumns(
                    Map.ofEntries(
                            Map.entry("id", "externalId"),
                            Map.entry("externalId", "externalId"),
                            Map.entry("customerId", "externalId"),
                            Map.entry("customerNumber", "externalId"),
                            Map.entry("name", "name"),
                            Map.entry("contactName", "name"),
                            Map.entry("company", "company"),
                            Map.entry("account", "company"),
                            Map.entry("phone", "phone"),
                            Map.entry("telephone", "phone"),
                            Map.entry("mobile", "phone"),
                            Map.entry("email", "email"),
                            Map.entry("weChat", "weChat"),
                            Map.entry("weChatId", "weChat"),
                            Map.entry("registrationNumber", "registrationNumber"),
                            Map.entry("bornOn", "bornOn"),
                            Map.entry("birthday", "bornOn"),
                            Map.entry("firstSeenOn", "firstSeenOn"),
                            Map.entry("customerSince", "firstSeenOn"),
                            Map.entry("preferences", "preferences")),
                    Set.of(),
                    List.of("externalId"),
                    "Name the column with the id of each customer externalId. |"
                            + " 请将客户编号一列命名为 externalId。",
                    "Send a header line such as externalId,name,company,phone,email and one line"
                            + " per customer. | 请发送标题行（如"
                            + " externalId,name,company,phone,email），之后每行一位客户。");

    private final CustomerHistory history;

    CustomerRows(CustomerHistory history) {
        this.history = history;
    }

    @Override
    public ImportKind kind() {
        return ImportKind.CUSTOMERS;
    }

    @Override
    public CsvColumns columns() {
        return COLUMNS;
    }

    @Override
    public PastCustomer read(Cells cells) {
        return new PastCustomer(
                cells.neededText("externalId"),
                cells.contact(),
                cells.text("registrationNumber"),
                cells.day("bornOn"),
                cells.day("firstSeenOn"),
                cells.text("preferences"));
    }

    @Override
    public List<PastRow> take(List<PastCustomer> rows, PastSource source) {
        return history.take(rows, source);
    }
}
