package dev.innkeeper.keyaccount;

import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Contact;
import dev.innkeeper.common.Money;
import dev.innkeeper.keyaccount.facts.DealGrade;
import dev.innkeeper.keyaccount.facts.GateItem;
import dev.innkeeper.keyaccount.facts.LeadSource;
import dev.innkeeper.keyaccount.facts.LeadVerdict;
import dev.innkeeper.keyaccount.facts.Need;
import dev.innkeeper.keyaccount.facts.Stage;
import dev.innkeeper.keyaccount.facts.Urgency;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A lead and the deal that it became.
 *
 * @param number its number
 * @param stage how far it is
 * @param imported it is history: it passed no gates and starts no clocks
 * @param externalId the id that its caller gave it, or null
 * @param registeredBy who brought it in
 * @param registeredAt when the lead came
 * @param source where it comes from
 * @param partnerId the partner who brought it, or null
 * @param customerId the customer
 * @param contact company and whom to speak with, as the lead said
 * @param product what they might buy
 * @param needWords what was said
 * @param need how clear the need is
 * @param chance there is a chance
 * @param budgetKnown the customer's budget is known
 * @param decisionMakerKnown who decides is known
 * @param yearlyVolume in CNY, or null where unknown
 * @param value what the customer pays in the first year, in CNY; nothing where not set
 * @param expectedCloseOn when it is expected, or null
 * @param owner the user who hunts it, or null
 * @param farmer the user who looks after it once it is won, or null
 * @param points of the lead's qualification, 0 to 100
 * @param verdict what became of the lead, or null
 * @param nurtureUntil when a lead that is nurtured is looked at again, or null
 * @param contactVerified somebody spoke with the contact
 * @param steps the plan in words
 * @param plannedBy who planned it, or null
 * @param planApprovedBy who approved the plan, or null
 * @param planRemark why the plan was not approved; empty where it was
 * @param proposedOn the date of the proposal, or null
 * @param topLevelContact with whom of the top level the house spoke, or null
 * @param customersAnswer in words; may be empty
 * @param competitor who else is in it, or null
 * @param noCompetitor nobody else is in it
 * @param contractNumber or null
 * @param contractDate or null
 * @param termMonths 0 where not set
 * @param prepaid the customer pays in advance
 * @param creditRequested the credit that the contract grants, in CNY
 * @param missing what the gate of the next stage missed when it was last asked
 * @param grade null until the lead is qualified
 * @param urgency null until the lead is qualified
 * @param followedUpAt the last follow-up, or null
 * @param followUpDueAt when the next is due, or null
 * @param missedInARow follow-ups missed since
 * @param stageSince when it entered its stage
 * @param stalledAt since when its stage is too old, or null
 * @param level 0 nobody, 1 supervisor, 2 customer service manager, 3 general manager was told
 * @param reason the code of the reason why it ended, or null
 * @param reasonWords the same in words; may be empty
 * @param closedFrom the stage before its end, or null
 * @param closedAt when it ended, or null
 * @param keyAccount it made the customer a key account
 * @param firstPaymentAt when the customer paid first, or null
 * @param cancelledAt when the contract was cancelled, or null
 * @param cancelWords why
 * @param linkedTo the deal that it joined, or null
 * @param team the users who work on it
 * @param planned what may be spent, by kind, with what has been
 */
public record DealView(
        CaseNumber number,
        Stage stage,
        boolean imported,
        @Nullable String externalId,
        String registeredBy,
        Instant registeredAt,
        LeadSource source,
        @Nullable String partnerId,
        String customerId,
        Contact contact,
        String product,
        String needWords,
        Need need,
        boolean chance,
        boolean budgetKnown,
        boolean decisionMakerKnown,
        @Nullable Money yearlyVolume,
        Money value,
        @Nullable LocalDate expectedCloseOn,
        @Nullable String owner,
        @Nullable String farmer,
        int points,
        @Nullable LeadVerdict verdict,
        @Nullable Instant nurtureUntil,
        boolean contactVerified,
        String steps,
        @Nullable String plannedBy,
        @Nullable String planApprovedBy,
        String planRemark,
        @Nullable LocalDate proposedOn,
        @Nullable String topLevelContact,
        String customersAnswer,
        @Nullable String competitor,
        boolean noCompetitor,
        @Nullable String contractNumber,
        @Nullable LocalDate contractDate,
        int termMonths,
        boolean prepaid,
        Money creditRequested,
        Set<GateItem> missing,
        @Nullable DealGrade grade,
        @Nullable Urgency urgency,
        @Nullable Instant followedUpAt,
        @Nullable Instant followUpDueAt,
        int missedInARow,
        Instant stageSince,
        @Nullable Instant stalledAt,
        int level,
        @Nullable String reason,
        String reasonWords,
        @Nullable Stage closedFrom,
        @Nullable Instant closedAt,
        boolean keyAccount,
        @Nullable Instant firstPaymentAt,
        @Nullable Instant cancelledAt,
        String cancelWords,
        @Nullable CaseNumber linkedTo,
        List<String> team,
        List<BudgetLine> planned) {

    /** Who the customer is, by company or name. */
    public String company() {
        String company = contact.company();
        String name = contact.name();
        return company != null ? company : name != null ? name : customerId;
    }

    /** All that may be spent. */
    public Money budget() {
        return planned.stream().map(BudgetLine::amount).reduce(Money.ZERO, Money::plus);
    }

    /** All that has been spent. */
    public Money spent() {
        return planned.stream().map(BudgetLine::spent).reduce(Money.ZERO, Money::plus);
    }
}
