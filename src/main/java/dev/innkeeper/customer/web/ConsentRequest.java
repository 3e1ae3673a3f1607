package dev.innkeeper.customer.web;

import dev.innkeeper.api.PlainText;
import dev.innkeeper.customer.ConsentWay;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** What a customer says of a purpose. */
@Schema(name = "NewConsent", description = "What the customer says of the purpose now")
record ConsentRequest(
        @Schema(description = "Agrees; false takes it back") @NotNull @Nullable Boolean given,
        @Schema(description = "How it was said") @NotNull @Nullable ConsentWay how,
        @Schema(
                        description = "Where the proof is, or what was said",
                        maxLength = 500,
                        example = "Registration form of 20 November")
                @PlainText(max = 500, lines = true)
                @Nullable String words) {}
