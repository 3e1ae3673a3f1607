package dev.innkeeper.keyaccount.web;

import dev.innkeeper.api.Moment;
import dev.innkeeper.api.PlainText;
import dev.innkeeper.api.Yuan;
import dev.innkeeper.common.Money;
import dev.innkeeper.keyaccount.Payment;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Money that the customer of a won deal paid. */
@Schema(name = "NewPayment", description = "A payment of the customer; known by its reference")
record PaymentRequest(
        @Schema(
                        description = "Tells it from other payments; the same one counts once",
                        minLength = 1,
                        maxLength = 100,
                        example = "ICBC-20261120-0042")
                @NotNull
                @PlainText(max = 100)
                @Nullable String reference,
        @Schema(description = "In CNY", example = "43333.33") @NotNull @Yuan
                @Nullable BigDecimal amount,
        @Schema(description = "When; now where it is left out") @Moment @Nullable Instant paidAt) {

    Payment toPayment() {
        return new Payment(
                Objects.requireNonNull(reference).strip(),
                new Money(Objects.requireNonNull(amount)),
                paidAt);
    }
}
