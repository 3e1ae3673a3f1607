package dev.innkeeper.keyaccount.web;

import dev.innkeeper.casefile.web.CaseEvent;
import dev.innkeeper.casefile.web.CaseLinkView;
import dev.innkeeper.casefile.web.OpenTaskView;
import dev.innkeeper.common.Contact;
import dev.innkeeper.common.Language;
import dev.innkeeper.common.Money;
import dev.innkeeper.keyaccount.BudgetLine;
import dev.innkeeper.keyaccount.DealAction;
import dev.innkeeper.keyaccount.DealTaskView;
import dev.innkeeper.keyaccount.DealView;
import dev.innkeeper.keyaccount.FollowUpView;
import dev.innkeeper.keyaccount.PaymentView;
import dev.innkeeper.keyaccount.StageView;
import dev.innkeeper.keyaccount.facts.DealGrade;
import dev.innkeeper.keyaccount.facts.ExpenseKind;
import dev.innkeeper.keyaccount.facts.GateItem;
import dev.innkeeper.keyaccount.facts.LeadSource;
import dev.innkeeper.keyaccount.facts.LeadVerdict;
import dev.innkeeper.keyaccount.facts.Need;
import dev.innkeeper.keyaccount.facts.Stage;
import dev.innkeeper.keyaccount.facts.Urgency;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything about a deal; the contact is null for groups that do not need it. */
@Schema(name = "Deal", description = "A lead and the deal that it became")
record DealDetails(
        @Schema(example = "DEA-2026-000123") String number,
        @Nullable String externalId,
        Stage stage,
        @Schema(description = "History: it passed no gates and starts no clocks") boolean imported,
        Instant registeredAt,
        LeadSource source,
        @Nullable String partnerId,
        String customerId,
        @Nullable ContactView contact,
        boolean contactHidden,
        String product,
        String words,
        Need need,
        boolean chance,
        boolean budgetKnown,
        boolean decisionMakerKnown,
        @Nullable BigDecimal yearlyVolume,
        BigDecimal value,
        @Nullable LocalDate expectedCloseOn,
        @Nullable Urgency urgency,
        @Nullable String owner,
        @Nullable String farmer,
        int points,
        @Nullable LeadVerdict verdict,
        @Nullable Instant nurtureUntil,
        List<GateItem> missing,
        @Nullable DealGrade grade,
        @Nullable Instant followUpDueAt,
        int missedFollowUps,
        @Nullable Instant stalledAt,
        Plan plan,
        @Nullable LocalDate proposedOn,
        @Nullable String topLevelContact,
        String customersAnswer,
        @Nullable String competitor,
        boolean noCompetitor,
        Contract contract,
        @Nullable String reason,
        String reasonWords,
        @Nullable Stage closedFrom,
        @Nullable Instant closedAt,
        boolean keyAccount,
        @Nullable String linkedTo,
        List<Passed> stages,
        List<Logged> followUps,
        List<Paid> payments,
        List<CaseEvent> timeLine,
        List<CaseLinkView> links,
        List<OpenTaskView> tasks,
        @Schema(description = "What you may do next") List<Allowed> allowed,
        String href) {

    @Schema(name = "ContactShown")
    record ContactView(
            @Nullable String name,
            @Nullable String company,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String weChat) {

        static ContactView of(Contact contact) {
            return new ContactView(
                    contact.name(),
                    contact.company(),
                    contact.phone(),
                    contact.email(),
                    contact.weChat());
        }
    }

    @Schema(name = "DealPlan", description = "People and money; money in CNY")
    record Plan(
            List<String> team,
            List<Line> budget,
            String steps,
            @Nullable String plannedBy,
            @Nullable String approvedBy,
            String remark) {

        static Plan of(DealView deal) {
            return new Plan(
                    deal.team(),
                    deal.planned().stream().map(Line::of).toList(),
                    deal.steps(),
                    deal.plannedBy(),
                    deal.planApprovedBy(),
                    deal.planRemark());
        }
    }

    @Schema(name = "DealBudgetLine")
    record Line(ExpenseKind kind, BigDecimal planned, BigDecimal spent) {

        static Line of(BudgetLine line) {
            return new Line(line.kind(), line.amount().amount(), line.spent().amount());
        }
    }

    @Schema(name = "DealContract")
    record Contract(
            @Nullable String number,
            @Nullable LocalDate date,
            int termMonths,
            boolean prepaid,
            BigDecimal creditRequested,
            @Nullable Instant firstPaymentAt,
            @Nullable Instant cancelledAt,
            String cancelWords) {

        static Contract of(DealView deal) {
            return new Contract(
                    deal.contractNumber(),
                    deal.contractDate(),
                    deal.termMonths(),
                    deal.prepaid(),
                    deal.creditRequested().amount(),
                    deal.firstPaymentAt(),
                    deal.cancelledAt(),
                    deal.cancelWords());
        }
    }

    @Schema(name = "DealStage")
    record Passed(Stage stage, Instant enteredAt, @Nullable Instant leftAt) {

        static Passed of(StageView stage) {
            return new Passed(stage.stage(), stage.enteredAt(), stage.leftAt());
        }
    }

    @Schema(name = "DealFollowUp")
    record Logged(
            Instant at,
            String by,
            String words,
            String nextStep,
            Need need,
            boolean chance,
            @Nullable LocalDate expectedCloseOn,
            DealGrade grade) {

        static Logged of(FollowUpView entry) {
            return new Logged(
                    entry.at(),
                    entry.by(),
                    entry.words(),
                    entry.nextStep(),
                    entry.need(),
                    entry.chance(),
                    entry.expectedCloseOn(),
                    entry.grade());
        }
    }

    @Schema(name = "DealPayment")
    record Paid(String reference, BigDecimal amount, Instant paidAt, String by) {

        static Paid of(PaymentView payment) {
            return new Paid(
                    payment.reference(), payment.amount().amount(), payment.paidAt(), payment.by());
        }
    }

    @Schema(name = "DealAllowed", description = "Something that you may do next")
    record Allowed(
            DealAction action,
            @Schema(description = "Null where it is done in the Tasklist") @Nullable String method,
            @Nullable String href) {}

    static DealDetails of(
            DealTaskView view,
            boolean seesContact,
            List<OpenTaskView> tasks,
            List<Allowed> allowed,
            Language language) {
        DealView deal = view.deal();
        return new DealDetails(
                deal.number().value(),
                deal.externalId(),
                deal.stage(),
                deal.imported(),
                deal.registeredAt(),
                deal.source(),
                deal.partnerId(),
                deal.customerId(),
                seesContact ? ContactView.of(deal.contact()) : null,
                !seesContact,
                deal.product(),
                deal.needWords(),
                deal.need(),
                deal.chance(),
                deal.budgetKnown(),
                deal.decisionMakerKnown(),
                amount(deal.yearlyVolume()),
                deal.value().amount(),
                deal.expectedCloseOn(),
                deal.urgency(),
                deal.owner(),
                deal.farmer(),
                deal.points(),
                deal.verdict(),
                deal.nurtureUntil(),
                deal.missing().stream().sorted().toList(),
                deal.grade(),
                deal.followUpDueAt(),
                deal.missedInARow(),
                deal.stalledAt(),
                Plan.of(deal),
                deal.proposedOn(),
                seesContact ? deal.topLevelContact() : null,
                deal.customersAnswer(),
                deal.competitor(),
                deal.noCompetitor(),
                Contract.of(deal),
                deal.reason(),
                deal.reasonWords(),
                deal.closedFrom(),
                deal.closedAt(),
                deal.keyAccount(),
                deal.linkedTo() == null ? null : deal.linkedTo().value(),
                view.stages().stream().map(Passed::of).toList(),
                view.followUps().stream().map(Logged::of).toList(),
                view.payments().stream().map(Paid::of).toList(),
                view.timeLine().stream().map(entry -> CaseEvent.of(entry, language)).toList(),
                view.links().stream().map(CaseLinkView::of).toList(),
                tasks,
                allowed,
                "/api/deals/" + deal.number());
    }

    private static @Nullable BigDecimal amount(@Nullable Money amount) {
        return amount == null ? null : amount.amount();
    }
}
