package dev.innkeeper.customer.web;

import dev.innkeeper.api.PlainText;
import dev.innkeeper.common.Language;
import dev.innkeeper.common.Tier;
import dev.innkeeper.customer.Profile;
import dev.innkeeper.customer.StrategicMark;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A customer to be entered; a contact, or a company, must be said. */
@Schema(name = "NewCustomer", description = "A customer that is not in the file yet")
record NewCustomerRequest(
        @Schema(
                        description =
                                "Your own id; the same id sent again enters nothing and gets the"
                                        + " first answer",
                        maxLength = 100,
                        example = "PMS-4711")
                @PlainText(max = 100)
                @Nullable String externalId,
        @Schema(maxLength = 200, example = "王丽") @PlainText(max = 200) @Nullable String name,
        @Schema(maxLength = 200) @PlainText(max = 200) @Nullable String company,
        @Schema(maxLength = 40, example = "91320500MA1XXXXX0X") @PlainText(max = 40)
                @Nullable String registrationNumber,
        @Nullable Language language,
        @Nullable StrategicMark strategicAs,
        @Schema(description = "PROMISING_SMALL where it is left out") @Nullable Tier tier,
        @Schema(description = "At most 20")
                @Nullable List<@Valid @NotNull ContactWayRequest> contacts) {

    Profile toProfile() {
        return new Profile(
                name,
                company,
                registrationNumber,
                language,
                null,
                "",
                strategicAs,
                contacts == null
                        ? List.of()
                        : contacts.stream().map(ContactWayRequest::toWay).toList());
    }

    Tier tierOr() {
        return Objects.requireNonNullElse(tier, Tier.PROMISING_SMALL);
    }
}
