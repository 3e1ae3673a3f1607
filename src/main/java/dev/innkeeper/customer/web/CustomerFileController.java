package dev.innkeeper.customer.web;

import dev.innkeeper.api.PageOf;
import dev.innkeeper.api.PlainText;
import dev.innkeeper.common.Actor;
import dev.innkeeper.common.Language;
import dev.innkeeper.customer.CustomerDesk;
import dev.innkeeper.customer.CustomerFile;
import dev.innkeeper.customer.CustomerFiles;
import dev.innkeeper.customer.FilePart;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The whole file of a customer: for callers of the API and, by their session, for the page of the
 * customer.
 */
@RestController
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Customers")
class CustomerFileController {

    private static final String ID = "CUS-000123";

    private final CustomerFiles files;
    private final CustomerDesk desk;

    CustomerFileController(CustomerFiles files, CustomerDesk desk) {
        this.files = files;
        this.desk = desk;
    }

    @GetMapping({"/api/customers/{id}", "/customers/{id:CUS-\\d+}/data"})
    @Operation(
            operationId = "readCustomer",
            summary = "Read the file of a customer",
            description =
                    "`sections` holds all that is known, each section limited to its latest 20"
                            + " rows. A section that your groups do not need is there with"
                            + " `hidden: true` and says who sees it. A customer that was merged"
                            + " answers with the address of the one that it is part of.")
    @ApiResponse(responseCode = "200", description = "The file")
    @ApiResponse(
            responseCode = "308",
            description = "Merged into the customer at `Location`",
            headers = @Header(name = "Location", schema = @Schema(type = "string")),
            content = @Content)
    ResponseEntity<CustomerDetails> read(
            Actor by,
            @Parameter(example = ID) @PathVariable @PlainText(max = 40) String id,
            HttpServletRequest request) {
        Language language = language(request);
        CustomerFile file = files.read(id, by, language);
        String survivor = file.customer().id();
        if (!survivor.equals(id)) {
            return ResponseEntity.status(HttpStatus.PERMANENT_REDIRECT)
                    .header(
                            HttpHeaders.LOCATION,
                            request.getRequestURI().replace("/" + id, "/" + survivor))
                    // The merge can be undone: nobody may keep this answer.
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .build();
        }
        return ResponseEntity.ok(CustomerDetails.of(file, by, language));
    }

    @GetMapping({
        "/api/customers/{id}/sections/{section}",
        "/customers/{id:CUS-\\d+}/sections/{section}"
    })
    @Operation(
            operationId = "readCustomerSection",
            summary = "List one section of a customer's file",
            description = "The latest first. The sections are those of `readCustomer`.")
    FileSectionPage section(
            Actor by,
            @Parameter(example = ID) @PathVariable @PlainText(max = 40) String id,
            @Parameter(example = "stays") @PathVariable @PlainText(max = 40) String section,
            @Parameter(description = "From 0")
                    @RequestParam(defaultValue = "0")
                    @Min(0)
                    @Max(PageOf.LAST)
                    int page,
            @RequestParam(defaultValue = "50") @Min(1) @Max(PageOf.LARGEST) int size,
            HttpServletRequest request) {
        Language language = language(request);
        CustomerFile.Section read = files.section(id, section, by, language, page * size, size);
        FilePart.Content content = Objects.requireNonNull(read.content());
        PageOf<Object> rows = PageOf.of(content.rows(), page, size, Object.class::cast);
        return new FileSectionPage(
                language.of(read.section()),
                content.summary(),
                List.copyOf(rows.items()),
                rows.page(),
                rows.size(),
                rows.total(),
                rows.next());
    }

    @GetMapping("/api/customers/{id}/time-line")
    @Operation(
            operationId = "readCustomerTimeLine",
            summary = "List what happened to a customer's file",
            description = "Page 0 holds the latest, each page its entries oldest first.")
    PageOf<CustomerDetails.Change> timeLine(
            Actor by,
            @Parameter(example = ID) @PathVariable @PlainText(max = 40) String id,
            @Parameter(description = "From 0")
                    @RequestParam(defaultValue = "0")
                    @Min(0)
                    @Max(PageOf.LAST)
                    int page,
            @RequestParam(defaultValue = "50") @Min(1) @Max(PageOf.LARGEST) int size,
            HttpServletRequest request) {
        Language language = language(request);
        return PageOf.of(
                desk.timeLine(id, by, page * size, size),
                page,
                size,
                change -> CustomerDetails.Change.of(change, language));
    }

    private static Language language(HttpServletRequest request) {
        return Language.ofHeader(request.getHeader("Accept-Language"));
    }
}
