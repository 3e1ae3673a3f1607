package dev.innkeeper.keyaccount.web;

import dev.innkeeper.api.CaseNumberForm;
import dev.innkeeper.api.GroupCheck;
import dev.innkeeper.api.Idempotency;
import dev.innkeeper.api.Repeatable;
import dev.innkeeper.common.Actor;
import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.keyaccount.AuditDesk;
import dev.innkeeper.keyaccount.PartnerRights;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What auditors find about deals. */
@RestController
@RequestMapping(
        path = "/api/deals/{number}/audit-findings",
        produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Partners")
class DealAuditController {

    private final AuditDesk audit;
    private final Repeatable repeatable;

    DealAuditController(AuditDesk audit, Repeatable repeatable) {
        this.audit = audit;
        this.repeatable = repeatable;
    }

    @GetMapping
    @Operation(
            operationId = "listFindingsOnDeal",
            summary = "List the audit findings about a deal",
            description = "The latest first, at most 200.")
    List<FindingDetails> list(Actor by, @PathVariable @CaseNumberForm CaseNumber number) {
        if (!GroupCheck.isIn(by, PartnerRights.READ)) {
            throw GroupCheck.refusal(PartnerRights.READ);
        }
        return audit.ofDeal(number).stream().map(FindingDetails::of).toList();
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "openFindingOnDeal",
            summary = "Record an audit finding about a deal",
            description =
                    "By auditors. While it is open, no reward for the deal becomes payable or is"
                            + " paid.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            examples =
                                                    @ExampleObject(
                                                            name = "a doubt",
                                                            value = PartnerExamples.FINDING))))
    @ApiResponse(
            responseCode = "201",
            description = "Recorded",
            headers = @Header(name = "Location", schema = @Schema(type = "string")))
    @ApiResponse(
            responseCode = "200",
            description = "Sent before: the first answer again",
            headers = {
                @Header(name = "Location", schema = @Schema(type = "string")),
                @Header(name = Repeatable.REPEATED, schema = @Schema(type = "boolean"))
            })
    ResponseEntity<FindingDetails> open(
            Actor by,
            @PathVariable @CaseNumberForm CaseNumber number,
            @Parameter(description = Repeatable.KEY_WORDS)
                    @RequestHeader(name = Repeatable.KEY, required = false)
                    @Pattern(regexp = Repeatable.KEY_FORM, message = Repeatable.KEY_REFUSED)
                    @Nullable String key,
            @RequestBody @Valid FindingRequest finding) {
        Idempotency.Once<FindingDetails> once =
                repeatable.once(
                        "audit-finding",
                        key,
                        by.userId(),
                        number.value(),
                        finding,
                        FindingDetails.class,
                        () -> FindingDetails.of(audit.openOnDeal(number, finding.said(), by)));
        return Repeatable.created(once, PartnerLinks.deal(number) + "/audit-findings");
    }

    @PostMapping(path = "/{finding}/closure", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "closeFindingOnDeal",
            summary = "Close an audit finding about a deal",
            description = "By auditors. Rewards that waited for it go on.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            examples =
                                                    @ExampleObject(
                                                            name = "settled",
                                                            value = PartnerExamples.CLOSURE))))
    ResponseEntity<FindingDetails> close(
            Actor by,
            @PathVariable @CaseNumberForm CaseNumber number,
            @Parameter(description = "The id of the finding") @PathVariable long finding,
            @Parameter(description = Repeatable.KEY_WORDS)
                    @RequestHeader(name = Repeatable.KEY, required = false)
                    @Pattern(regexp = Repeatable.KEY_FORM, message = Repeatable.KEY_REFUSED)
                    @Nullable String key,
            @RequestBody @Valid FindingRequest closure) {
        return Repeatable.ok(
                repeatable.once(
                        "audit-closure",
                        key,
                        by.userId(),
                        number.value() + "/" + finding,
                        closure,
                        FindingDetails.class,
                        () ->
                                FindingDetails.of(
                                        audit.closeOnDeal(number, finding, closure.said(), by))));
    }
}
