package dev.innkeeper.keyaccount.web;

import dev.innkeeper.api.CaseNumberForm;
import dev.innkeeper.api.Idempotency;
import dev.innkeeper.api.PageOf;
import dev.innkeeper.api.Repeatable;
import dev.innkeeper.common.Actor;
import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Language;
import dev.innkeeper.keyaccount.ExpenseDesk;
import dev.innkeeper.keyaccount.process.ExpenseProcess;
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

/** Expenses of deals: claim, read, list. */
@RestController
@RequestMapping(path = "/api", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Expenses", description = "What deals cost, audited")
class ExpenseController {

    private final ExpenseProcess process;
    private final ExpenseDesk desk;
    private final DealAccess access;
    private final Repeatable repeatable;

    ExpenseController(
            ExpenseProcess process, ExpenseDesk desk, DealAccess access, Repeatable repeatable) {
        this.process = process;
        this.desk = desk;
        this.access = access;
        this.repeatable = repeatable;
    }

    @PostMapping(path = "/deals/{number}/expenses", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "claimExpense",
            summary = "Claim an expense",
            description =
                    "By the owner of the deal, its team, or their superiors. It is audited at once:"
                        + " `state` says whether it is BOOKED, REFUSED, or AWAITING_APPROVAL by"
                        + " `approver`, `reasons` says why. What waits for approval counts as used,"
                        + " so that two claims cannot both slip under the plan.")
    @ApiResponse(
            responseCode = "201",
            description = "Registered and audited",
            headers = @Header(name = "Location", schema = @Schema(type = "string")))
    @ApiResponse(
            responseCode = "200",
            description = "Sent before: the first answer again",
            headers = {
                @Header(name = "Location", schema = @Schema(type = "string")),
                @Header(name = Repeatable.REPEATED, schema = @Schema(type = "boolean"))
            })
    ResponseEntity<ExpenseSummary> claim(
            Actor by,
            @PathVariable @CaseNumberForm CaseNumber number,
            @Parameter(description = Repeatable.KEY_WORDS)
                    @RequestHeader(name = Repeatable.KEY, required = false)
                    @Pattern(regexp = Repeatable.KEY_FORM, message = Repeatable.KEY_REFUSED)
                    @Nullable String key,
            @RequestBody @Valid ExpenseRequest expense,
            HttpServletRequest request) {
        Idempotency.Once<ExpenseSummary> once =
                repeatable.once(
                        "expense",
                        key,
                        by.userId(),
                        number.value(),
                        expense,
                        ExpenseSummary.class,
                        () ->
                                ExpenseSummary.of(
                                        desk.task(process.claim(number, expense.toExpense(), by)),
                                        language(request)));
        return Repeatable.created(once, once.answer().href());
    }

    @GetMapping("/deals/{number}/expenses")
    @Operation(
            operationId = "listExpenses",
            summary = "What is planned and spent on a deal",
            description =
                    "Each kind with what is planned, booked, waiting and left; then the claims.")
    DealExpenses list(
            Actor by,
            @PathVariable @CaseNumberForm CaseNumber number,
            @Parameter(description = "From 0")
                    @RequestParam(defaultValue = "0")
                    @Min(0)
                    @Max(PageOf.LAST)
                    int page,
            @RequestParam(defaultValue = "50") @Min(1) @Max(PageOf.LARGEST) int size) {
        access.mayRead(by);
        return DealExpenses.of(
                desk.lines(number),
                PageOf.of(desk.ofDeal(number, page * size, size), page, size, ExpenseEntry::of));
    }

    @GetMapping("/expenses/{number}")
    @Operation(
            operationId = "readExpense",
            summary = "Read an expense claim",
            description = "With the reasons of the rules and of who approved or refused it.")
    ExpenseDetails read(
            Actor by, @PathVariable @CaseNumberForm CaseNumber number, HttpServletRequest request) {
        access.mayRead(by);
        return ExpenseDetails.of(desk.task(number), language(request));
    }

    private static Language language(HttpServletRequest request) {
        return Language.ofHeader(request.getHeader("Accept-Language"));
    }
}
