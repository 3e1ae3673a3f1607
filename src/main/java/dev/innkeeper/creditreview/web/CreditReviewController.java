package dev.innkeeper.creditreview.web;

import dev.innkeeper.api.CaseNumberForm;
import dev.innkeeper.api.CommentRequest;
import dev.innkeeper.api.GroupCheck;
import dev.innkeeper.api.PageOf;
import dev.innkeeper.api.PlainText;
import dev.innkeeper.api.Repeatable;
import dev.innkeeper.casefile.CasefileProperties;
import dev.innkeeper.common.Actor;
import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Language;
import dev.innkeeper.creditreview.CreditCause;
import dev.innkeeper.creditreview.CreditReviewDesk;
import dev.innkeeper.creditreview.CreditReviewFile;
import dev.innkeeper.creditreview.CreditReviewFilter;
import dev.innkeeper.creditreview.CreditReviewState;
import dev.innkeeper.creditreview.CreditRights;
import dev.innkeeper.creditreview.process.CreditReviewProcess;
import dev.innkeeper.workflow.Retrying;
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
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
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

/** Credit reviews: ask for one, read, list, withdraw. */
@RestController
@RequestMapping(path = CreditLinks.REVIEWS, produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Credit")
class CreditReviewController {

    private static final String EXAMPLE =
            """
            {
              "customerId": "CUS-000123",
              "cause": "KEY_PERSONNEL",
              "words": "The chief accountant has left, payments come late since"
            }
            """;

    private final CreditReviewDesk desk;
    private final CreditReviewProcess process;
    private final CreditReviewActions actions;
    private final Repeatable repeatable;
    private final Retrying retrying;
    private final Clock clock;
    private final ZoneId zone;

    CreditReviewController(
            CreditReviewDesk desk,
            CreditReviewProcess process,
            CreditReviewActions actions,
            Repeatable repeatable,
            Retrying retrying,
            Clock clock,
            CasefileProperties properties) {
        this.desk = desk;
        this.process = process;
        this.actions = actions;
        this.repeatable = repeatable;
        this.retrying = retrying;
        this.clock = clock;
        this.zone = properties.zone();
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "startCreditReview",
            summary = "Ask for a credit review",
            description =
                    "Opens a review of the customer's credit and starts its process. A customer"
                            + " under review gets no second one: the reason is noted on the open"
                            + " review, and `joined` says so.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            examples =
                                                    @ExampleObject(
                                                            name = "somebody has left",
                                                            value = EXAMPLE))))
    @ApiResponse(
            responseCode = "201",
            description = "Started, or joined",
            headers = @Header(name = "Location", schema = @Schema(type = "string")))
    @ApiResponse(
            responseCode = "200",
            description = "Sent before: the first answer again",
            headers = {
                @Header(name = "Location", schema = @Schema(type = "string")),
                @Header(name = Repeatable.REPEATED, schema = @Schema(type = "boolean"))
            })
    ResponseEntity<CreditReviewStarted> start(
            Actor by,
            @Parameter(description = Repeatable.KEY_WORDS)
                    @RequestHeader(name = Repeatable.KEY, required = false)
                    @Pattern(regexp = Repeatable.KEY_FORM, message = Repeatable.KEY_REFUSED)
                    @Nullable String key,
            @RequestBody @Valid CreditReviewRequest request) {
        GroupCheck.check(by, CreditRights.REQUEST);
        var once =
                repeatable.once(
                        "credit-review",
                        key,
                        by.userId(),
                        "",
                        request,
                        CreditReviewStarted.class,
                        () -> open(request, by));
        return Repeatable.created(once, once.answer().href());
    }

    private CreditReviewStarted open(CreditReviewRequest request, Actor by) {
        return CreditReviewStarted.of(
                process.open(
                        Objects.requireNonNull(request.customerId()),
                        Objects.requireNonNullElse(request.cause(), CreditCause.REQUEST),
                        UUID.randomUUID().toString(),
                        Objects.requireNonNullElseGet(request.asOf(), this::today),
                        Objects.requireNonNull(request.words()),
                        by));
    }

    @GetMapping
    @Operation(operationId = "listCreditReviews", summary = "List credit reviews, the latest first")
    PageOf<CreditReviewRowView> list(
            Actor by,
            @RequestParam(required = false) @Nullable Set<CreditReviewState> state,
            @Parameter(schema = @Schema(type = "string", example = "CUS-000123"))
                    @RequestParam(required = false)
                    @PlainText(max = 40)
                    @Nullable String customerId,
            @Parameter(
                            description =
                                    "Open, and the customer was due for a review by that day: what"
                                            + " is late",
                            example = "2026-06-30")
                    @RequestParam(required = false)
                    @Nullable LocalDate dueBy,
            @Parameter(description = "From 0")
                    @RequestParam(defaultValue = "0")
                    @Min(0)
                    @Max(PageOf.LAST)
                    int page,
            @RequestParam(defaultValue = "50") @Min(1) @Max(PageOf.LARGEST) int size) {
        mayRead(by);
        return PageOf.of(
                desk.find(
                        new CreditReviewFilter(
                                Objects.requireNonNullElse(state, Set.of()), customerId, dueBy),
                        page * size,
                        size),
                page,
                size,
                CreditReviewRowView::of);
    }

    @GetMapping("/{number}")
    @Operation(
            operationId = "readCreditReview",
            summary = "Read a credit review",
            description =
                    "With figures, what people assessed, the contribution of each factor, the"
                            + " reasons of the rules, who approved, which departments were told,"
                            + " the terms before and after, tasks, and what you may do next.")
    CreditReviewDetails read(
            Actor by, @PathVariable @CaseNumberForm CaseNumber number, HttpServletRequest request) {
        mayRead(by);
        return details(number, by, request);
    }

    @PostMapping(path = "/{number}/withdrawal", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "withdrawCreditReview",
            summary = "Withdraw a credit review",
            description =
                    "By finance, the general manager, or who asked for it, until its terms hold."
                            + " The terms stay as they are.")
    CreditReviewDetails withdraw(
            Actor by,
            @PathVariable @CaseNumberForm CaseNumber number,
            @RequestBody @Valid CreditReviewWithdrawal withdrawal,
            HttpServletRequest request) {
        process.withdraw(
                number,
                Objects.requireNonNull(withdrawal.reason()).strip(),
                withdrawal.nextReviewOn(),
                by);
        return details(number, by, request);
    }

    @PostMapping(path = "/{number}/comments", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "commentCreditReview", summary = "Comment on a credit review")
    CreditReviewDetails comment(
            Actor by,
            @PathVariable @CaseNumberForm CaseNumber number,
            @RequestBody @Valid CommentRequest comment,
            HttpServletRequest request) {
        retrying.run(
                () -> desk.comment(number, Objects.requireNonNull(comment.text()).strip(), by));
        return details(number, by, request);
    }

    private CreditReviewDetails details(CaseNumber number, Actor by, HttpServletRequest request) {
        Language language = Language.ofHeader(request.getHeader("Accept-Language"));
        CreditReviewFile file = desk.view(number);
        return CreditReviewDetails.of(
                file, actions.tasks(number, language), actions.allowed(file, by), language);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    private static void mayRead(Actor by) {
        if (!GroupCheck.isIn(by, CreditRights.READ)) {
            throw GroupCheck.refusal(CreditRights.READ);
        }
    }
}
