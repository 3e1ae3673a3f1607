package dev.innkeeper.customer.web;

import dev.innkeeper.customer.Consent;
import dev.innkeeper.customer.ConsentPurpose;
import dev.innkeeper.customer.ConsentWay;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** What a customer said of a purpose. */
@Schema(name = "Consent")
record ConsentView(
        ConsentPurpose purpose,
        boolean given,
        Instant at,
        @Schema(description = "Who recorded it") String by,
        ConsentWay how,
        String words) {

    static ConsentView of(Consent consent) {
        return new ConsentView(
                consent.purpose(),
                consent.given(),
                consent.at(),
                consent.by(),
                consent.how(),
                consent.words());
    }
}
