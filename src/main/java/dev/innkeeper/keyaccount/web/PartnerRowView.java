package dev.innkeeper.keyaccount.web;

import dev.innkeeper.keyaccount.PartnerRow;
import dev.innkeeper.keyaccount.facts.PartnerKind;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** A partner in a list. */
@Schema(name = "PartnerRow", description = "A partner in a list")
record PartnerRowView(
        @Schema(example = "PAR-000012") String id,
        PartnerKind kind,
        String name,
        @Schema(description = "An audit finding about the partner is open") boolean openFinding,
        @Schema(description = "How many prospects the partner named") int registrations,
        @Schema(description = "How many rewards there are, lapsed ones too") int rewards,
        Instant registeredAt,
        String href) {

    static PartnerRowView of(PartnerRow row) {
        return new PartnerRowView(
                row.partner().id(),
                row.partner().kind(),
                row.partner().name(),
                row.openFinding(),
                row.registrations(),
                row.rewards(),
                row.partner().registeredAt(),
                PartnerLinks.partner(row.partner().id()));
    }
}
