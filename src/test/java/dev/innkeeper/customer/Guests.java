package dev.innkeeper.customer;

import dev.innkeeper.common.Actor;
import dev.innkeeper.common.Contact;
import dev.innkeeper.common.Group;
import dev.innkeeper.common.Money;
import dev.innkeeper.common.Tier;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Guests of a house, with the visits that a test needs; today is 2 March 2026. */
public final class Guests {

    public static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    public static final Actor PMS = new Actor("pms", Set.of(Group.INTEGRATION));
    public static final Actor INFORMATION = new Actor("info1", Set.of(Group.CUSTOMER_INFORMATION));
    public static final Actor MANAGER =
            new Actor("manager1", Set.of(Group.CUSTOMER_SERVICE_MANAGER));
    public static final Actor CALL_CENTRE = new Actor("callcentre1", Set.of(Group.CALL_CENTRE));

    private final CustomerDesk customers;
    private final StayDesk stays;
    private final JdbcTemplate jdbc;
    private int count;

    /** Guests of these desks. */
    public Guests(CustomerDesk customers, StayDesk stays, JdbcTemplate jdbc) {
        this.customers = customers;
        this.stays = stays;
        this.jdbc = jdbc;
    }

    /** A guest who has not come yet. */
    public String guest() {
        return guest(null);
    }

    /** A guest with an address. */
    public String guest(@Nullable String email) {
        count++;
        return customers
                .enter(
                        new Contact(
                                "客人" + count, null, "1380013%04d".formatted(count), email, null),
                        Tier.PROMISING_SMALL,
                        PMS)
                .id();
    }

    /** A visit of one day, so many days ago. */
    public void visit(String guest, int daysAgo, String spend) {
        visit(guest, TODAY.minusDays(daysAgo), spend, null);
    }

    /** A visit of one day. */
    public void visit(String guest, LocalDate day, String spend, @Nullable String margin) {
        count++;
        stays.takeStay(
                new NewStay(
                        "PMS-" + count,
                        guest,
                        StayKind.VISIT,
                        day,
                        day,
                        new Money(new BigDecimal(spend)),
                        margin == null ? null : new BigDecimal(margin)),
                PMS);
    }

    /** A guest who comes every fortnight, the last time so many days ago. */
    public String regular(int lastDaysAgo) {
        var guest = guest();
        for (var n = 0; n < 13; n++) {
            visit(guest, lastDaysAgo + 14 * n, "500");
        }
        is(guest, "tier = 'LOYAL_REGULAR'");
        return guest;
    }

    /** A guest who came for the last time so many days ago and counts as lost. */
    public String lost(int lastDaysAgo, String lifeTimeValue) {
        var guest = guest();
        visit(guest, lastDaysAgo, "800");
        is(guest, "life_cycle = 'LOST', value_class = 'C', life_time_value = " + lifeTimeValue);
        return guest;
    }

    /** What the file of a guest says otherwise. */
    public void is(String guest, String columns) {
        jdbc.update("UPDATE customer SET " + columns + " WHERE id = ?", guest);
    }

    /** All visits of a guest came in today as history. */
    public void imported(String guest) {
        jdbc.update("UPDATE stay SET imported = TRUE WHERE customer_id = ?", guest);
    }
}
