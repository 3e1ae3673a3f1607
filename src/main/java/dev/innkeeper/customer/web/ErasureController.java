package dev.innkeeper.customer.web;

import dev.innkeeper.api.GroupCheck;
import dev.innkeeper.api.PageOf;
import dev.innkeeper.api.PlainText;
import dev.innkeeper.common.Actor;
import dev.innkeeper.common.Group;
import dev.innkeeper.common.Language;
import dev.innkeeper.customer.ErasureDesk;
import dev.innkeeper.customer.ErasureView;
import dev.innkeeper.customer.ExportDesk;
import dev.innkeeper.workflow.Retrying;
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
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a person may ask of the house: all that is held on them, and that it be erased. */
@RestController
@RequestMapping(path = "/api/customers", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Customers")
class ErasureController {

    private static final Set<Group> ASK =
            EnumSet.of(
                    Group.CUSTOMER_INFORMATION,
                    Group.CUSTOMER_SERVICE_MANAGER,
                    Group.GENERAL_MANAGER);

    private static final Set<Group> APPROVE =
            EnumSet.of(Group.CUSTOMER_SERVICE_MANAGER, Group.GENERAL_MANAGER);

    private static final Set<Group> READ = GroupCheck.with(ASK, Group.AUDITOR);

    private final ErasureDesk erasures;
    private final ExportDesk exports;
    private final Retrying retrying;

    ErasureController(ErasureDesk erasures, ExportDesk exports, Retrying retrying) {
        this.erasures = erasures;
        this.exports = exports;
        this.retrying = retrying;
    }

    @GetMapping("/{id}/export")
    @Operation(
            operationId = "exportCustomer",
            summary = "Download everything that is held on a customer",
            description =
                    "For the customer who asks for it: every section in full, whatever your groups"
                            + " see otherwise, by the names of what is kept. Who downloaded it is"
                            + " written to the file's time line.")
    @ApiResponse(
            responseCode = "200",
            description = "One file",
            headers =
                    @Header(
                            name = HttpHeaders.CONTENT_DISPOSITION,
                            schema = @Schema(type = "string")))
    ResponseEntity<Map<String, Object>> export(
            Actor by,
            @Parameter(example = "CUS-000123") @PathVariable @PlainText(max = 40) String id) {
        GroupCheck.check(by, ASK);
        Map<String, Object> all = retrying.call(() -> exports.export(id, by));
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + all.get(ExportDesk.ID) + ".json\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(all);
    }

    @PostMapping(path = "/{id}/erasure", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "requestErasure",
            summary = "Ask that a customer be erased",
            description =
                    "Somebody else approves it. The answer says what would be kept, and why. The"
                            + " reason stays readable: name nobody in it.")
    @ApiResponse(
            responseCode = "201",
            description = "Asked",
            headers = @Header(name = "Location", schema = @Schema(type = "string")))
    ResponseEntity<ErasureDetails> request(
            Actor by,
            @Parameter(example = "CUS-000123") @PathVariable @PlainText(max = 40) String id,
            @RequestBody @Valid ReasonRequest reason,
            HttpServletRequest request) {
        GroupCheck.check(by, ASK);
        ErasureDetails asked =
                view(
                        retrying.call(
                                () ->
                                        erasures.request(
                                                id,
                                                Objects.requireNonNull(reason.reason()).strip(),
                                                by)),
                        request);
        return ResponseEntity.status(201).header(HttpHeaders.LOCATION, asked.href()).body(asked);
    }

    @GetMapping("/erasures")
    @Operation(operationId = "listErasures", summary = "List requests to erase, the latest first")
    PageOf<ErasureDetails> list(
            Actor by,
            @Parameter(description = "From 0")
                    @RequestParam(defaultValue = "0")
                    @Min(0)
                    @Max(PageOf.LAST)
                    int page,
            @RequestParam(defaultValue = "50") @Min(1) @Max(PageOf.LARGEST) int size,
            HttpServletRequest request) {
        mayRead(by);
        return PageOf.of(
                erasures.list(page * size, size), page, size, erasure -> view(erasure, request));
    }

    @GetMapping("/erasures/{number}")
    @Operation(
            operationId = "readErasure",
            summary = "Read what was erased, and what was kept and why")
    ErasureDetails read(
            Actor by,
            @Parameter(example = "17") @PathVariable @Min(1) long number,
            HttpServletRequest request) {
        mayRead(by);
        return view(erasures.read(number), request);
    }

    @PostMapping(path = "/erasures/{number}/approval", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "judgeErasure",
            summary = "Approve a request to erase, or refuse it",
            description =
                    "By a manager who did not ask for it. Approved, all that may go is erased at"
                            + " once, and cannot be brought back.")
    ErasureDetails judge(
            Actor by,
            @Parameter(example = "17") @PathVariable @Min(1) long number,
            @RequestBody @Valid ErasureDecisionRequest decision,
            HttpServletRequest request) {
        GroupCheck.check(by, APPROVE);
        return view(
                retrying.call(
                        () ->
                                erasures.judge(
                                        number,
                                        Objects.requireNonNull(decision.approved()),
                                        Objects.requireNonNullElse(decision.words(), ""),
                                        by)),
                request);
    }

    private static ErasureDetails view(ErasureView erasure, HttpServletRequest request) {
        return ErasureDetails.of(erasure, Language.ofHeader(request.getHeader("Accept-Language")));
    }

    private static void mayRead(Actor by) {
        if (!GroupCheck.isIn(by, READ)) {
            throw GroupCheck.refusal(READ);
        }
    }
}
