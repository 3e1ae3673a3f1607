package dev.innkeeper.keyaccount.web;

import dev.innkeeper.api.CaseNumberForm;
import dev.innkeeper.api.CommentRequest;
import dev.innkeeper.api.Moment;
import dev.innkeeper.api.PageOf;
import dev.innkeeper.api.PlainText;
import dev.innkeeper.api.Repeatable;
import dev.innkeeper.casefile.web.OpenTaskView;
import dev.innkeeper.common.Actor;
import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Language;
import dev.innkeeper.keyaccount.DealAction;
import dev.innkeeper.keyaccount.DealDesk;
import dev.innkeeper.keyaccount.DealFilter;
import dev.innkeeper.keyaccount.DealList;
import dev.innkeeper.keyaccount.DealSort;
import dev.innkeeper.keyaccount.DealTaskView;
import dev.innkeeper.keyaccount.facts.DealGrade;
import dev.innkeeper.keyaccount.facts.Stage;
import dev.innkeeper.keyaccount.process.KeyAccountProcess;
import dev.innkeeper.workflow.OpenTasks;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Deals: read, list, and what callers may add. */
@RestController
@RequestMapping(path = "/api/deals", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Deals", description = "From a lead to the hand-over, or to the reason of its loss")
class DealController {

    private final DealStart start;
    private final DealDesk desk;
    private final DealList list;
    private final KeyAccountProcess process;
    private final DealAccess access;
    private final OpenTasks openTasks;
    private final Repeatable repeatable;

    DealController(
            DealStart start,
            DealDesk desk,
            DealList list,
            KeyAccountProcess process,
            DealAccess access,
            OpenTasks openTasks,
            Repeatable repeatable) {
        this.start = start;
        this.desk = desk;
        this.list = list;
        this.process = process;
        this.access = access;
        this.openTasks = openTasks;
        this.repeatable = repeatable;
    }

    @GetMapping
    @Operation(operationId = "listDeals", summary = "List leads and deals")
    PageOf<DealRowView> list(
            Actor by,
            @RequestParam(required = false) @Nullable Set<Stage> stage,
            @RequestParam(required = false) @Nullable Set<DealGrade> grade,
            @Parameter(description = "The user of sales who hunts it")
                    @RequestParam(required = false)
                    @PlainText(max = 64)
                    @Nullable String owner,
            @RequestParam(required = false) @PlainText(max = 40) @Nullable String customerId,
            @Parameter(description = "Its manager was told that it stands still")
                    @RequestParam(required = false)
                    @Nullable Boolean stalled,
            @Parameter(description = "Came at or after")
                    @RequestParam(required = false)
                    @Moment(ahead = true)
                    @Nullable Instant registeredFrom,
            @Parameter(description = "Came before")
                    @RequestParam(required = false)
                    @Moment(ahead = true)
                    @Nullable Instant registeredTo,
            @Parameter(description = "The beginning of a number or of an external id")
                    @RequestParam(required = false)
                    @PlainText(max = 100)
                    @Nullable String q,
            @RequestParam(defaultValue = "REGISTERED_LATEST_FIRST") DealSort sort,
            @Parameter(description = "From 0")
                    @RequestParam(defaultValue = "0")
                    @Min(0)
                    @Max(PageOf.LAST)
                    int page,
            @RequestParam(defaultValue = "50") @Min(1) @Max(PageOf.LARGEST) int size) {
        access.mayRead(by);
        boolean seesContact = access.seesContact(by);
        return PageOf.of(
                list.find(
                        new DealFilter(
                                Objects.requireNonNullElse(stage, Set.of()),
                                Objects.requireNonNullElse(grade, Set.of()),
                                owner,
                                customerId,
                                stalled,
                                registeredFrom,
                                registeredTo,
                                q),
                        sort,
                        page * size,
                        size),
                page,
                size,
                row -> DealRowView.of(row, seesContact));
    }

    @GetMapping("/{number}")
    @Operation(
            operationId = "readDeal",
            summary = "Read a deal",
            description = "With time line, stages, log, payments, tasks, and what you may do next.")
    DealDetails read(
            Actor by, @PathVariable @CaseNumberForm CaseNumber number, HttpServletRequest request) {
        access.mayRead(by);
        Language language = Language.ofHeader(request.getHeader("Accept-Language"));
        DealTaskView view = desk.view(number);
        return DealDetails.of(
                view,
                access.seesContact(by),
                openTasks.of(number).stream().map(task -> OpenTaskView.of(task, language)).toList(),
                allowed(view, by),
                language);
    }

    private List<DealDetails.Allowed> allowed(DealTaskView view, Actor by) {
        String deal = "/api/deals/" + view.deal().number();
        return view.allowed().stream()
                .sorted()
                .filter(action -> access.can(action, by))
                .map(action -> allowed(action, deal))
                .toList();
    }

    private static DealDetails.Allowed allowed(DealAction action, String deal) {
        String path =
                switch (action) {
                    case FOLLOW_UP -> "/follow-ups";
                    case DECIDE_OUTCOME -> "/outcome";
                    case PAY -> "/payments";
                    case CANCEL -> "/cancellation";
                    case ASSIGN -> "/owner";
                    case COMMENT -> "/comments";
                    case VERIFY, PLAN, APPROVE_PLAN, PROPOSE, NEGOTIATE, CLOSE, HAND_OVER -> "";
                };
        return path.isEmpty()
                ? new DealDetails.Allowed(action, null, null)
                : new DealDetails.Allowed(action, "POST", deal + path);
    }

    @PostMapping(path = "/{number}/follow-ups", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "addFollowUp",
            summary = "Add to the follow-up log",
            description = "The deal is graded by it, and the rhythm of follow-ups changes at once.")
    ResponseEntity<DealSummary> followUp(
            Actor by,
            @PathVariable @CaseNumberForm CaseNumber number,
            @Parameter(description = Repeatable.KEY_WORDS)
                    @RequestHeader(name = Repeatable.KEY, required = false)
                    @Pattern(regexp = Repeatable.KEY_FORM, message = Repeatable.KEY_REFUSED)
                    @Nullable String key,
            @RequestBody @Valid FollowUpRequest followUp) {
        return once(
                DealAction.FOLLOW_UP,
                key,
                by,
                number,
                followUp,
                () -> process.followUp(number, followUp.toFollowUp(), by));
    }

    @PostMapping(path = "/{number}/outcome", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "decideOutcome",
            summary = "Say how a deal ends",
            description =
                    "Lost or discarded out of any stage, won out of NEGOTIATING. What the gate"
                            + " misses is in `missing`, and the deal stays where it is.")
    ResponseEntity<DealSummary> outcome(
            Actor by,
            @PathVariable @CaseNumberForm CaseNumber number,
            @Parameter(description = Repeatable.KEY_WORDS)
                    @RequestHeader(name = Repeatable.KEY, required = false)
                    @Pattern(regexp = Repeatable.KEY_FORM, message = Repeatable.KEY_REFUSED)
                    @Nullable String key,
            @RequestBody @Valid OutcomeRequest outcome) {
        return once(
                DealAction.DECIDE_OUTCOME,
                key,
                by,
                number,
                outcome,
                () -> process.decide(number, outcome.toOutcome(), by));
    }

    @PostMapping(path = "/{number}/payments", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "addPayment",
            summary = "Note a payment of the customer",
            description =
                    "A reference that is there already counts once. The first payment is one"
                            + " of the conditions of a partner's reward.")
    ResponseEntity<DealSummary> pay(
            Actor by,
            @PathVariable @CaseNumberForm CaseNumber number,
            @Parameter(description = Repeatable.KEY_WORDS)
                    @RequestHeader(name = Repeatable.KEY, required = false)
                    @Pattern(regexp = Repeatable.KEY_FORM, message = Repeatable.KEY_REFUSED)
                    @Nullable String key,
            @RequestBody @Valid PaymentRequest payment) {
        return once(
                DealAction.PAY,
                key,
                by,
                number,
                payment,
                () -> process.pay(number, payment.toPayment(), by));
    }

    @PostMapping(path = "/{number}/cancellation", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "cancelContract",
            summary = "Cancel the contract of a won deal",
            description = "Rewards of partners lapse, or are clawed back where the rules say so.")
    ResponseEntity<DealSummary> cancel(
            Actor by,
            @PathVariable @CaseNumberForm CaseNumber number,
            @Parameter(description = Repeatable.KEY_WORDS)
                    @RequestHeader(name = Repeatable.KEY, required = false)
                    @Pattern(regexp = Repeatable.KEY_FORM, message = Repeatable.KEY_REFUSED)
                    @Nullable String key,
            @RequestBody @Valid CancellationRequest cancellation) {
        return once(
                DealAction.CANCEL,
                key,
                by,
                number,
                cancellation,
                () ->
                        process.cancel(
                                number, Objects.requireNonNull(cancellation.reason()).strip(), by));
    }

    @PostMapping(path = "/{number}/owner", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "assignDeal",
            summary = "Give a deal to somebody else",
            description = "By who hunts it now, or a superior; the open tasks go with it.")
    ResponseEntity<DealSummary> assign(
            Actor by,
            @PathVariable @CaseNumberForm CaseNumber number,
            @Parameter(description = Repeatable.KEY_WORDS)
                    @RequestHeader(name = Repeatable.KEY, required = false)
                    @Pattern(regexp = Repeatable.KEY_FORM, message = Repeatable.KEY_REFUSED)
                    @Nullable String key,
            @RequestBody @Valid OwnerRequest owner) {
        return once(
                DealAction.ASSIGN,
                key,
                by,
                number,
                owner,
                () ->
                        process.assign(
                                number,
                                Objects.requireNonNull(owner.owner()).strip(),
                                Objects.requireNonNull(owner.reason()).strip(),
                                by));
    }

    @PostMapping(path = "/{number}/comments", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "addDealComment",
            summary = "Comment on a deal",
            description = "For colleagues, on the time line.")
    ResponseEntity<DealSummary> comment(
            Actor by,
            @PathVariable @CaseNumberForm CaseNumber number,
            @Parameter(description = Repeatable.KEY_WORDS)
                    @RequestHeader(name = Repeatable.KEY, required = false)
                    @Pattern(regexp = Repeatable.KEY_FORM, message = Repeatable.KEY_REFUSED)
                    @Nullable String key,
            @RequestBody @Valid CommentRequest comment) {
        return once(
                DealAction.COMMENT,
                key,
                by,
                number,
                comment,
                () -> desk.comment(number, Objects.requireNonNull(comment.text()).strip(), by));
    }

    private ResponseEntity<DealSummary> once(
            DealAction action,
            @Nullable String key,
            Actor by,
            CaseNumber number,
            Object body,
            Runnable work) {
        access.mayDo(action, by);
        return Repeatable.ok(
                repeatable.once(
                        "deal-" + action,
                        key,
                        by.userId(),
                        number.value(),
                        body,
                        DealSummary.class,
                        () -> {
                            work.run();
                            return start.summary(number);
                        }));
    }
}
