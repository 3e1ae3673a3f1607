package dev.innkeeper.keyaccount.web;

import dev.innkeeper.keyaccount.RegistrationView;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** A prospect that a partner named. */
@Schema(name = "Prospect", description = "A prospect that a partner named")
record RegistrationDetails(
        long id,
        String partner,
        @Schema(example = "CUS-000123") String customer,
        @Schema(description = "When the partner named it") Instant at,
        @Schema(description = "Entered later than it happened: the date rests on the proof")
                boolean backdated,
        String proof,
        String proofDocument,
        String project,
        String enteredBy,
        Instant enteredAt,
        @Schema(description = "The customer") String href) {

    static RegistrationDetails of(RegistrationView registration) {
        return new RegistrationDetails(
                registration.id(),
                registration.partnerId(),
                registration.customerId(),
                registration.at(),
                registration.isBackdated(),
                registration.proof(),
                registration.proofDocument(),
                registration.project(),
                registration.enteredBy(),
                registration.enteredAt(),
                PartnerLinks.customer(registration.customerId()));
    }
}
