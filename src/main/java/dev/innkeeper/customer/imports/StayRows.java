package dev.innkeeper.customer.imports;

import dev.innkeeper.api.CsvColumns;
import dev.innkeeper.customer.PastRow;
import dev.innkeeper.customer.PastSource;
import dev.innkeeper.customer.PastStay;
import dev.innkeeper.customer.StayHistory;
import dev.innkeeper.customer.StayKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Rows that are stays, visits and events. */
@Component
class StayRows implements RowKind<PastStay> {

    private static final CsvColumns COLUMNS =
            new CsvColumns(
                    Map.ofEntries(
                            Map.entry("id", "externalId"),
                            Map.entry("externalId", "externalId"),
                            Map.entry("stayId", "externalId"),
                            Map.entry("bookingId", "externalId"),
                            Map.entry("customerId", "customerId"),
                            Map.entry("customerNumber", "customerId"),
                            Map.entry("guestId", "customerId"),
                            Map.entry("name", "name"),
                            Map.entry("customerName", "name"),
                            Map.entry("company", "company"),
                            Map.entry("kind", "kind"),
                            Map.entry("arrivedOn", "arrivedOn"),
                            Map.entry("arrival", "arrivedOn"),
                            Map.entry("checkIn", "arrivedOn"),
                            Map.entry("date", "arrivedOn"),
                            Map.entry("leftOn", "leftOn"),
                            Map.entry("departure", "leftOn"),
                            Map.entry("checkOut", "leftOn"),
                            Map.entry("spend", "spend"),
                            Map.entry("amount", "spend"),
                            Map.entry("total", "spend"),
                            Map.entry("margin", "margin")),
                    Set.of(),
                    List.of("externalId", "customerId", "arrivedOn", "spend"),
                    "Name the columns externalId, customerId, arrivedOn and spend. |"
                            + " 请将各列命名为 externalId、customerId、arrivedOn 和 spend。",
                    "Send a header line such as externalId,customerId,kind,arrivedOn,leftOn,spend"
                            + " and one line per stay. | 请发送标题行（如"
                            + " externalId,customerId,kind,arrivedOn,leftOn,spend），之后每行一条消费记录。");

    private final StayHistory history;

    StayRows(StayHistory history) {
        this.history = history;
    }

    @Override
    public ImportKind kind() {
        return ImportKind.STAYS;
    }

    @Override
    public CsvColumns columns() {
        return COLUMNS;
    }

    @Override
    public PastStay read(Cells cells) {
        LocalDate arrived = cells.neededDay("arrivedOn");
        LocalDate left = cells.day("leftOn");
        return new PastStay(
                cells.neededText("externalId"),
                cells.neededText("customerId"),
                cells.contact(),
                cells.code("kind", StayKind.class, StayKind.STAY),
                arrived,
                left == null ? arrived : left,
                cells.neededMoney("spend"),
                cells.amount("margin"));
    }

    @Override
    public List<PastRow> take(List<PastStay> rows, PastSource source) {
        return history.take(rows, source);
    }
}
