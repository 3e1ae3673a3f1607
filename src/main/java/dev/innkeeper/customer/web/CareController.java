package dev.innkeeper.customer.web;

import dev.innkeeper.api.CaseNumberForm;
import dev.innkeeper.api.GroupCheck;
import dev.innkeeper.api.Idempotency;
import dev.innkeeper.api.Moment;
import dev.innkeeper.api.PageOf;
import dev.innkeeper.api.PlainText;
import dev.innkeeper.api.Repeatable;
import dev.innkeeper.casefile.web.OpenTaskView;
import dev.innkeeper.common.Actor;
import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Group;
import dev.innkeeper.common.Language;
import dev.innkeeper.customer.CareDesk;
import dev.innkeeper.customer.CareFilter;
import dev.innkeeper.customer.CareList;
import dev.innkeeper.customer.CareOutcome;
import dev.innkeeper.customer.CareState;
import dev.innkeeper.customer.FileSection;
import dev.innkeeper.customer.facts.CareCause;
import dev.innkeeper.customer.process.CareProcess;
import dev.innkeeper.workflow.OpenTasks;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.util.EnumSet;
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

/** Cases of customer care: start, read, list, answer, withdraw. */
@RestController
@RequestMapping(path = "/api/care-cases", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Care", description = "Calls to customers who stay away, and what they were offered")
class CareController {

    private static final Set<Group> START =
            EnumSet.of(
                    Group.KEY_ACCOUNT_SERVICE,
                    Group.CALL_CENTRE,
                    Group.CUSTOMER_INFORMATION,
                    Group.SUPERVISOR,
                    Group.CUSTOMER_SERVICE_MANAGER,
                    Group.GENERAL_MANAGER);

    private static final Set<Group> WITHDRAW =
            EnumSet.of(
                    Group.KEY_ACCOUNT_SERVICE,
                    Group.CUSTOMER_INFORMATION,
                    Group.CUSTOMER_SERVICE_MANAGER,
                    Group.GENERAL_MANAGER);

    private final CareProcess process;
    private final CareDesk desk;
    private final CareList list;
    private final OpenTasks openTasks;
    private final Repeatable repeatable;

    CareController(
            CareProcess process,
            CareDesk desk,
            CareList list,
            OpenTasks openTasks,
            Repeatable repeatable) {
        this.process = process;
        this.desk = desk;
        this.list = list;
        this.openTasks = openTasks;
        this.repeatable = repeatable;
    }

    @GetMapping
    @Operation(
            operationId = "listCareCases",
            summary = "List cases of customer care",
            description = "The latest opened first.")
    PageOf<CareRowView> list(
            Actor by,
            @RequestParam(required = false) @Nullable Set<CareState> state,
            @RequestParam(required = false) @Nullable Set<CareCause> cause,
            @RequestParam(required = false) @Nullable Set<CareOutcome> outcome,
            @RequestParam(required = false) @PlainText(max = 40) @Nullable String customerId,
            @Parameter(description = "Opened at or after")
                    @RequestParam(required = false)
                    @Moment(ahead = true)
                    @Nullable Instant openedFrom,
            @Parameter(description = "Opened before")
                    @RequestParam(required = false)
                    @Moment(ahead = true)
                    @Nullable Instant openedTo,
            @Parameter(description = "From 0")
                    @RequestParam(defaultValue = "0")
                    @Min(0)
                    @Max(PageOf.LAST)
                    int page,
            @RequestParam(defaultValue = "50") @Min(1) @Max(PageOf.LARGEST) int size) {
        mayRead(by);
        return PageOf.of(
                list.find(
                        new CareFilter(
                                Objects.requireNonNullElse(state, Set.of()),
                                Objects.requireNonNullElse(cause, Set.of()),
                                Objects.requireNonNullElse(outcome, Set.of()),
                                customerId,
                                openedFrom,
                                openedTo),
                        page * size,
                        size),
                page,
                size,
                CareRowView::of);
    }

    @GetMapping("/{number}")
    @Operation(
            operationId = "readCareCase",
            summary = "Read a case of customer care",
            description = "With what the customer said, what was offered, time line and tasks.")
    CareDetails read(
            Actor by, @PathVariable @CaseNumberForm CaseNumber number, HttpServletRequest request) {
        mayRead(by);
        Language language = Language.ofHeader(request.getHeader("Accept-Language"));
        return CareDetails.of(
                desk.task(number),
                openTasks.of(number).stream().map(task -> OpenTaskView.of(task, language)).toList(),
                language);
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "startCareCase",
            summary = "Have a customer called",
            description =
                    "The rules of customer/care-offer say who calls and what the customer may be"
                            + " offered; where they let nobody call, the request is refused (422)."
                            + " A customer has one open case at a time (409).")
    @ApiResponse(
            responseCode = "201",
            description = "Opened",
            headers = @Header(name = "Location", schema = @Schema(type = "string")))
    @ApiResponse(
            responseCode = "200",
            description = "Sent before: the first answer again",
            headers = {
                @Header(name = "Location", schema = @Schema(type = "string")),
                @Header(name = Repeatable.REPEATED, schema = @Schema(type = "boolean"))
            })
    ResponseEntity<CareSummary> start(
            Actor by,
            @Parameter(description = Repeatable.KEY_WORDS)
                    @RequestHeader(name = Repeatable.KEY, required = false)
                    @Pattern(regexp = Repeatable.KEY_FORM, message = Repeatable.KEY_REFUSED)
                    @Nullable String key,
            @RequestBody @Valid CareRequest care) {
        GroupCheck.check(by, START);
        Idempotency.Once<CareSummary> once =
                repeatable.once(
                        "care",
                        key,
                        by.userId(),
                        "",
                        care,
                        CareSummary.class,
                        () ->
                                CareSummary.of(
                                        desk.read(
                                                process.request(
                                                        Objects.requireNonNull(care.customerId())
                                                                .strip(),
                                                        Objects.requireNonNull(care.cause()),
                                                        Objects.requireNonNull(care.words()),
                                                        by))));
        return Repeatable.created(once, once.answer().href());
    }

    @PostMapping(path = "/{number}/answer", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "answerCareOffer",
            summary = "Note what the customer answers to the offer",
            description = "Ends the case. A new stay or visit does so by itself.")
    ResponseEntity<CareSummary> answer(
            Actor by,
            @PathVariable @CaseNumberForm CaseNumber number,
            @Parameter(description = Repeatable.KEY_WORDS)
                    @RequestHeader(name = Repeatable.KEY, required = false)
                    @Pattern(regexp = Repeatable.KEY_FORM, message = Repeatable.KEY_REFUSED)
                    @Nullable String key,
            @RequestBody @Valid CareAnswerRequest answer) {
        GroupCheck.check(by, CareDesk.NOTE_ANSWERS);
        return Repeatable.ok(
                repeatable.once(
                        "care-answer",
                        key,
                        by.userId(),
                        number.value(),
                        answer,
                        CareSummary.class,
                        () ->
                                CareSummary.of(
                                        desk.read(process.answer(number, answer.toAnswer(), by)))));
    }

    @PostMapping(path = "/{number}/withdrawal", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "withdrawCareCase",
            summary = "Let nobody go on with the case",
            description = "Open tasks go away.")
    ResponseEntity<CareSummary> withdraw(
            Actor by,
            @PathVariable @CaseNumberForm CaseNumber number,
            @Parameter(description = Repeatable.KEY_WORDS)
                    @RequestHeader(name = Repeatable.KEY, required = false)
                    @Pattern(regexp = Repeatable.KEY_FORM, message = Repeatable.KEY_REFUSED)
                    @Nullable String key,
            @RequestBody @Valid CareWithdrawalRequest withdrawal) {
        GroupCheck.check(by, WITHDRAW);
        return Repeatable.ok(
                repeatable.once(
                        "care-withdrawal",
                        key,
                        by.userId(),
                        number.value(),
                        withdrawal,
                        CareSummary.class,
                        () ->
                                CareSummary.of(
                                        desk.read(
                                                process.withdraw(
                                                        number,
                                                        Objects.requireNonNull(withdrawal.reason()),
                                                        by)))));
    }

    private static void mayRead(Actor by) {
        Set<Group> readers = GroupCheck.with(FileSection.CARE.readers(), Group.INTEGRATION);
        if (!GroupCheck.isIn(by, readers)) {
            throw GroupCheck.refusal(readers);
        }
    }
}
