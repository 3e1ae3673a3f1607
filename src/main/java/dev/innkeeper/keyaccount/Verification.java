package dev.innkeeper.keyaccount;

import dev.innkeeper.common.Money;
import dev.innkeeper.keyaccount.facts.LeadVerdict;
import dev.innkeeper.keyaccount.facts.Need;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What customer information found about a lead.
 *
 * @param verdict what is to become of it
 * @param contactVerified somebody spoke with the contact
 * @param need how clear the need is
 * @param budgetKnown the customer's budget is known
 * @param decisionMakerKnown who decides is known
 * @param yearlyVolume in CNY, or null where unknown
 * @param expectedCloseOn when the deal is expected, or null
 * @param owner who hunts it; needed for QUALIFY
 * @param nurtureUntil when to look at it again; needed for NURTURE
 * @param reason the code of the reason; needed for DISCARD
 * @param words what was found, and why
 */
public record Verification(
        LeadVerdict verdict,
        boolean contactVerified,
        Need need,
        boolean budgetKnown,
        boolean decisionMakerKnown,
        @Nullable Money yearlyVolume,
        @Nullable LocalDate expectedCloseOn,
        @Nullable String owner,
        @Nullable LocalDate nurtureUntil,
        @Nullable String reason,
        String words) {}
