package dev.innkeeper.keyaccount.web;

import dev.innkeeper.api.PageOf;
import dev.innkeeper.api.PlainText;
import dev.innkeeper.common.Actor;
import dev.innkeeper.common.Language;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The pipeline in figures. */
@RestController
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Deals")
class DealFiguresController {

    private static final String DAY = "2026-11-20";

    private final DealFiguresReader figures;

    DealFiguresController(DealFiguresReader figures) {
        this.figures = figures;
    }

    /** The same for callers of the API and, by their session, for the page of figures. */
    @GetMapping({"/api/deals/figures", "/figures/deals/data"})
    @Operation(
            operationId = "readDealFigures",
            summary = "The pipeline in figures",
            description =
                    "Outcomes, win rates and cycle times count the deals that were closed in the"
                        + " period; the funnel counts those that entered a stage in it; what is"
                        + " stalled or open is so now. Imported deals count like all others. Days"
                        + " are those of the house's time zone; without a period, the last 365"
                        + " days. Products whose names differ in blanks, signs or case are one.")
    FiguresView read(
            Actor by,
            @Parameter(description = "The first day", example = DAY)
                    @RequestParam(required = false)
                    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable LocalDate from,
            @Parameter(description = "The last day", example = DAY)
                    @RequestParam(required = false)
                    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable LocalDate to,
            @Parameter(description = "Who hunts it: a user id, or the name that a source gave")
                    @RequestParam(required = false)
                    @PlainText(max = 64)
                    @Nullable String owner,
            @RequestParam(required = false) @PlainText(max = 100) @Nullable String product,
            @Parameter(description = "Page of the spending, from 0")
                    @RequestParam(defaultValue = "0")
                    @Min(0)
                    @Max(PageOf.LAST)
                    int page,
            HttpServletRequest request) {
        return figures.read(
                by,
                from,
                to,
                owner,
                product,
                page,
                Language.ofHeader(request.getHeader("Accept-Language")));
    }
}
