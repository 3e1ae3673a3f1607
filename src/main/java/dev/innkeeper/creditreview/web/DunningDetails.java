package dev.innkeeper.creditreview.web;

import dev.innkeeper.casefile.web.CaseEvent;
import dev.innkeeper.casefile.web.CaseLinkView;
import dev.innkeeper.casefile.web.OpenTaskView;
import dev.innkeeper.common.Language;
import dev.innkeeper.creditreview.DunningAction;
import dev.innkeeper.creditreview.DunningActionKind;
import dev.innkeeper.creditreview.DunningCourse;
import dev.innkeeper.creditreview.DunningTaskView;
import dev.innkeeper.creditreview.DunningView;
import dev.innkeeper.customer.OverdueInvoice;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything about one dunning case, in the language of the request. */
@Schema(name = "DunningCase", description = "A dunning case with everything that happened to it")
record DunningDetails(
        DunningSummary summary,
        Instant stateSince,
        String openedBy,
        Instant openedAt,
        @Schema(
                        description =
                                "Only invoices due from this day belong to it: those before were"
                                        + " handed over or withdrawn; null for all")
                @Nullable LocalDate dueFrom,
        Instant stageSince,
        @Schema(description = "On this day the customer is called again")
                @Nullable LocalDate callAgainOn,
        @Schema(description = "How it goes on after the hand-over") @Nullable DunningCourse course,
        @Schema(description = "Why it was withdrawn or handed over") String words,
        @Schema(description = "What is overdue now, the oldest first") List<Overdue> invoices,
        @Schema(
                        description =
                                "What was done about this customer's bills, in earlier cases as"
                                        + " well, the latest first")
                List<Done> actions,
        List<CaseEvent> timeLine,
        List<CaseLinkView> links,
        List<OpenTaskView> tasks,
        @Schema(description = "What you may do next") List<Allowed> allowed) {

    @Schema(name = "DunnedInvoice", description = "An invoice that should have been paid")
    record Overdue(
            String number,
            LocalDate dueOn,
            int daysOverdue,
            @Schema(description = "What is still to be paid of it, CNY") BigDecimal open,
            boolean disputed) {

        static Overdue of(OverdueInvoice invoice) {
            return new Overdue(
                    invoice.number(),
                    invoice.dueOn(),
                    invoice.daysOverdue(),
                    invoice.open().amount(),
                    invoice.disputed());
        }
    }

    @Schema(name = "DunningAction", description = "Something that was done to get the money")
    record Done(
            @Schema(description = "The case", example = "DUN-2026-000001") String dunning,
            DunningActionKind kind,
            Instant at,
            String by,
            @Schema(description = "What was overdue then, CNY") BigDecimal overdue,
            @Schema(description = "Whether the customer was spoken to; null where it was no call")
                    @Nullable Boolean reached,
            @Nullable LocalDate promisedUntil,
            @Schema(description = "Of the letter") String reference,
            String words) {

        static Done of(DunningAction action) {
            return new Done(
                    action.dunning().value(),
                    action.kind(),
                    action.at(),
                    action.by(),
                    action.overdue().amount(),
                    action.reached(),
                    action.promisedUntil(),
                    action.reference(),
                    action.words());
        }
    }

    @Schema(name = "DunningAllowed", description = "Something that you may do next")
    record Allowed(
            DunningCaseAction action,
            @Schema(description = "Null where it is done in the Tasklist") @Nullable String method,
            @Nullable String href) {}

    static DunningDetails of(
            DunningTaskView view,
            List<OpenTaskView> tasks,
            List<Allowed> allowed,
            Language language) {
        DunningView dunning = view.dunning();
        return new DunningDetails(
                DunningSummary.of(dunning),
                dunning.stateSince(),
                dunning.openedBy(),
                dunning.openedAt(),
                dunning.dueFrom(),
                dunning.stageSince(),
                dunning.callAgainOn(),
                dunning.course(),
                dunning.words(),
                view.debt().invoices().stream().map(Overdue::of).toList(),
                view.actions().stream().map(Done::of).toList(),
                view.timeLine().stream().map(entry -> CaseEvent.of(entry, language)).toList(),
                view.links().stream().map(CaseLinkView::of).toList(),
                tasks,
                allowed);
    }
}
