package dev.innkeeper.complaint.web;

import dev.innkeeper.casefile.ClockView;
import dev.innkeeper.casefile.DocumentView;
import dev.innkeeper.casefile.web.CaseEvent;
import dev.innkeeper.casefile.web.CaseLinkView;
import dev.innkeeper.casefile.web.OpenTaskView;
import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Contact;
import dev.innkeeper.common.Language;
import dev.innkeeper.common.Tier;
import dev.innkeeper.complaint.CallbackOutcome;
import dev.innkeeper.complaint.CallbackView;
import dev.innkeeper.complaint.CompensationView;
import dev.innkeeper.complaint.ComplaintAction;
import dev.innkeeper.complaint.ComplaintView;
import dev.innkeeper.complaint.CorrectiveActionView;
import dev.innkeeper.complaint.FindingView;
import dev.innkeeper.complaint.GuestMessageView;
import dev.innkeeper.complaint.ServqualScore;
import dev.innkeeper.complaint.TaskView;
import dev.innkeeper.complaint.facts.Channel;
import dev.innkeeper.complaint.facts.Finding;
import dev.innkeeper.complaint.facts.Harm;
import dev.innkeeper.complaint.facts.Kind;
import dev.innkeeper.complaint.facts.RemedyKind;
import dev.innkeeper.complaint.facts.ServqualDimension;
import dev.innkeeper.customer.CustomerView;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything about one complaint, in the language of the request. */
@Schema(name = "Complaint", description = "A complaint with everything that happened to it")
record ComplaintDetails(
        ComplaintSummary summary,
        Kind kind,
        Channel channel,
        Instant receivedAt,
        Instant registeredAt,
        String registeredBy,
        @Schema(description = "Null for an anonymous guest, or where `guestHidden`")
                @Nullable Guest guest,
        @Schema(description = "Your groups do not see who the guest is") boolean guestHidden,
        @Nullable Customer customer,
        @Nullable String reference,
        @Nullable Instant eventStart,
        @Nullable Instant eventEnd,
        boolean inHouse,
        @Nullable Instant checkOutAt,
        @Nullable ServqualDimension dimension,
        @Nullable Harm harm,
        @Nullable Boolean lawyerOrPressNamed,
        @Schema(description = "The fields that triage filled in") List<String> triaged,
        boolean triageToBeChecked,
        String text,
        @Nullable String remedySought,
        @Schema(description = "CNY") BigDecimal amountInDispute,
        boolean publiclyVisible,
        boolean severityOverridden,
        int reopenings,
        int callbackAttempts,
        @Nullable CallbackOutcome callbackOutcome,
        @Nullable Instant repliedAt,
        @Nullable Instant closedAt,
        List<CaseClock> clocks,
        List<CaseEvent> timeLine,
        List<Investigated> findings,
        List<Compensated> compensations,
        List<CalledBack> callbacks,
        List<Said> messages,
        List<Document> documents,
        List<CaseLinkView> links,
        List<Correction> correctiveActions,
        List<OpenTaskView> tasks,
        @Schema(description = "What you may do next") List<Allowed> allowed) {

    @Schema(name = "ComplaintGuest")
    record Guest(
            @Nullable String name,
            @Nullable String company,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String weChat) {

        static @Nullable Guest of(Contact contact) {
            return contact.equals(Contact.NOBODY)
                    ? null
                    : new Guest(
                            contact.name(),
                            contact.company(),
                            contact.phone(),
                            contact.email(),
                            contact.weChat());
        }
    }

    @Schema(name = "ComplaintCustomer")
    record Customer(String id, Tier tier, int complaints, String href) {

        static @Nullable Customer of(@Nullable CustomerView customer) {
            return customer == null
                    ? null
                    : new Customer(
                            customer.id(),
                            customer.tier(),
                            customer.complaints(),
                            ComplaintLinks.customer(customer.id()));
        }
    }

    @Schema(name = "CaseClock", description = "A clock of a case with its ledger")
    record CaseClock(
            @Schema(example = "RESOLVE") String clock,
            String policy,
            ClockView.State state,
            long allowedSeconds,
            String calendar,
            Instant startedAt,
            Instant dueAt,
            @Nullable Instant endedAt,
            boolean late,
            int percentElapsed,
            List<Mark> ledger) {

        static CaseClock of(ClockView clock, Language language) {
            return new CaseClock(
                    clock.clock(),
                    language.of(clock.policy()),
                    clock.state(),
                    clock.allowed().toSeconds(),
                    clock.calendar(),
                    clock.startedAt(),
                    clock.dueAt(),
                    clock.endedAt(),
                    clock.late(),
                    clock.percentElapsed(),
                    clock.ledger().stream()
                            .map(
                                    mark ->
                                            new Mark(
                                                    mark.at(),
                                                    mark.mark(),
                                                    language.of(mark.why()),
                                                    mark.by()))
                            .toList());
        }
    }

    @Schema(name = "CaseClockMark")
    record Mark(Instant at, ClockView.Mark mark, String why, String by) {}

    @Schema(name = "ComplaintFinding")
    record Investigated(
            Instant at,
            String by,
            Finding finding,
            String account,
            String rootCause,
            String rootCauseLabel,
            String rootCauseWords,
            String answerable) {

        static Investigated of(FindingView finding, Language language) {
            return new Investigated(
                    finding.at(),
                    finding.by(),
                    finding.finding(),
                    finding.account(),
                    finding.rootCause(),
                    language == Language.CHINESE
                            ? finding.rootCauseChinese()
                            : finding.rootCauseEnglish(),
                    finding.rootCauseWords(),
                    finding.answerable().id());
        }
    }

    @Schema(name = "ComplaintCompensation", description = "From proposal to gift; money in CNY")
    record Compensated(
            CompensationView.State state,
            Instant proposedAt,
            String proposedBy,
            List<RemedyKind> kinds,
            BigDecimal amount,
            String words,
            @Nullable BigDecimal ceiling,
            @Nullable String approverGroup,
            boolean flagged,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt,
            String reason) {

        static Compensated of(CompensationView one, Language language) {
            return new Compensated(
                    one.state(),
                    one.proposedAt(),
                    one.proposedBy(),
                    one.kinds(),
                    one.amount().amount(),
                    one.words(),
                    one.ceiling() == null ? null : one.ceiling().amount(),
                    ComplaintSummary.id(one.approverGroup()),
                    one.flagged(),
                    one.decidedBy(),
                    one.decidedAt(),
                    language.of(one.reason()));
        }
    }

    @Schema(name = "ComplaintCallback")
    record CalledBack(
            Instant at,
            String by,
            int attempt,
            CallbackOutcome outcome,
            List<ServqualScore> scores,
            String words) {

        static CalledBack of(CallbackView call) {
            return new CalledBack(
                    call.at(),
                    call.by(),
                    call.attempt(),
                    call.outcome(),
                    call.scores(),
                    call.words());
        }
    }

    @Schema(name = "ComplaintMessage")
    record Said(Instant at, String by, Channel channel, String text) {

        static Said of(GuestMessageView message) {
            return new Said(message.at(), message.by(), message.channel(), message.text());
        }
    }

    @Schema(name = "Attachment")
    record Document(
            String id,
            String name,
            String mediaType,
            @Schema(description = "Bytes") long size,
            String sha256,
            Instant at,
            String by,
            String href) {

        static Document of(CaseNumber number, DocumentView document) {
            return new Document(
                    document.id(),
                    document.name(),
                    document.mediaType(),
                    document.size(),
                    document.sha256(),
                    document.at(),
                    document.by(),
                    ComplaintLinks.attachment(number, document.id()));
        }
    }

    @Schema(name = "CorrectiveAction")
    record Correction(
            String number,
            CorrectiveActionView.State state,
            String rootCause,
            String answerable,
            int round,
            Instant dueAt,
            @Nullable Instant verifyAt) {

        static Correction of(CorrectiveActionView action) {
            return new Correction(
                    action.number().value(),
                    action.state(),
                    action.rootCause(),
                    action.answerable().id(),
                    action.round(),
                    action.dueAt(),
                    action.verifyAt());
        }
    }

    @Schema(name = "Allowed", description = "Something that you may do next")
    record Allowed(
            ComplaintAction action,
            @Schema(description = "Null where it is done in the Tasklist") @Nullable String method,
            @Nullable String href) {}

    static ComplaintDetails of(
            TaskView view,
            boolean seesContact,
            List<OpenTaskView> tasks,
            List<Allowed> allowed,
            Language language) {
        ComplaintView complaint = view.complaint();
        CaseNumber number = complaint.number();
        return new ComplaintDetails(
                ComplaintSummary.of(complaint, view.progress()),
                complaint.kind(),
                complaint.channel(),
                complaint.receivedAt(),
                complaint.registeredAt(),
                complaint.registeredBy(),
                seesContact ? Guest.of(complaint.contact()) : null,
                !seesContact && !complaint.contact().equals(Contact.NOBODY),
                Customer.of(view.customer()),
                complaint.reference(),
                complaint.eventStart(),
                complaint.eventEnd(),
                complaint.inHouse(),
                complaint.checkOutAt(),
                complaint.dimension(),
                complaint.harm(),
                complaint.lawyerOrPressNamed(),
                complaint.triaged(),
                complaint.triageToBeChecked(),
                complaint.text(),
                complaint.remedySought(),
                complaint.amountInDispute().amount(),
                complaint.publiclyVisible(),
                complaint.severityOverridden(),
                complaint.reopenings(),
                complaint.callbackAttempts(),
                complaint.callbackOutcome(),
                complaint.repliedAt(),
                complaint.closedAt(),
                view.clocks().stream().map(clock -> CaseClock.of(clock, language)).toList(),
                view.timeLine().stream().map(entry -> CaseEvent.of(entry, language)).toList(),
                view.findings().stream().map(one -> Investigated.of(one, language)).toList(),
                view.compensations().stream().map(one -> Compensated.of(one, language)).toList(),
                view.callbacks().stream().map(CalledBack::of).toList(),
                view.messages().stream().map(Said::of).toList(),
                view.documents().stream().map(one -> Document.of(number, one)).toList(),
                view.links().stream().map(CaseLinkView::of).toList(),
                view.correctiveActions().stream().map(Correction::of).toList(),
                tasks,
                allowed);
    }
}
