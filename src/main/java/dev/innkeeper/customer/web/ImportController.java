package dev.innkeeper.customer.web;

import dev.innkeeper.api.CaseNumberForm;
import dev.innkeeper.api.DateForm;
import dev.innkeeper.api.GroupCheck;
import dev.innkeeper.api.PageOf;
import dev.innkeeper.api.PlainText;
import dev.innkeeper.api.Problem;
import dev.innkeeper.api.ProblemException;
import dev.innkeeper.api.Problems;
import dev.innkeeper.api.Repeatable;
import dev.innkeeper.common.Actor;
import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Language;
import dev.innkeeper.customer.imports.ImportDesk;
import dev.innkeeper.customer.imports.ImportKind;
import dev.innkeeper.customer.imports.ImportOrder;
import dev.innkeeper.customer.imports.ImportState;
import dev.innkeeper.customer.imports.ImportView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Files of customers, stays, invoices and payments. */
@RestController
@RequestMapping(path = ImportController.IMPORTS, produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(
        name = "Imports",
        description = "Files of customers, stays, invoices and payments, of any length")
class ImportController {

    static final String IMPORTS = "/api/imports";

    private static final String CSV =
            """
            number,customerId,company,issuedOn,dueOn,amount,disputed,settledOn
            RE-2025-0815,C-17,苏州恒远机械有限公司,2025-11-02,2025-12-02,12800.00,no,2025-12-09
            RE-2025-0911,C-17,,2025-12-11,2026-01-10,930.50,,
            """;

    private final ImportDesk desk;

    ImportController(ImportDesk desk) {
        this.desk = desk;
    }

    @PostMapping(consumes = "text/csv")
    @Operation(
            operationId = "importFile",
            summary = "Import a file",
            description =
                    "The file is received to its end and answered with 202; its rows are taken"
                        + " afterwards, one file after another in the order in which they came."
                        + " Columns are found by name, in any order: for customers `externalId`,"
                        + " `name`, `company`, `phone`, `email`, `weChat`, `registrationNumber`,"
                        + " `bornOn`, `firstSeenOn`, `preferences`; for stays `externalId`,"
                        + " `customerId`, `kind`, `arrivedOn`, `leftOn`, `spend`, `margin`; for"
                        + " invoices `number`, `customerId`, `company`, `issuedOn`, `dueOn`,"
                        + " `amount`, `disputed`, `settledOn`; for payments `externalId`,"
                        + " `invoice`, `paidOn`, `amount`. `customerId` is the id in the system"
                        + " that the file comes from, or ours. Rows are marked as imported: they"
                        + " count in all figures and start nothing. A row that is known is"
                        + " compared, and what it says anew is kept. Bad rows are reported by line,"
                        + " the rest is taken. The same file is taken once, unless it was stopped"
                        + " or some of its rows were refused. A node that goes away loses nothing:"
                        + " another one goes on.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "text/csv",
                                            schema = @Schema(type = "string"),
                                            examples =
                                                    @ExampleObject(
                                                            name = "two invoices",
                                                            value = CSV))))
    @ApiResponse(
            responseCode = "202",
            description = "Received",
            headers = @Header(name = "Location", schema = @Schema(type = "string")))
    @ApiResponse(
            responseCode = "200",
            description = "Sent before: the import of then",
            headers = {
                @Header(name = "Location", schema = @Schema(type = "string")),
                @Header(name = Repeatable.REPEATED, schema = @Schema(type = "boolean"))
            })
    ResponseEntity<ImportDetails> receive(
            Actor by,
            @Parameter(description = "What the rows are") @RequestParam ImportKind kind,
            @Parameter(
                            description = "How the file writes days",
                            schema =
                                    @Schema(
                                            type = "string",
                                            allowableValues = {"ISO", "M/D/YYYY"},
                                            defaultValue = "ISO"))
                    @RequestParam(defaultValue = "ISO")
                    @Pattern(
                            regexp = DateForm.NAMES,
                            message =
                                    "There is no such form of days. | 没有该日期格式。 || Use ISO or"
                                            + " M/D/YYYY. | 请使用 ISO 或 M/D/YYYY。")
                    String dates,
            @Parameter(
                            description =
                                    "The system whose ids the customers have, where customers of"
                                            + " several systems are told apart",
                            example = "opera")
                    @RequestParam(required = false)
                    @Pattern(
                            regexp = "[A-Za-z0-9_.-]{1,40}",
                            message =
                                    "This is not the name of a system. | 不是有效的系统名称。 || Use 1 to"
                                            + " 40 letters, digits, dots or dashes. |"
                                            + " 请使用 1 至 40 个字母、数字、点或短横。")
                    @Nullable String system,
            @Parameter(
                            description = "Columns to pass over, by name, with commas between",
                            example = "Region,Segment")
                    @RequestParam(required = false)
                    @PlainText(max = 2000)
                    @Nullable String ignore,
            @Parameter(description = "What you call the file", example = "invoices.csv")
                    @RequestParam(required = false)
                    @PlainText(max = 200)
                    @Nullable String file,
            @Parameter(hidden = true) @RequestHeader(HttpHeaders.CONTENT_TYPE) MediaType type,
            HttpServletRequest request) {
        GroupCheck.check(by, LedgerRights.mayImport(kind));
        ImportOrder order =
                new ImportOrder(
                        kind,
                        DateForm.named(dates),
                        charset(type),
                        system,
                        ignore == null ? List.of() : List.of(ignore.split(",")),
                        file);
        ImportDesk.Received received;
        try {
            received = desk.receive(order, request.getInputStream(), by);
        } catch (IOException | UncheckedIOException broken) {
            throw new ProblemException(Problems.unreadable(broken));
        }
        ImportDetails details = ImportDetails.of(received.view(), language(request));
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.LOCATION, details.href());
        if (received.repeated()) {
            headers.set(Repeatable.REPEATED, "true");
        }
        return ResponseEntity.status(received.repeated() ? HttpStatus.OK : HttpStatus.ACCEPTED)
                .headers(headers)
                .body(details);
    }

    private static Charset charset(MediaType type) {
        try {
            return Objects.requireNonNullElse(type.getCharset(), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException unknown) {
            throw new ProblemException(
                    Problem.of(
                            HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                            "media-type",
                            "Wrong media type | 媒体类型不符",
                            HttpHeaders.CONTENT_TYPE,
                            "The encoding of the file is not taken here. | 不支持该文件的字符编码。",
                            "Save the file as CSV UTF-8. | 请另存为 UTF-8 编码的 CSV。"));
        }
    }

    @GetMapping
    @Operation(operationId = "listImports", summary = "List imports, newest first")
    PageOf<ImportDetails> list(
            Actor by,
            @RequestParam(required = false) @Nullable ImportState state,
            @Parameter(description = "From 0")
                    @RequestParam(defaultValue = "0")
                    @Min(0)
                    @Max(PageOf.LAST)
                    int page,
            @RequestParam(defaultValue = "50") @Min(1) @Max(PageOf.LARGEST) int size,
            HttpServletRequest request) {
        maySee(by);
        Language language = language(request);
        return PageOf.of(
                desk.list(state, page * size, size),
                page,
                size,
                view -> ImportDetails.of(view, language));
    }

    @GetMapping("/{number}")
    @Operation(operationId = "readImport", summary = "Read an import and how far it is")
    ImportDetails read(
            Actor by, @CaseNumberForm @PathVariable CaseNumber number, HttpServletRequest request) {
        maySee(by);
        return ImportDetails.of(desk.read(number), language(request));
    }

    @GetMapping("/{number}/problems")
    @Operation(
            operationId = "listImportProblems",
            summary = "List what was wrong with rows, in their order")
    PageOf<ImportProblemDetails> problems(
            Actor by,
            @CaseNumberForm @PathVariable CaseNumber number,
            @Parameter(description = "From 0")
                    @RequestParam(defaultValue = "0")
                    @Min(0)
                    @Max(PageOf.LAST)
                    int page,
            @RequestParam(defaultValue = "50") @Min(1) @Max(PageOf.LARGEST) int size,
            HttpServletRequest request) {
        maySee(by);
        Language language = language(request);
        return PageOf.of(
                desk.problems(number, page * size, size),
                page,
                size,
                problem -> ImportProblemDetails.of(problem, language));
    }

    @PostMapping("/{number}/cancellation")
    @Operation(
            operationId = "cancelImport",
            summary = "Stop an import",
            description = "What was taken stays. The file may be sent again.")
    ImportDetails cancel(
            Actor by, @CaseNumberForm @PathVariable CaseNumber number, HttpServletRequest request) {
        ImportView there = desk.read(number);
        GroupCheck.check(by, LedgerRights.mayImport(there.order().kind()));
        return ImportDetails.of(desk.cancel(number, by), language(request));
    }

    private static void maySee(Actor by) {
        if (!GroupCheck.isIn(by, LedgerRights.SEE_IMPORTS)) {
            throw GroupCheck.refusal(LedgerRights.SEE_IMPORTS);
        }
    }

    private static Language language(HttpServletRequest request) {
        return Language.ofHeader(request.getHeader("Accept-Language"));
    }
}
