package dev.innkeeper.creditreview.web;

import dev.innkeeper.api.GroupCheck;
import dev.innkeeper.api.PageOf;
import dev.innkeeper.api.PlainText;
import dev.innkeeper.common.Actor;
import dev.innkeeper.creditreview.CreditDesk;
import dev.innkeeper.creditreview.CreditRights;
import dev.innkeeper.workflow.Retrying;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Objects;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The credit of a customer: read, hold, release. */
@RestController
@RequestMapping(path = "/api/customers/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Credit", description = "What the house lets customers owe, reviewed at intervals")
class CreditController {

    private final CreditDesk desk;
    private final Retrying retrying;

    CreditController(CreditDesk desk, Retrying retrying) {
        this.desk = desk;
        this.retrying = retrying;
    }

    @GetMapping("/credit")
    @Operation(
            operationId = "readCredit",
            summary = "Read the credit of a customer",
            description =
                    "How it stands now, and every version of its terms: which review granted them,"
                            + " who approved them, and which departments were told.")
    CreditDetails read(
            Actor by,
            @Parameter(example = "CUS-000123") @PathVariable @PlainText(max = 40) String id,
            @Parameter(description = "From 0")
                    @RequestParam(defaultValue = "0")
                    @Min(0)
                    @Max(PageOf.LAST)
                    int page,
            @RequestParam(defaultValue = "50") @Min(1) @Max(PageOf.LARGEST) int size) {
        if (!GroupCheck.isIn(by, CreditRights.READ)) {
            throw GroupCheck.refusal(CreditRights.READ);
        }
        return new CreditDetails(
                CreditDetails.Standing.of(desk.standing(id)),
                PageOf.of(desk.terms(id, page * size, size), page, size, CreditDetails.Terms::of));
    }

    @PutMapping(path = "/credit-hold", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "holdCredit",
            summary = "Hold or release the credit of a customer",
            description =
                    "By finance or the general manager. Until it is released the customer pays cash"
                        + " and brings no leads; what a person holds, dunning does not release.")
    CreditDetails.Standing hold(
            Actor by,
            @Parameter(example = "CUS-000123") @PathVariable @PlainText(max = 40) String id,
            @RequestBody @Valid CreditHoldRequest request) {
        GroupCheck.check(by, CreditRights.HOLD);
        String reason = Objects.requireNonNull(request.reason()).strip();
        return CreditDetails.Standing.of(
                retrying.call(
                        () ->
                                Boolean.TRUE.equals(request.hold())
                                        ? desk.hold(id, reason, by)
                                        : desk.release(id, reason, by)));
    }
}
