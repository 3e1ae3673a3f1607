package dev.innkeeper.creditreview.web;

import dev.innkeeper.api.GroupCheck;
import dev.innkeeper.common.Actor;
import dev.innkeeper.common.Contact;
import dev.innkeeper.common.Language;
import dev.innkeeper.common.Money;
import dev.innkeeper.creditreview.CreditCheckDesk;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.util.Objects;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** May this guest sign the bill? */
@RestController
@RequestMapping(path = "/api/credit-checks", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Credit checks", description = "May this guest sign the bill?")
class CreditCheckController {

    private final CreditCheckDesk desk;

    CreditCheckController(CreditCheckDesk desk) {
        this.desk = desk;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "checkCredit",
            summary = "May this guest sign the bill?",
            description =
                    "Answers at once by the rules of `creditreview/credit-check`: APPROVE, DEPOSIT"
                            + " with the amount to be paid at once, or REFUSE, with the reasons and"
                            + " the figures that it stands on. Nothing is reserved: each question"
                            + " is answered by what is owed at its moment, and recorded as a"
                            + " decision.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            examples = {
                                                @ExampleObject(
                                                        name = "a known customer",
                                                        value =
                                                                """
                                                                {
                                                                  "customerId": "CUS-000123",
                                                                  "amount": 860.00,
                                                                  "reference": "BILL-20261122-0815"
                                                                }
                                                                """),
                                                @ExampleObject(
                                                        name = "by telephone number",
                                                        value =
                                                                """
                                                                {
                                                                  "contact": {"phone": "+86 138 0013 8000"},
                                                                  "amount": 860.00
                                                                }
                                                                """)
                                            })))
    CreditCheckAnswer check(
            Actor by, @RequestBody @Valid CreditCheckRequest question, HttpServletRequest request) {
        GroupCheck.check(by, CreditCheckDesk.ASK);
        var language = Language.ofHeader(request.getHeader("Accept-Language"));
        var checked =
                desk.check(
                        customer(question),
                        new Money(Objects.requireNonNull(question.amount())),
                        Objects.requireNonNullElse(question.reference(), "").strip(),
                        by);
        return CreditCheckAnswer.of(checked, language);
    }

    private String customer(CreditCheckRequest question) {
        String id = question.customerId();
        if (id != null && !id.isBlank()) {
            return id.strip();
        }
        String externalId = question.externalId();
        if (externalId != null && !externalId.isBlank()) {
            return desk.customer(externalId.strip());
        }
        return desk.customer(
                question.contact() == null ? Contact.NOBODY : question.contact().toContact());
    }
}
