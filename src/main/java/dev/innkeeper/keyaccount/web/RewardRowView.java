package dev.innkeeper.keyaccount.web;

import dev.innkeeper.keyaccount.RewardLapse;
import dev.innkeeper.keyaccount.RewardRow;
import dev.innkeeper.keyaccount.RewardState;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A reward in a list. */
@Schema(name = "RewardRow", description = "A reward in a list")
record RewardRowView(
        @Schema(example = "REW-2026-000123") String number,
        RewardState state,
        Instant stateSince,
        @Schema(example = "DEA-2026-000123") String deal,
        @Schema(example = "PAR-000012") String partner,
        String partnerName,
        @Schema(description = "When the partner named the prospect") Instant registeredAt,
        @Schema(
                        description =
                                "1 for the partner registered first, 2 for the second, 0 until the"
                                        + " deal is won")
                int position,
        @Schema(description = "CNY, rounded down to the fen; 0 until it is decided")
                BigDecimal amount,
        @Schema(description = "From then on it can no longer be claimed")
                @Nullable Instant claimUntil,
        @Schema(description = "From then on it stays with the partner")
                @Nullable Instant clawBackUntil,
        @Schema(description = "Why it will not be paid") @Nullable RewardLapse lapse,
        String href) {

    static RewardRowView of(RewardRow row) {
        return new RewardRowView(
                row.number().value(),
                row.state(),
                row.stateSince(),
                row.deal().value(),
                row.partnerId(),
                row.partnerName(),
                row.registeredAt(),
                row.position(),
                row.amount().amount(),
                row.claimUntil(),
                row.clawBackUntil(),
                row.lapse(),
                PartnerLinks.reward(row.number()));
    }
}
