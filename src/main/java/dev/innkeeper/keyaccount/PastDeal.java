package dev.innkeeper.keyaccount;

import dev.innkeeper.common.Money;
import dev.innkeeper.keyaccount.facts.Stage;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A deal from before the service.
 *
 * @param externalId the caller's own id, or null
 * @param owner who hunted it, as the source writes it: a name or a user id; null where unknown
 * @param manager who led the hunter, or null
 * @param product what it was about, or null
 * @param company the customer, or null where the source does not say
 * @param sector in which the customer works, or null
 * @param stage how far it came; LINKED is none
 * @param engagedOn the day on which it began; null only for a deal that is open
 * @param closedOn the day on which it ended; for a deal that is over, and only for that
 * @param value what the customer pays in the first year, in CNY
 */
public record PastDeal(
        @Nullable String externalId,
        @Nullable String owner,
        @Nullable String manager,
        @Nullable String product,
        @Nullable String company,
        @Nullable String sector,
        Stage stage,
        @Nullable LocalDate engagedOn,
        @Nullable LocalDate closedOn,
        Money value) {}
