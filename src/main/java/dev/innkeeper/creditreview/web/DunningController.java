package dev.innkeeper.creditreview.web;

import dev.innkeeper.api.CaseNumberForm;
import dev.innkeeper.api.CommentRequest;
import dev.innkeeper.api.GroupCheck;
import dev.innkeeper.api.PageOf;
import dev.innkeeper.api.PlainText;
import dev.innkeeper.api.Repeatable;
import dev.innkeeper.casefile.CasefileProperties;
import dev.innkeeper.casefile.web.OpenTaskView;
import dev.innkeeper.common.Actor;
import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Group;
import dev.innkeeper.common.Language;
import dev.innkeeper.common.Refusal;
import dev.innkeeper.creditreview.DunningDesk;
import dev.innkeeper.creditreview.DunningFilter;
import dev.innkeeper.creditreview.DunningOpened;
import dev.innkeeper.creditreview.DunningProgress;
import dev.innkeeper.creditreview.DunningStanding;
import dev.innkeeper.creditreview.DunningState;
import dev.innkeeper.creditreview.DunningTask;
import dev.innkeeper.creditreview.DunningTaskView;
import dev.innkeeper.creditreview.facts.DunningStage;
import dev.innkeeper.creditreview.process.DunningProcess;
import dev.innkeeper.workflow.OpenTasks;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
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

/** Dunning cases: open, list, read, comment, withdraw. */
@RestController
@RequestMapping(path = DunningController.PATH, produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Dunning", description = "Overdue invoices being collected")
class DunningController {

    static final String PATH = "/api/dunning-cases";

    private static final Set<Group> READ =
            Set.of(
                    Group.FINANCE,
                    Group.SALES,
                    Group.KEY_ACCOUNT_SERVICE,
                    Group.CUSTOMER_SERVICE_MANAGER,
                    Group.GENERAL_MANAGER,
                    Group.AUDITOR,
                    Group.INTEGRATION);
    private static final Set<Group> OPEN = GroupCheck.with(DunningDesk.KEEPERS, Group.INTEGRATION);
    private static final Set<Group> COMMENT =
            Set.of(
                    Group.FINANCE,
                    Group.SALES,
                    Group.KEY_ACCOUNT_SERVICE,
                    Group.CUSTOMER_SERVICE_MANAGER,
                    Group.GENERAL_MANAGER);

    private final DunningDesk desk;
    private final DunningProcess process;
    private final OpenTasks openTasks;
    private final Repeatable repeatable;
    private final Clock clock;
    private final ZoneId zone;

    DunningController(
            DunningDesk desk,
            DunningProcess process,
            OpenTasks openTasks,
            Repeatable repeatable,
            Clock clock,
            CasefileProperties properties) {
        this.desk = desk;
        this.process = process;
        this.openTasks = openTasks;
        this.repeatable = repeatable;
        this.clock = clock;
        this.zone = properties.zone();
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "openDunningCase",
            summary = "Collect the overdue invoices of a customer",
            description =
                    "A customer has one open case at most: where there is one, it is answered. What"
                            + " was handed over to the general manager is not collected again;"
                            + " what was withdrawn is.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            examples =
                                                    @ExampleObject(
                                                            name = "a customer",
                                                            value =
                                                                    "{\"customerId\":"
                                                                            + " \"CUS-000123\"}"))))
    @ApiResponse(
            responseCode = "201",
            description = "Opened",
            headers = @Header(name = "Location", schema = @Schema(type = "string")))
    @ApiResponse(
            responseCode = "200",
            description = "There is an open case already",
            headers = @Header(name = "Location", schema = @Schema(type = "string")))
    ResponseEntity<DunningSummary> open(Actor by, @RequestBody @Valid DunningRequest request) {
        GroupCheck.check(by, OPEN);
        LocalDate today = clock.instant().atZone(zone).toLocalDate();
        DunningOpened opened =
                process.open(Objects.requireNonNull(request.customerId()).strip(), today, by)
                        .orElseThrow(
                                () ->
                                        Refusal.refused(
                                                "customerId",
                                                "Nothing of this customer is to be collected. |"
                                                        + " 该客户没有需要催收的账款。",
                                                "Only what is overdue, not disputed and not handed"
                                                    + " over to the general manager is collected. |"
                                                    + " 仅催收已逾期、无争议且未移交总经理的账款。"));
        DunningSummary summary = DunningSummary.of(desk.view(opened.number()).dunning());
        return ResponseEntity.status(opened.isNew() ? HttpStatus.CREATED : HttpStatus.OK)
                .header(HttpHeaders.LOCATION, summary.href())
                .body(summary);
    }

    @GetMapping
    @Operation(operationId = "listDunningCases", summary = "List dunning cases, the latest first")
    PageOf<DunningRowView> list(
            Actor by,
            @RequestParam(required = false) @Nullable Set<DunningState> state,
            @RequestParam(required = false) @Nullable Set<DunningStage> stage,
            @Parameter(schema = @Schema(type = "string", example = "CUS-000123"))
                    @RequestParam(required = false)
                    @PlainText(max = 24)
                    @Nullable String customerId,
            @Parameter(description = "With a promise to pay that still runs; false for all others")
                    @RequestParam(required = false)
                    @Nullable Boolean promised,
            @Parameter(description = "From 0")
                    @RequestParam(defaultValue = "0")
                    @Min(0)
                    @Max(PageOf.LAST)
                    int page,
            @RequestParam(defaultValue = "50") @Min(1) @Max(PageOf.LARGEST) int size) {
        mayRead(by);
        return PageOf.of(
                desk.find(
                        new DunningFilter(
                                Objects.requireNonNullElse(state, Set.of()),
                                Objects.requireNonNullElse(stage, Set.of()),
                                customerId,
                                promised),
                        page * size,
                        size),
                page,
                size,
                DunningRowView::of);
    }

    @GetMapping("/{number}")
    @Operation(
            operationId = "readDunningCase",
            summary = "Read a dunning case",
            description =
                    "With invoices, what was done and promised, reasons of the rules, time line,"
                            + " tasks, and what you may do next.")
    DunningDetails read(
            Actor by, @PathVariable @CaseNumberForm CaseNumber number, HttpServletRequest request) {
        mayRead(by);
        Language language = Language.ofHeader(request.getHeader("Accept-Language"));
        DunningTaskView view = desk.view(number);
        return DunningDetails.of(
                view,
                openTasks.of(number).stream().map(task -> OpenTaskView.of(task, language)).toList(),
                allowed(view.progress(), by),
                language);
    }

    @PostMapping(path = "/{number}/withdrawal", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "withdrawDunningCase",
            summary = "Stop collecting",
            description =
                    "Ends the case as WITHDRAWN and lifts a credit hold that dunning had set. What"
                            + " is overdue now is not collected again by itself, only on request.")
    ResponseEntity<DunningSummary> withdraw(
            Actor by,
            @PathVariable @CaseNumberForm CaseNumber number,
            @Parameter(description = Repeatable.KEY_WORDS)
                    @RequestHeader(name = Repeatable.KEY, required = false)
                    @Pattern(regexp = Repeatable.KEY_FORM, message = Repeatable.KEY_REFUSED)
                    @Nullable String key,
            @RequestBody @Valid DunningWithdrawalRequest withdrawal) {
        GroupCheck.check(by, DunningDesk.KEEPERS);
        return once(
                "dunning-withdrawal",
                key,
                by,
                number,
                withdrawal,
                () ->
                        process.withdraw(
                                number, Objects.requireNonNull(withdrawal.reason()).strip(), by));
    }

    @PostMapping(path = "/{number}/comments", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "addDunningComment",
            summary = "Comment on a dunning case",
            description = "For colleagues, on the time line.")
    ResponseEntity<DunningSummary> comment(
            Actor by,
            @PathVariable @CaseNumberForm CaseNumber number,
            @Parameter(description = Repeatable.KEY_WORDS)
                    @RequestHeader(name = Repeatable.KEY, required = false)
                    @Pattern(regexp = Repeatable.KEY_FORM, message = Repeatable.KEY_REFUSED)
                    @Nullable String key,
            @RequestBody @Valid CommentRequest comment) {
        GroupCheck.check(by, COMMENT);
        return once(
                "dunning-comment",
                key,
                by,
                number,
                comment,
                () -> desk.comment(number, Objects.requireNonNull(comment.text()).strip(), by));
    }

    private ResponseEntity<DunningSummary> once(
            String what,
            @Nullable String key,
            Actor by,
            CaseNumber number,
            Object body,
            Runnable work) {
        return Repeatable.ok(
                repeatable.once(
                        what,
                        key,
                        by.userId(),
                        number.value(),
                        body,
                        DunningSummary.class,
                        () -> {
                            work.run();
                            return DunningSummary.of(desk.view(number).dunning());
                        }));
    }

    private static List<DunningDetails.Allowed> allowed(DunningProgress progress, Actor by) {
        String href = PATH + "/" + progress.number();
        List<DunningDetails.Allowed> allowed = new ArrayList<>();
        DunningTask task = progress.task();
        if (progress.standing() == DunningStanding.TASK
                && task != null
                && GroupCheck.may(by, Set.of(task.doer()))) {
            allowed.add(new DunningDetails.Allowed(action(task), null, null));
        }
        if (progress.state() == DunningState.OPEN && GroupCheck.may(by, DunningDesk.KEEPERS)) {
            allowed.add(
                    new DunningDetails.Allowed(
                            DunningCaseAction.WITHDRAW, "POST", href + "/withdrawal"));
        }
        if (GroupCheck.may(by, COMMENT)) {
            allowed.add(
                    new DunningDetails.Allowed(
                            DunningCaseAction.COMMENT, "POST", href + "/comments"));
        }
        return allowed;
    }

    private static DunningCaseAction action(DunningTask task) {
        return switch (task) {
            case CALL -> DunningCaseAction.CALL;
            case LETTER -> DunningCaseAction.SEND_LETTER;
            case TAKE_OVER -> DunningCaseAction.TAKE_OVER;
        };
    }

    private static void mayRead(Actor by) {
        if (!GroupCheck.isIn(by, READ)) {
            throw GroupCheck.refusal(READ);
        }
    }
}
