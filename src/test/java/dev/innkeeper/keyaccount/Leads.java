package dev.innkeeper.keyaccount;

import dev.innkeeper.common.Actor;
import dev.innkeeper.common.Contact;
import dev.innkeeper.common.Group;
import dev.innkeeper.common.Money;
import dev.innkeeper.keyaccount.facts.LeadSource;
import dev.innkeeper.keyaccount.facts.Need;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Leads for tests, and who brings them. */
public final class Leads {

    public static final Actor SALES = new Actor("sales1", Set.of(Group.SALES));
    public static final Actor WEB = new Actor("pms", Set.of(Group.INTEGRATION));
    public static final Actor MANAGER =
            new Actor("manager1", Set.of(Group.CUSTOMER_SERVICE_MANAGER));
    public static final Actor FINANCE = new Actor("finance1", Set.of(Group.FINANCE));

    /** Within 30 days of when each test begins. */
    public static final LocalDate SOON = LocalDate.parse("2026-03-20");

    private Leads() {}

    /** A lead with a clear need, hunted by sales1, that earns 75 points. */
    public static Lead of(String company) {
        return of(company, "Contract rate", "sales1");
    }

    public static Lead of(String company, String product, @Nullable String owner) {
        return new Lead(
                null,
                null,
                LeadSource.OWN_RESEARCH,
                null,
                null,
                new Contact("Chen Li", company, null, null, null),
                product,
                "About 80 room nights a month from April on.",
                Need.CLEAR,
                true,
                true,
                null,
                Money.ZERO,
                SOON,
                owner);
    }

    public static Lead cold(String company) {
        return new Lead(
                null,
                null,
                LeadSource.COLD,
                null,
                null,
                new Contact(null, company, null, null, null),
                "",
                "A name on a list.",
                Need.LATENT,
                false,
                false,
                null,
                Money.ZERO,
                null,
                null);
    }
}
