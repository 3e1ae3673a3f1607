package dev.innkeeper.keyaccount.web;

import dev.innkeeper.keyaccount.PartnerView;
import dev.innkeeper.keyaccount.facts.PartnerKind;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** What a caller is told at once. It names nobody, so that it may be kept as the first answer. */
@Schema(name = "PartnerSummary", description = "A partner as registered")
record PartnerSummary(
        @Schema(example = "PAR-000012") String id,
        PartnerKind kind,
        Instant registeredAt,
        String registeredBy,
        @Schema(example = "/api/partners/PAR-000012") String href) {

    static PartnerSummary of(PartnerView partner) {
        return new PartnerSummary(
                partner.id(),
                partner.kind(),
                partner.registeredAt(),
                partner.registeredBy(),
                PartnerLinks.partner(partner.id()));
    }
}
