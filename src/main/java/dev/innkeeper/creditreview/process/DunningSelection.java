package dev.innkeeper.creditreview.process;

import dev.innkeeper.creditreview.DunningDesk;
import dev.innkeeper.creditreview.DunningOpened;
import dev.innkeeper.customer.ReceivablesDesk;
import dev.innkeeper.nightly.NightlyWork;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** Every night a dunning case is opened for each customer who is overdue and has none. */
@Component
class DunningSelection implements NightlyWork {

    private static final int ORDER = 40;

    private final DunningDesk desk;
    private final DunningProcess process;
    private final ReceivablesDesk receivables;

    DunningSelection(DunningDesk desk, DunningProcess process, ReceivablesDesk receivables) {
        this.desk = desk;
        this.process = process;
        this.receivables = receivables;
    }

    @Override
    public String name() {
        return "dunning-selection";
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public List<String> due(String after, int limit, LocalDate asOf) {
        return receivables.customersOverdue(after, limit, asOf, 0);
    }

    @Override
    public int handle(List<String> customerIds, LocalDate asOf) {
        return (int)
                desk.withoutCase(customerIds).stream()
                        .filter(
                                customer ->
                                        process.open(customer, asOf)
                                                .filter(DunningOpened::isNew)
                                                .isPresent())
                        .count();
    }
}
