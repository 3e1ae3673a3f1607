package dev.innkeeper.keyaccount.web;

import dev.innkeeper.api.ContactRequest;
import dev.innkeeper.api.PlainText;
import dev.innkeeper.common.Contact;
import dev.innkeeper.keyaccount.NewPartner;
import dev.innkeeper.keyaccount.facts.PartnerKind;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A partner as a caller registers one. */
@Schema(name = "NewPartner", description = "Somebody who leads customers to the house")
record PartnerRequest(
        @Schema(description = "It sets the percentage of a reward") @NotNull
                @Nullable PartnerKind kind,
        @Schema(
                        description = "The person or the firm",
                        minLength = 1,
                        maxLength = 200,
                        example = "远航国际旅行社")
                @NotNull
                @PlainText(max = 200)
                @Nullable String name,
        @Valid @Nullable ContactRequest contact,
        @Schema(
                        description = "The account to which rewards are paid",
                        maxLength = 500,
                        example = "中国银行 6217 0000 0000 0000")
                @PlainText(max = 500, lines = true)
                @Nullable String payTo,
        @Schema(description = "An employee of ours, who earns no reward", defaultValue = "false")
                @Nullable Boolean ourEmployee,
        @Schema(
                        description = "An employee of a customer, who earns no reward",
                        defaultValue = "false")
                @Nullable Boolean customersEmployee,
        @Schema(
                        description =
                                "Whose employee, and as what; needed where one of the two is so",
                        maxLength = 500)
                @PlainText(max = 500)
                @Nullable String employeeWords,
        @Schema(description = "Anything else", maxLength = 4000)
                @PlainText(max = 4000, lines = true)
                @Nullable String note) {

    /** What the desk takes; call only where the request is valid. */
    NewPartner toPartner() {
        return new NewPartner(
                Objects.requireNonNull(kind),
                Objects.requireNonNull(name).strip(),
                contact == null ? Contact.NOBODY : contact.toContact(),
                Objects.requireNonNullElse(payTo, ""),
                Boolean.TRUE.equals(ourEmployee),
                Boolean.TRUE.equals(customersEmployee),
                Objects.requireNonNullElse(employeeWords, ""),
                Objects.requireNonNullElse(note, ""));
    }
}
