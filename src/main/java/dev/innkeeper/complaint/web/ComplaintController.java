package dev.innkeeper.complaint.web;

import dev.innkeeper.api.CaseNumberForm;
import dev.innkeeper.api.CommentRequest;
import dev.innkeeper.api.Idempotency;
import dev.innkeeper.api.Moment;
import dev.innkeeper.api.PageOf;
import dev.innkeeper.api.PlainText;
import dev.innkeeper.api.Repeatable;
import dev.innkeeper.api.RowSources;
import dev.innkeeper.casefile.Documents;
import dev.innkeeper.common.Actor;
import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Group;
import dev.innkeeper.common.Language;
import dev.innkeeper.complaint.ComplaintAction;
import dev.innkeeper.complaint.ComplaintDesk;
import dev.innkeeper.complaint.ComplaintFilter;
import dev.innkeeper.complaint.ComplaintList;
import dev.innkeeper.complaint.ComplaintSort;
import dev.innkeeper.complaint.ComplaintStatus;
import dev.innkeeper.complaint.TaskView;
import dev.innkeeper.complaint.facts.Category;
import dev.innkeeper.complaint.facts.Channel;
import dev.innkeeper.complaint.facts.Severity;
import dev.innkeeper.complaint.process.ComplaintProcess;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.ArraySchema;
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
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Complaints: start, read, list, and what callers may add to a case. */
@RestController
@RequestMapping(path = ComplaintLinks.COMPLAINTS, produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Complaints", description = "From a complaint to a satisfied guest")
class ComplaintController {

    private final ComplaintStart start;
    private final ComplaintBatch batch;
    private final ComplaintDesk desk;
    private final ComplaintList list;
    private final ComplaintProcess process;
    private final ComplaintAccess access;
    private final ComplaintActions actions;
    private final Documents documents;
    private final Repeatable repeatable;
    private final RowSources rows;

    ComplaintController(
            ComplaintStart start,
            ComplaintBatch batch,
            ComplaintDesk desk,
            ComplaintList list,
            ComplaintProcess process,
            ComplaintAccess access,
            ComplaintActions actions,
            Documents documents,
            Repeatable repeatable,
            RowSources rows) {
        this.start = start;
        this.batch = batch;
        this.desk = desk;
        this.list = list;
        this.process = process;
        this.access = access;
        this.actions = actions;
        this.documents = documents;
        this.repeatable = repeatable;
        this.rows = rows;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "startComplaint",
            summary = "Report a complaint",
            description =
                    "Registers the complaint, grades it and starts its process, all or nothing. A"
                        + " second complaint of the same customer and category soon after the first"
                        + " joins it: `linkedTo` then names where it is handled.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            examples = {
                                                @ExampleObject(
                                                        name = "words only",
                                                        value = ComplaintExamples.WORDS_ONLY),
                                                @ExampleObject(
                                                        name = "everything",
                                                        value = ComplaintExamples.EVERYTHING)
                                            })))
    @ApiResponse(
            responseCode = "201",
            description = "Started",
            headers = @Header(name = "Location", schema = @Schema(type = "string")))
    @ApiResponse(
            responseCode = "200",
            description = "Sent before: the first answer again",
            headers = {
                @Header(name = "Location", schema = @Schema(type = "string")),
                @Header(name = Repeatable.REPEATED, schema = @Schema(type = "boolean"))
            })
    ResponseEntity<ComplaintSummary> start(
            Actor by,
            @Parameter(description = Repeatable.KEY_WORDS)
                    @RequestHeader(name = Repeatable.KEY, required = false)
                    @Pattern(regexp = Repeatable.KEY_FORM, message = Repeatable.KEY_REFUSED)
                    @Nullable String key,
            @RequestBody @Valid ComplaintRequest complaint) {
        access.mayStart(by);
        Idempotency.Once<ComplaintSummary> once = start.start(complaint, key, by);
        return Repeatable.created(once, once.answer().href());
    }

    @PostMapping(
            path = "/batch",
            consumes = {MediaType.APPLICATION_JSON_VALUE, "text/csv"})
    @Operation(
            operationId = "startComplaints",
            summary = "Report many complaints",
            description =
                    "A JSON array of complaints, or a CSV file whose columns are named as the"
                        + " fields (`id` for `externalId`; `name`, `company`, `phone`, `email`,"
                        + " `weChat` for the guest). Each row is a transaction of its own: bad rows"
                        + " are reported by line, the rest is taken. A row with an external id is"
                        + " taken once, however often it is sent; so is every row under an"
                        + " `Idempotency-Key`.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = {
                                @Content(
                                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                                        array =
                                                @ArraySchema(
                                                        schema =
                                                                @Schema(
                                                                        implementation =
                                                                                ComplaintRequest
                                                                                        .class)),
                                        examples =
                                                @ExampleObject(
                                                        name = "two",
                                                        value = ComplaintExamples.TWO)),
                                @Content(
                                        mediaType = "text/csv",
                                        schema = @Schema(type = "string"),
                                        examples =
                                                @ExampleObject(
                                                        name = "two",
                                                        value = ComplaintExamples.CSV))
                            }))
    BatchReport startMany(
            Actor by,
            @Parameter(description = Repeatable.KEY_WORDS)
                    @RequestHeader(name = Repeatable.KEY, required = false)
                    @Pattern(regexp = Repeatable.KEY_FORM, message = Repeatable.KEY_REFUSED)
                    @Nullable String key,
            @Parameter(description = "The channel of rows of a CSV file that name none")
                    @RequestParam(defaultValue = "WEB")
                    Channel channel,
            @Parameter(hidden = true) @RequestHeader(HttpHeaders.CONTENT_TYPE) MediaType type,
            HttpServletRequest request) {
        access.mayStart(by);
        return batch.take(
                rows.of(request, type, ComplaintBatch.layout(channel.name()), "complaint | 投诉"),
                key,
                by,
                Language.ofHeader(request.getHeader("Accept-Language")));
    }

    @GetMapping
    @Operation(operationId = "listComplaints", summary = "List complaints")
    PageOf<ComplaintRowView> list(
            Actor by,
            @RequestParam(required = false) @Nullable Set<ComplaintStatus> status,
            @RequestParam(required = false) @Nullable Set<Severity> severity,
            @RequestParam(required = false) @Nullable Set<Category> category,
            @Parameter(
                            description = "Who answers for it now",
                            schema = @Schema(type = "string", example = "rooms-service"))
                    @RequestParam(required = false)
                    @Nullable Group ownerGroup,
            @Parameter(
                            description = "The department that handles it",
                            schema = @Schema(type = "string", example = "rooms-service"))
                    @RequestParam(required = false)
                    @Nullable Group department,
            @RequestParam(required = false) @PlainText(max = 40) @Nullable String customerId,
            @Parameter(description = "Received at or after")
                    @RequestParam(required = false)
                    @Moment(ahead = true)
                    @Nullable Instant receivedFrom,
            @Parameter(description = "Received before")
                    @RequestParam(required = false)
                    @Moment(ahead = true)
                    @Nullable Instant receivedTo,
            @Parameter(description = "A running clock is past its deadline")
                    @RequestParam(required = false)
                    @Nullable Boolean overdue,
            @Parameter(description = "Above level 0") @RequestParam(required = false)
                    @Nullable Boolean escalated,
            @Parameter(description = "The beginning of a case number or of an external id")
                    @RequestParam(required = false)
                    @PlainText(max = 100)
                    @Nullable String q,
            @RequestParam(defaultValue = "RECEIVED_LATEST_FIRST") ComplaintSort sort,
            @Parameter(description = "From 0")
                    @RequestParam(defaultValue = "0")
                    @Min(0)
                    @Max(PageOf.LAST)
                    int page,
            @RequestParam(defaultValue = "50") @Min(1) @Max(PageOf.LARGEST) int size) {
        access.mayRead(by);
        var filter =
                new ComplaintFilter(
                        Objects.requireNonNullElse(status, Set.of()),
                        Objects.requireNonNullElse(severity, Set.of()),
                        Objects.requireNonNullElse(category, Set.of()),
                        ownerGroup,
                        department,
                        customerId,
                        receivedFrom,
                        receivedTo,
                        overdue,
                        escalated,
                        q);
        boolean seesContact = access.seesContact(by, Set.of());
        return PageOf.of(
                list.find(filter, sort, page * size, size),
                page,
                size,
                row -> ComplaintRowView.of(row, seesContact));
    }

    @GetMapping("/{number}")
    @Operation(
            operationId = "readComplaint",
            summary = "Read a complaint",
            description =
                    "With time line, clocks, decisions, tasks, links, documents, and what you may"
                            + " do next.")
    ComplaintDetails read(
            Actor by, @PathVariable @CaseNumberForm CaseNumber number, HttpServletRequest request) {
        access.mayRead(by);
        TaskView view = desk.view(number);
        return ComplaintDetails.of(
                view,
                seesContact(by, view),
                actions.tasks(number, Language.ofHeader(request.getHeader("Accept-Language"))),
                actions.allowed(view, by),
                Language.ofHeader(request.getHeader("Accept-Language")));
    }

    private boolean seesContact(Actor by, TaskView view) {
        return access.seesContact(by, Set.copyOf(view.progress().candidateGroups()));
    }

    @PostMapping(path = "/{number}/messages", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "addGuestMessage",
            summary = "Add a message from the guest",
            description =
                    "Noted, and the handler told; an investigation that waits for the guest goes"
                            + " on.")
    ResponseEntity<ComplaintSummary> message(
            Actor by,
            @PathVariable @CaseNumberForm CaseNumber number,
            @Parameter(description = Repeatable.KEY_WORDS)
                    @RequestHeader(name = Repeatable.KEY, required = false)
                    @Pattern(regexp = Repeatable.KEY_FORM, message = Repeatable.KEY_REFUSED)
                    @Nullable String key,
            @RequestBody @Valid MessageRequest message) {
        access.mayDo(ComplaintAction.MESSAGE, by);
        return once(
                "message",
                key,
                by,
                number,
                message,
                () -> process.guestMessage(number, message.toMessage(), by));
    }

    @PostMapping(path = "/{number}/withdrawal", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "withdrawComplaint",
            summary = "Withdraw a complaint",
            description = "The guest takes it back: the case ends.")
    ResponseEntity<ComplaintSummary> withdraw(
            Actor by,
            @PathVariable @CaseNumberForm CaseNumber number,
            @Parameter(description = Repeatable.KEY_WORDS)
                    @RequestHeader(name = Repeatable.KEY, required = false)
                    @Pattern(regexp = Repeatable.KEY_FORM, message = Repeatable.KEY_REFUSED)
                    @Nullable String key,
            @RequestBody @Valid WithdrawalRequest withdrawal) {
        access.mayDo(ComplaintAction.WITHDRAW, by);
        return once(
                "withdrawal",
                key,
                by,
                number,
                withdrawal,
                () -> process.withdraw(number, withdrawal.toWithdrawal(), by));
    }

    @PostMapping(path = "/{number}/regrade", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "regradeComplaint",
            summary = "Set another severity",
            description = "By a manager, with a reason; department, deadlines and clocks follow.")
    ResponseEntity<ComplaintSummary> regrade(
            Actor by,
            @PathVariable @CaseNumberForm CaseNumber number,
            @Parameter(description = Repeatable.KEY_WORDS)
                    @RequestHeader(name = Repeatable.KEY, required = false)
                    @Pattern(regexp = Repeatable.KEY_FORM, message = Repeatable.KEY_REFUSED)
                    @Nullable String key,
            @RequestBody @Valid RegradeRequest regrade) {
        access.mayDo(ComplaintAction.REGRADE, by);
        return once(
                "regrade",
                key,
                by,
                number,
                regrade,
                () -> process.regrade(number, regrade.toRegrade(), by));
    }

    @PostMapping(path = "/{number}/comments", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "addComment",
            summary = "Comment on a complaint",
            description = "For colleagues, on the time line.")
    ResponseEntity<ComplaintSummary> comment(
            Actor by,
            @PathVariable @CaseNumberForm CaseNumber number,
            @Parameter(description = Repeatable.KEY_WORDS)
                    @RequestHeader(name = Repeatable.KEY, required = false)
                    @Pattern(regexp = Repeatable.KEY_FORM, message = Repeatable.KEY_REFUSED)
                    @Nullable String key,
            @RequestBody @Valid CommentRequest comment) {
        access.mayDo(ComplaintAction.COMMENT, by);
        return once(
                "comment",
                key,
                by,
                number,
                comment,
                () -> desk.comment(number, Objects.requireNonNull(comment.text()).strip(), by));
    }

    private ResponseEntity<ComplaintSummary> once(
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
                        ComplaintSummary.class,
                        () -> {
                            work.run();
                            return start.summary(number);
                        }));
    }

    @PostMapping(path = "/{number}/attachments", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(
            operationId = "attachDocument",
            summary = "Attach a document",
            description = "A picture, a PDF, a text, a sound or an office document.")
    @ApiResponse(
            responseCode = "201",
            description = "Stored",
            headers = @Header(name = "Location", schema = @Schema(type = "string")))
    @ApiResponse(
            responseCode = "200",
            description = "Sent before: the first answer again",
            headers = {
                @Header(name = "Location", schema = @Schema(type = "string")),
                @Header(name = Repeatable.REPEATED, schema = @Schema(type = "boolean"))
            })
    ResponseEntity<ComplaintDetails.Document> attach(
            Actor by,
            @PathVariable @CaseNumberForm CaseNumber number,
            @Parameter(description = Repeatable.KEY_WORDS)
                    @RequestHeader(name = Repeatable.KEY, required = false)
                    @Pattern(regexp = Repeatable.KEY_FORM, message = Repeatable.KEY_REFUSED)
                    @Nullable String key,
            @RequestPart MultipartFile file)
            throws IOException {
        access.mayDo(ComplaintAction.ATTACH, by);
        byte[] content = file.getBytes();
        String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        Idempotency.Once<ComplaintDetails.Document> once =
                repeatable.once(
                        "attachment",
                        key,
                        by.userId(),
                        number.value(),
                        List.of(name, content),
                        ComplaintDetails.Document.class,
                        () ->
                                ComplaintDetails.Document.of(
                                        number, desk.attach(number, name, content, by)));
        return Repeatable.created(once, once.answer().href());
    }

    @GetMapping(path = "/{number}/attachments/{id}", produces = MediaType.ALL_VALUE)
    @Operation(operationId = "readDocument", summary = "Read an attached document")
    @ApiResponse(
            responseCode = "200",
            description = "The document, always as a download",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
                            schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<byte[]> attachment(
            Actor by, @PathVariable @CaseNumberForm CaseNumber number, @PathVariable String id) {
        access.mayRead(by);
        access.maySeeDocuments(by, Set.copyOf(desk.progress(number).candidateGroups()));
        Documents.Content content = documents.load(number, id);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(content.document().mediaType()))
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(content.document().name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .body(content.bytes());
    }
}
