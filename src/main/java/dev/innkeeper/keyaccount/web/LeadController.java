package dev.innkeeper.keyaccount.web;

import dev.innkeeper.api.Idempotency;
import dev.innkeeper.api.PageOf;
import dev.innkeeper.api.PlainText;
import dev.innkeeper.api.Repeatable;
import dev.innkeeper.common.Actor;
import dev.innkeeper.keyaccount.DealFilter;
import dev.innkeeper.keyaccount.DealList;
import dev.innkeeper.keyaccount.DealSort;
import dev.innkeeper.keyaccount.facts.Stage;
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
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Leads: bring and list; a lead is read as the deal that it becomes. */
@RestController
@RequestMapping(path = "/api/leads", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Leads", description = "Who might buy what")
class LeadController {

    static final String EXAMPLE =
            """
            {
              "externalId": "WEB-4711",
              "source": "OWN_RESEARCH",
              "contact": {
                "company": "苏州恒远机械有限公司",
                "name": "王志强",
                "phone": "+86 138 0013 8001"
              },
              "product": "协议房",
              "words": "每月约 80 间夜，明年一月换供应商。",
              "need": "CLEAR",
              "budgetKnown": true,
              "decisionMakerKnown": true,
              "yearlyVolume": 520000.00,
              "expectedCloseOn": "2027-01-15",
              "owner": "sales1"
            }
            """;

    private final DealStart start;
    private final DealList list;
    private final DealAccess access;

    LeadController(DealStart start, DealList list, DealAccess access) {
        this.start = start;
        this.list = list;
        this.access = access;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "startLead",
            summary = "Bring a lead",
            description =
                    "Registers the lead, scores it and starts its process, all or nothing. A lead"
                            + " of a customer whom somebody deals with already joins that deal:"
                            + " `linkedTo` then names it, and its owner is told.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            examples =
                                                    @ExampleObject(
                                                            name = "a lead",
                                                            value = EXAMPLE))))
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
    ResponseEntity<DealSummary> start(
            Actor by,
            @Parameter(description = Repeatable.KEY_WORDS)
                    @RequestHeader(name = Repeatable.KEY, required = false)
                    @Pattern(regexp = Repeatable.KEY_FORM, message = Repeatable.KEY_REFUSED)
                    @Nullable String key,
            @RequestBody @Valid LeadRequest lead) {
        access.mayBring(by);
        Idempotency.Once<DealSummary> once = start.start(lead, key, by);
        return Repeatable.created(once, once.answer().href());
    }

    @GetMapping
    @Operation(operationId = "listLeads", summary = "List leads that are no deals yet")
    PageOf<DealRowView> list(
            Actor by,
            @RequestParam(required = false) @PlainText(max = 64) @Nullable String owner,
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
                                Set.of(Stage.LEAD), Set.of(), owner, null, null, null, null, null),
                        sort,
                        page * size,
                        size),
                page,
                size,
                row -> DealRowView.of(row, seesContact));
    }
}
