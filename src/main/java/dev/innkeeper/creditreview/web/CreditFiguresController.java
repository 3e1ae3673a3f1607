package dev.innkeeper.creditreview.web;

import dev.innkeeper.api.GroupCheck;
import dev.innkeeper.common.Actor;
import dev.innkeeper.common.Group;
import dev.innkeeper.common.Language;
import dev.innkeeper.common.Refusal;
import dev.innkeeper.creditreview.CreditStatistics;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Credit in figures, for those who give it, look after key accounts, answer for it, or audit. */
@RestController
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Credit")
class CreditFiguresController {

    private static final Set<Group> READERS =
            EnumSet.of(
                    Group.FINANCE,
                    Group.KEY_ACCOUNT_SERVICE,
                    Group.CUSTOMER_SERVICE_MANAGER,
                    Group.GENERAL_MANAGER,
                    Group.AUDITOR);

    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);

    private final CreditStatistics statistics;

    CreditFiguresController(CreditStatistics statistics) {
        this.statistics = statistics;
    }

    /** The same for callers of the API and, by their session, for the page of figures. */
    @GetMapping({"/api/credit-figures", "/figures/credit/data"})
    @Operation(
            operationId = "readCreditFigures",
            summary = "Credit in figures",
            description =
                    "What is granted and owed by tier and score band on a day; receivables, overdue"
                        + " and days of sales outstanding at the end of each month up to it, which"
                        + " are the receivables ÷ what was invoiced in the 90 days before × 90;"
                        + " which terms went up, stayed or went down in each month; and which"
                        + " reviews are due. Reviews and holds are counted as they are now."
                        + " Imported invoices count like all others.")
    CreditFiguresView read(
            Actor by,
            @Parameter(
                            description =
                                    "The day on which everything is counted; today if left out",
                            example = "2026-11-20")
                    @RequestParam(required = false)
                    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable LocalDate asOf,
            @Parameter(description = "How many months, that of the day among them")
                    @RequestParam(defaultValue = "12")
                    @Min(1)
                    @Max(60)
                    int months,
            HttpServletRequest request) {
        if (!GroupCheck.isIn(by, READERS)) {
            throw GroupCheck.refusal(READERS);
        }
        LocalDate day = asOf == null ? statistics.today() : asOf;
        if (day.isBefore(EARLIEST) || day.isAfter(statistics.today())) {
            throw Refusal.invalid(
                    "asOf",
                    "There are no figures of that day. | 该日期没有数据。",
                    "Give a day from 2000 to today. | 请填写2000年至今天的日期。");
        }
        return CreditFiguresView.of(
                statistics.figures(day, months),
                Language.ofHeader(request.getHeader("Accept-Language")));
    }
}
