package dev.innkeeper.keyaccount.web;

import dev.innkeeper.api.GroupCheck;
import dev.innkeeper.api.Idempotency;
import dev.innkeeper.api.PageOf;
import dev.innkeeper.api.PlainText;
import dev.innkeeper.api.Repeatable;
import dev.innkeeper.common.Actor;
import dev.innkeeper.keyaccount.AuditDesk;
import dev.innkeeper.keyaccount.PartnerDesk;
import dev.innkeeper.keyaccount.PartnerFilter;
import dev.innkeeper.keyaccount.PartnerRights;
import dev.innkeeper.keyaccount.facts.PartnerKind;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
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

/** Partners: register, read, list; the prospects that they name; what auditors find. */
@RestController
@RequestMapping(path = PartnerLinks.PARTNERS, produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Partners", description = "Who leads customers to the house, and what they get for it")
class PartnerController {

    private final PartnerDesk desk;
    private final AuditDesk audit;
    private final Repeatable repeatable;

    PartnerController(PartnerDesk desk, AuditDesk audit, Repeatable repeatable) {
        this.desk = desk;
        this.audit = audit;
        this.repeatable = repeatable;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "registerPartner",
            summary = "Register a partner",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            examples =
                                                    @ExampleObject(
                                                            name = "an agent",
                                                            value = PartnerExamples.AGENT))))
    @ApiResponse(
            responseCode = "201",
            description = "Registered",
            headers = @Header(name = "Location", schema = @Schema(type = "string")))
    @ApiResponse(
            responseCode = "200",
            description = "Sent before: the first answer again",
            headers = {
                @Header(name = "Location", schema = @Schema(type = "string")),
                @Header(name = Repeatable.REPEATED, schema = @Schema(type = "boolean"))
            })
    ResponseEntity<PartnerSummary> register(
            Actor by,
            @Parameter(description = Repeatable.KEY_WORDS)
                    @RequestHeader(name = Repeatable.KEY, required = false)
                    @Pattern(regexp = Repeatable.KEY_FORM, message = Repeatable.KEY_REFUSED)
                    @Nullable String key,
            @RequestBody @Valid PartnerRequest partner) {
        GroupCheck.check(by, PartnerRights.ENTER);
        Idempotency.Once<PartnerSummary> once =
                repeatable.once(
                        "partner",
                        key,
                        by.userId(),
                        "",
                        partner,
                        PartnerSummary.class,
                        () -> PartnerSummary.of(desk.register(partner.toPartner(), by)));
        return Repeatable.created(once, once.answer().href());
    }

    @GetMapping
    @Operation(operationId = "listPartners", summary = "List partners, by name")
    PageOf<PartnerRowView> list(
            Actor by,
            @RequestParam(required = false) @Nullable PartnerKind kind,
            @Parameter(description = "The beginning of the name or of the id")
                    @RequestParam(required = false)
                    @PlainText(max = 100)
                    @Nullable String name,
            @Parameter(description = "With an open audit finding; false for those without")
                    @RequestParam(required = false)
                    @Nullable Boolean openFinding,
            @Parameter(description = "From 0")
                    @RequestParam(defaultValue = "0")
                    @Min(0)
                    @Max(PageOf.LAST)
                    int page,
            @RequestParam(defaultValue = "50") @Min(1) @Max(PageOf.LARGEST) int size) {
        mayRead(by);
        return PageOf.of(
                desk.find(new PartnerFilter(kind, name, openFinding), page * size, size),
                page,
                size,
                PartnerRowView::of);
    }

    @GetMapping("/{id}")
    @Operation(
            operationId = "readPartner",
            summary = "Read a partner",
            description =
                    "With the prospects that the partner named, rewards and audit findings. How the"
                            + " partner is reached is for those who deal with partners, the account"
                            + " for those who pay.")
    PartnerDetails read(Actor by, @PartnerIdForm @PathVariable @PlainText(max = 40) String id) {
        mayRead(by);
        return PartnerDetails.of(desk.file(id), by);
    }

    @PostMapping(path = "/{id}/registrations", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "registerProspect",
            summary = "Note a prospect that a partner names",
            description =
                    "It counts for the leads of the prospect that come later: the two partners"
                        + " registered first have rewards in prospect for the deal. A past date"
                        + " needs a proof, and then counts for the open deals whose lead came after"
                        + " it. It serves one deal at a time, and is free again where that deal is"
                        + " not won.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            examples = {
                                                @ExampleObject(
                                                        name = "now",
                                                        value = PartnerExamples.PROSPECT),
                                                @ExampleObject(
                                                        name = "earlier, with proof",
                                                        value = PartnerExamples.PROVEN)
                                            })))
    @ApiResponse(
            responseCode = "201",
            description = "Noted",
            headers = @Header(name = "Location", schema = @Schema(type = "string")))
    @ApiResponse(
            responseCode = "200",
            description = "Sent before: the first answer again",
            headers = {
                @Header(name = "Location", schema = @Schema(type = "string")),
                @Header(name = Repeatable.REPEATED, schema = @Schema(type = "boolean"))
            })
    ResponseEntity<RegistrationDetails> registerProspect(
            Actor by,
            @PartnerIdForm @PathVariable @PlainText(max = 40) String id,
            @Parameter(description = Repeatable.KEY_WORDS)
                    @RequestHeader(name = Repeatable.KEY, required = false)
                    @Pattern(regexp = Repeatable.KEY_FORM, message = Repeatable.KEY_REFUSED)
                    @Nullable String key,
            @RequestBody @Valid RegistrationRequest prospect) {
        GroupCheck.check(by, PartnerRights.ENTER);
        Idempotency.Once<RegistrationDetails> once =
                repeatable.once(
                        "prospect",
                        key,
                        by.userId(),
                        id,
                        prospect,
                        RegistrationDetails.class,
                        () ->
                                RegistrationDetails.of(
                                        desk.register(id, prospect.toRegistration(), by)));
        return Repeatable.created(once, PartnerLinks.partner(id));
    }

    @PostMapping(path = "/{id}/audit-findings", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "openFindingOnPartner",
            summary = "Record an audit finding about a partner",
            description =
                    "By auditors. While it is open, no reward of the partner becomes payable or is"
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
    ResponseEntity<FindingDetails> openFinding(
            Actor by,
            @PartnerIdForm @PathVariable @PlainText(max = 40) String id,
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
                        id,
                        finding,
                        FindingDetails.class,
                        () -> FindingDetails.of(audit.openOnPartner(id, finding.said(), by)));
        return Repeatable.created(once, PartnerLinks.partner(id));
    }

    @PostMapping(
            path = "/{id}/audit-findings/{finding}/closure",
            consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "closeFindingOnPartner",
            summary = "Close an audit finding about a partner",
            description = "By auditors. Rewards that waited for it go on.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            examples =
                                                    @ExampleObject(
                                                            name = "settled",
                                                            value = PartnerExamples.CLOSURE))))
    ResponseEntity<FindingDetails> closeFinding(
            Actor by,
            @PartnerIdForm @PathVariable @PlainText(max = 40) String id,
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
                        id + "/" + finding,
                        closure,
                        FindingDetails.class,
                        () ->
                                FindingDetails.of(
                                        audit.closeOnPartner(id, finding, closure.said(), by))));
    }

    private static void mayRead(Actor by) {
        if (!GroupCheck.isIn(by, PartnerRights.READ)) {
            throw GroupCheck.refusal(PartnerRights.READ);
        }
    }
}
