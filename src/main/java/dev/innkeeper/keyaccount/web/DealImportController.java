package dev.innkeeper.keyaccount.web;

import dev.innkeeper.api.DateForm;
import dev.innkeeper.api.GroupCheck;
import dev.innkeeper.api.Repeatable;
import dev.innkeeper.api.RowSources;
import dev.innkeeper.common.Actor;
import dev.innkeeper.common.Group;
import dev.innkeeper.common.Language;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Pattern;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Deals from before the service. */
@RestController
@RequestMapping(path = "/api/deals/import", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Deals")
class DealImportController {

    private static final Set<Group> IMPORT =
            EnumSet.of(
                    Group.CUSTOMER_INFORMATION, Group.CUSTOMER_SERVICE_MANAGER, Group.INTEGRATION);

    private static final String CSV =
            """
            id,owner,product,company,stage,engagedOn,closedOn,value
            1C1I7A6R,Moses Frase,GTX Plus Basic,Cancity,Won,2016-10-20,2017-03-01,1054
            UP409DSB,Maureen Marcano,MG Advanced,Ganjaflex,QUALIFIED,2016-11-10,,
            """;

    private final DealImport imports;
    private final RowSources rows;

    DealImportController(DealImport imports, RowSources rows) {
        this.imports = imports;
        this.rows = rows;
    }

    @PostMapping(consumes = {MediaType.APPLICATION_JSON_VALUE, "text/csv"})
    @Operation(
            operationId = "importDeals",
            summary = "Import deals from before the service",
            description =
                    "A JSON array, or a CSV file whose columns are named as the fields (`id` for"
                        + " `externalId`). The deals keep their own dates, pass no gates, start no"
                        + " process, clock or mail, and count in the figures. Each row is a"
                        + " transaction of its own: bad rows are reported by line, the rest is"
                        + " taken. A row with an external id is taken once, however often it is"
                        + " sent; so is every row under an `Idempotency-Key`. Open deals of one"
                        + " company about one product that different people hunt are linked, and"
                        + " named in `collidesWith`.",
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
                                                                                PastDealRequest
                                                                                        .class))),
                                @Content(
                                        mediaType = "text/csv",
                                        schema = @Schema(type = "string"),
                                        examples = @ExampleObject(name = "two", value = CSV))
                            }))
    ImportReport importDeals(
            Actor by,
            @Parameter(description = Repeatable.KEY_WORDS)
                    @RequestHeader(name = Repeatable.KEY, required = false)
                    @Pattern(regexp = Repeatable.KEY_FORM, message = Repeatable.KEY_REFUSED)
                    @Nullable String key,
            @Parameter(
                            description = "How the source writes days",
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
                                    "The source's words for stages; ours are understood besides",
                            example = "Prospecting=LEAD,Engaging=QUALIFIED")
                    @RequestParam(required = false)
                    @Nullable List<String> stages,
            @Parameter(hidden = true) @RequestHeader(HttpHeaders.CONTENT_TYPE) MediaType type,
            HttpServletRequest request) {
        GroupCheck.check(by, IMPORT);
        return imports.take(
                rows.of(request, type, DealImport.LAYOUT, "deal | 商机"),
                DateForm.named(dates),
                new StageNames(Objects.requireNonNullElse(stages, List.of())),
                key,
                by,
                Language.ofHeader(request.getHeader("Accept-Language")));
    }
}
