package dev.innkeeper.customer.web;

import dev.innkeeper.api.GroupCheck;
import dev.innkeeper.api.PageOf;
import dev.innkeeper.common.Actor;
import dev.innkeeper.common.Group;
import dev.innkeeper.common.Language;
import dev.innkeeper.common.Refusal;
import dev.innkeeper.customer.CustomerStatistics;
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

/** The customers in figures, for those who keep their files, answer for them, or audit. */
@RestController
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Customers")
class CustomerFiguresController {

    private static final Set<Group> READERS =
            EnumSet.of(
                    Group.CUSTOMER_INFORMATION,
                    Group.KEY_ACCOUNT_SERVICE,
                    Group.CUSTOMER_SERVICE_MANAGER,
                    Group.GENERAL_MANAGER,
                    Group.AUDITOR);

    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);

    private final CustomerStatistics statistics;

    CustomerFiguresController(CustomerStatistics statistics) {
        this.statistics = statistics;
    }

    /** The same for callers of the API and, by their session, for the page of figures. */
    @GetMapping({"/api/customer-figures", "/figures/customers/data"})
    @Operation(
            operationId = "readCustomerFigures",
            summary = "The customers in figures",
            description =
                    "Which share of the turnover of the 365 days before the best customers bring;"
                        + " customers by value class, life-cycle stage and tier as they are graded"
                        + " now; loyal regulars who stay away; and how care ended. The turnover of"
                        + " a customer is the larger of what it spent on stays and what it was"
                        + " invoiced, since a bill on account is in both. Imported stays and"
                        + " invoices count like all others.")
    CustomerFiguresView read(
            Actor by,
            @Parameter(
                            description =
                                    "The day on which everything is counted; today if left out",
                            example = "2026-11-20")
                    @RequestParam(required = false)
                    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable LocalDate asOf,
            @Parameter(description = "Page of the regulars who stay away, from 0")
                    @RequestParam(defaultValue = "0")
                    @Min(0)
                    @Max(PageOf.LAST)
                    int page,
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
        return CustomerFiguresView.of(
                statistics.figures(day, page),
                Language.ofHeader(request.getHeader("Accept-Language")));
    }
}
