package dev.innkeeper.customer.web;

import dev.innkeeper.api.GroupCheck;
import dev.innkeeper.api.PageOf;
import dev.innkeeper.api.PlainText;
import dev.innkeeper.common.Actor;
import dev.innkeeper.customer.ReceivablesDesk;
import dev.innkeeper.customer.StayDesk;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The stays, invoices and payments of one customer. */
@RestController
@RequestMapping(path = "/api/customers/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Ledger")
class CustomerLedgerController {

    private final StayDesk stays;
    private final ReceivablesDesk receivables;

    CustomerLedgerController(StayDesk stays, ReceivablesDesk receivables) {
        this.stays = stays;
        this.receivables = receivables;
    }

    @GetMapping("/stays")
    @Operation(operationId = "listStays", summary = "List the stays of a customer, newest first")
    PageOf<StayDetails> stays(
            Actor by,
            @Parameter(example = "CUS-000123") @PathVariable @PlainText(max = 100) String id,
            @Parameter(description = "From 0")
                    @RequestParam(defaultValue = "0")
                    @Min(0)
                    @Max(PageOf.LAST)
                    int page,
            @RequestParam(defaultValue = "50") @Min(1) @Max(PageOf.LARGEST) int size) {
        if (!GroupCheck.isIn(by, LedgerRights.SEE_STAYS)) {
            throw GroupCheck.refusal(LedgerRights.SEE_STAYS);
        }
        return PageOf.of(stays.stays(id, page * size, size), page, size, StayDetails::of);
    }

    @GetMapping("/invoices")
    @Operation(
            operationId = "listInvoices",
            summary = "List the invoices of a customer, newest first")
    PageOf<InvoiceDetails> invoices(
            Actor by,
            @Parameter(example = "CUS-000123") @PathVariable @PlainText(max = 100) String id,
            @Parameter(description = "From 0")
                    @RequestParam(defaultValue = "0")
                    @Min(0)
                    @Max(PageOf.LAST)
                    int page,
            @RequestParam(defaultValue = "50") @Min(1) @Max(PageOf.LARGEST) int size) {
        maySeeInvoices(by);
        return PageOf.of(
                receivables.invoices(id, page * size, size), page, size, InvoiceDetails::of);
    }

    @GetMapping("/payments")
    @Operation(
            operationId = "listPayments",
            summary = "List the payments of a customer, newest first")
    PageOf<InvoicePaymentDetails> payments(
            Actor by,
            @Parameter(example = "CUS-000123") @PathVariable @PlainText(max = 100) String id,
            @Parameter(description = "From 0")
                    @RequestParam(defaultValue = "0")
                    @Min(0)
                    @Max(PageOf.LAST)
                    int page,
            @RequestParam(defaultValue = "50") @Min(1) @Max(PageOf.LARGEST) int size) {
        maySeeInvoices(by);
        return PageOf.of(
                receivables.payments(id, page * size, size), page, size, InvoicePaymentDetails::of);
    }

    @GetMapping("/receivables")
    @Operation(
            operationId = "readReceivables",
            summary = "Add up what a customer was invoiced, paid and owed on a day")
    ReceivablesDetails receivables(
            Actor by,
            @Parameter(example = "CUS-000123") @PathVariable @PlainText(max = 100) String id,
            @Parameter(description = "The day; today where left out", example = "2026-02-28")
                    @RequestParam(required = false)
                    @Nullable LocalDate asOf) {
        maySeeInvoices(by);
        LocalDate day = asOf == null ? receivables.today() : asOf;
        return ReceivablesDetails.of(receivables.read(receivables.customer(id), day), day);
    }

    private static void maySeeInvoices(Actor by) {
        if (!GroupCheck.isIn(by, LedgerRights.SEE_INVOICES)) {
            throw GroupCheck.refusal(LedgerRights.SEE_INVOICES);
        }
    }
}
