package dev.innkeeper.customer.web;

import dev.innkeeper.api.PlainText;
import dev.innkeeper.customer.ContactKind;
import dev.innkeeper.customer.ContactWay;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A way to reach a customer, as a caller gives it. */
@Schema(name = "ContactWay", description = "A way to reach the customer")
record ContactWayRequest(
        @NotNull @Nullable ContactKind kind,
        @Schema(
                        description = "The number or address in any notation",
                        minLength = 1,
                        maxLength = 200,
                        example = "+86 138 0013 8000")
                @NotNull
                @PlainText(max = 200)
                @Nullable String value,
        @Schema(
                        description = "The customer wants to be reached so; one at most",
                        defaultValue = "false")
                @Nullable Boolean preferred) {

    ContactWay toWay() {
        return new ContactWay(
                Objects.requireNonNull(kind),
                Objects.requireNonNull(value).strip(),
                Boolean.TRUE.equals(preferred));
    }

    static ContactWayRequest of(ContactWay way) {
        return new ContactWayRequest(way.kind(), way.value(), way.preferred());
    }
}
