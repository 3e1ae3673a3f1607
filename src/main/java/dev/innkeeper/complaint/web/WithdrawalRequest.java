package dev.innkeeper.complaint.web;

import dev.innkeeper.api.PlainText;
import dev.innkeeper.complaint.Withdrawal;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The guest takes the complaint back. */
@Schema(name = "NewWithdrawal", description = "The guest takes the complaint back")
record WithdrawalRequest(
        @Schema(
                        description = "Why",
                        minLength = 1,
                        maxLength = 4000,
                        example = "The guest found the wallet in the suitcase.")
                @NotNull
                @PlainText(max = 4000, lines = true)
                @Nullable String reason) {

    Withdrawal toWithdrawal() {
        return new Withdrawal(Objects.requireNonNull(reason).strip());
    }
}
