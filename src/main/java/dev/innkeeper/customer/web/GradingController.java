package dev.innkeeper.customer.web;

import dev.innkeeper.api.GroupCheck;
import dev.innkeeper.api.PlainText;
import dev.innkeeper.common.Actor;
import dev.innkeeper.common.Group;
import dev.innkeeper.common.Language;
import dev.innkeeper.customer.CustomerGradeDesk;
import dev.innkeeper.workflow.OneTransaction;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Grades a customer on request. */
@RestController
@RequestMapping(path = "/api/customers", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Customers", description = "Who the guests are and how the house keeps them")
class GradingController {

    private static final Set<Group> GRADE =
            EnumSet.of(
                    Group.CUSTOMER_INFORMATION,
                    Group.CUSTOMER_SERVICE_MANAGER,
                    Group.GENERAL_MANAGER);

    private final CustomerGradeDesk desk;
    private final OneTransaction transaction;

    GradingController(CustomerGradeDesk desk, OneTransaction transaction) {
        this.desk = desk;
        this.transaction = transaction;
    }

    @PostMapping("/{id}/grading")
    @Operation(
            operationId = "gradeCustomer",
            summary = "Grade a customer now",
            description =
                    "By the rules of customer/customer-grade, as every night; the tier that they"
                            + " say counts at once, also where a person set another one.")
    GradeView grade(
            Actor by,
            @Parameter(example = "CUS-000123") @PathVariable @PlainText(max = 40) String id,
            HttpServletRequest request) {
        GroupCheck.check(by, GRADE);
        return GradeView.of(
                transaction.of(() -> desk.ask(id, by)),
                Language.ofHeader(request.getHeader("Accept-Language")));
    }
}
