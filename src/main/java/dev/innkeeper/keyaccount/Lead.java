package dev.innkeeper.keyaccount;

import dev.innkeeper.common.Contact;
import dev.innkeeper.common.Money;
import dev.innkeeper.keyaccount.facts.LeadSource;
import dev.innkeeper.keyaccount.facts.Need;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A lead as somebody brings it.
 *
 * @param externalId the caller's own id, or null
 * @param receivedAt when it came; null for now
 * @param source where it comes from
 * @param partnerId the partner who brought it, or null
 * @param customerId our id of the customer, or null where the contact says who it is
 * @param contact the company and whom to speak with
 * @param product what they might buy
 * @param words what was said
 * @param need how clear the need is
 * @param budgetKnown the customer's budget is known
 * @param decisionMakerKnown who decides at the customer is known
 * @param yearlyVolume room nights × rate + events of a year, in CNY; null where unknown
 * @param value what the customer would pay in the first year, in CNY; nothing where not said
 * @param expectedCloseOn when the deal is expected, or null
 * @param owner the user who hunts it, or null until the lead is verified
 */
public record Lead(
        @Nullable String externalId,
        @Nullable Instant receivedAt,
        LeadSource source,
        @Nullable String partnerId,
        @Nullable String customerId,
        Contact contact,
        String product,
        String words,
        Need need,
        boolean budgetKnown,
        boolean decisionMakerKnown,
        @Nullable Money yearlyVolume,
        Money value,
        @Nullable LocalDate expectedCloseOn,
        @Nullable String owner) {}
