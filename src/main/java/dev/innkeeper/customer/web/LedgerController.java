package dev.innkeeper.customer.web;

import dev.innkeeper.api.GroupCheck;
import dev.innkeeper.api.Idempotency;
import dev.innkeeper.api.PlainText;
import dev.innkeeper.api.Repeatable;
import dev.innkeeper.common.Actor;
import dev.innkeeper.customer.ReceivablesDesk;
import dev.innkeeper.customer.StayDesk;
import dev.innkeeper.workflow.Retrying;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Stays, invoices and payments, one at a time. */
@RestController
@RequestMapping(path = "/api", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Ledger", description = "Stays, invoices and payments of customers")
class LedgerController {

    private final StayDesk stays;
    private final ReceivablesDesk receivables;
    private final Repeatable repeatable;
    private final Retrying retrying;

    LedgerController(
            StayDesk stays, ReceivablesDesk receivables, Repeatable repeatable, Retrying retrying) {
        this.stays = stays;
        this.receivables = receivables;
        this.repeatable = repeatable;
        this.retrying = retrying;
    }

    @PostMapping(path = "/stays", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "enterStay",
            summary = "Enter a stay, a visit or an event that is over",
            description =
                    "One that is there already and says the same is answered as it is; another one"
                            + " under the same id is refused.")
    @ApiResponse(
            responseCode = "201",
            description = "Entered",
            headers = @Header(name = "Location", schema = @Schema(type = "string")))
    @ApiResponse(
            responseCode = "200",
            description = "Sent before: the first answer again",
            headers = {
                @Header(name = "Location", schema = @Schema(type = "string")),
                @Header(name = Repeatable.REPEATED, schema = @Schema(type = "boolean"))
            })
    ResponseEntity<StayDetails> enterStay(
            Actor by,
            @Parameter(description = Repeatable.KEY_WORDS)
                    @RequestHeader(name = Repeatable.KEY, required = false)
                    @Pattern(regexp = Repeatable.KEY_FORM, message = Repeatable.KEY_REFUSED)
                    @Nullable String key,
            @RequestBody @Valid StayRequest stay) {
        GroupCheck.check(by, LedgerRights.ENTER_STAYS);
        Idempotency.Once<StayDetails> once =
                repeatable.once(
                        "stay",
                        key,
                        by.userId(),
                        "",
                        stay,
                        StayDetails.class,
                        () -> StayDetails.of(stays.takeStay(stay.toStay(), by)));
        return Repeatable.created(once, "/api/customers/" + once.answer().customerId() + "/stays");
    }

    @PostMapping(path = "/invoices", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "enterInvoice",
            summary = "Enter an invoice on account",
            description =
                    "One that is there already and says the same is answered as it is; another one"
                            + " under the same number is refused.")
    @ApiResponse(
            responseCode = "201",
            description = "Entered",
            headers = @Header(name = "Location", schema = @Schema(type = "string")))
    @ApiResponse(
            responseCode = "200",
            description = "Sent before: the first answer again",
            headers = {
                @Header(name = "Location", schema = @Schema(type = "string")),
                @Header(name = Repeatable.REPEATED, schema = @Schema(type = "boolean"))
            })
    ResponseEntity<InvoiceDetails> enterInvoice(
            Actor by,
            @Parameter(description = Repeatable.KEY_WORDS)
                    @RequestHeader(name = Repeatable.KEY, required = false)
                    @Pattern(regexp = Repeatable.KEY_FORM, message = Repeatable.KEY_REFUSED)
                    @Nullable String key,
            @RequestBody @Valid InvoiceRequest invoice) {
        GroupCheck.check(by, LedgerRights.ENTER_INVOICES);
        Idempotency.Once<InvoiceDetails> once =
                repeatable.once(
                        "invoice",
                        key,
                        by.userId(),
                        "",
                        invoice,
                        InvoiceDetails.class,
                        () -> InvoiceDetails.of(receivables.takeInvoice(invoice.toInvoice(), by)));
        return Repeatable.created(once, "/api/invoices/" + once.answer().number());
    }

    @GetMapping("/invoices/{number}")
    @Operation(operationId = "readInvoice", summary = "Read an invoice")
    InvoiceDetails readInvoice(
            Actor by,
            @Parameter(example = "RE-2026-0815") @PathVariable @PlainText(max = 100)
                    String number) {
        if (!GroupCheck.isIn(by, LedgerRights.SEE_INVOICES)) {
            throw GroupCheck.refusal(LedgerRights.SEE_INVOICES);
        }
        return InvoiceDetails.of(receivables.invoice(number));
    }

    @PutMapping(path = "/invoices/{number}/dispute", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "disputeInvoice",
            summary = "Note that a customer contests an invoice, or no longer does",
            description =
                    "By finance. A disputed invoice is not dunned and holds no credit up; it weighs"
                            + " on the credit score.")
    InvoiceDetails dispute(
            Actor by,
            @Parameter(example = "RE-2026-0815") @PathVariable @PlainText(max = 100) String number,
            @RequestBody @Valid DisputeRequest dispute) {
        GroupCheck.check(by, LedgerRights.DISPUTE);
        return InvoiceDetails.of(
                retrying.call(
                        () ->
                                receivables.dispute(
                                        number,
                                        Boolean.TRUE.equals(dispute.disputed()),
                                        Objects.requireNonNull(dispute.reason()),
                                        by)));
    }

    @PostMapping(path = "/payments", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "enterPayment",
            summary = "Enter a payment of an invoice, or of a part of it",
            description =
                    "One that is there already and says the same is answered as it is; another one"
                            + " under the same id is refused, and so is more than what is open.")
    @ApiResponse(
            responseCode = "201",
            description = "Entered",
            headers = @Header(name = "Location", schema = @Schema(type = "string")))
    @ApiResponse(
            responseCode = "200",
            description = "Sent before: the first answer again",
            headers = {
                @Header(name = "Location", schema = @Schema(type = "string")),
                @Header(name = Repeatable.REPEATED, schema = @Schema(type = "boolean"))
            })
    ResponseEntity<InvoicePaymentDetails> enterPayment(
            Actor by,
            @Parameter(description = Repeatable.KEY_WORDS)
                    @RequestHeader(name = Repeatable.KEY, required = false)
                    @Pattern(regexp = Repeatable.KEY_FORM, message = Repeatable.KEY_REFUSED)
                    @Nullable String key,
            @RequestBody @Valid InvoicePaymentRequest payment) {
        GroupCheck.check(by, LedgerRights.ENTER_INVOICES);
        Idempotency.Once<InvoicePaymentDetails> once =
                repeatable.once(
                        "payment",
                        key,
                        by.userId(),
                        "",
                        payment,
                        InvoicePaymentDetails.class,
                        () ->
                                InvoicePaymentDetails.of(
                                        receivables.takePayment(payment.toPayment(), by)));
        return Repeatable.created(once, "/api/invoices/" + once.answer().invoice());
    }
}
