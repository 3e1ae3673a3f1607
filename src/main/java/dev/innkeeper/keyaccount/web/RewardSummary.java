package dev.innkeeper.keyaccount.web;

import dev.innkeeper.keyaccount.RewardLapse;
import dev.innkeeper.keyaccount.RewardState;
import dev.innkeeper.keyaccount.RewardView;
import dev.innkeeper.keyaccount.facts.RewardCondition;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a caller is told at once. It names nobody, so that it may be kept as the first answer. */
@Schema(name = "RewardSummary", description = "How a reward stands")
record RewardSummary(
        @Schema(example = "REW-2026-000123") String number,
        @Schema(
                        description =
                                "A claimed reward becomes PAYABLE once the rules have looked at it"
                                        + " again, moments later")
                RewardState state,
        @Schema(example = "DEA-2026-000123") String deal,
        @Schema(example = "PAR-000012") String partner,
        @Schema(description = "CNY, rounded down to the fen; 0 until it is decided")
                BigDecimal amount,
        @Schema(description = "What was missing when the rules were asked last")
                List<RewardCondition> missing,
        @Nullable Instant claimUntil,
        @Nullable Instant claimedAt,
        @Nullable Instant clawBackUntil,
        @Schema(description = "Why it will not be paid") @Nullable RewardLapse lapse,
        @Schema(example = "/api/rewards/REW-2026-000123") String href) {

    static RewardSummary of(RewardView reward) {
        return new RewardSummary(
                reward.number().value(),
                reward.state(),
                reward.deal().value(),
                reward.partner().id(),
                reward.amount().amount(),
                List.copyOf(reward.missing()),
                reward.claimUntil(),
                reward.claimedAt(),
                reward.clawBackUntil(),
                reward.lapse(),
                PartnerLinks.reward(reward.number()));
    }
}
