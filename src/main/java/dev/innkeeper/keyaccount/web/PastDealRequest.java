package dev.innkeeper.keyaccount.web;

import dev.innkeeper.api.DateForm;
import dev.innkeeper.api.PlainText;
import dev.innkeeper.api.Yuan;
import dev.innkeeper.common.Money;
import dev.innkeeper.keyaccount.PastDeal;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A row of the past as its source writes it. */
@Schema(name = "PastDeal", description = "A deal from before the service")
record PastDealRequest(
        @Schema(
                        description = "Your own id; the same id sent again is not taken again",
                        maxLength = 100,
                        example = "1C1I7A6R")
                @PlainText(max = 100)
                @Nullable String externalId,
        @Schema(
                        description = "Who hunted it: a name or a user id, kept as it is",
                        maxLength = 64,
                        example = "Moses Frase")
                @PlainText(max = 64)
                @Nullable String owner,
        @Schema(description = "Who led the hunter", maxLength = 200, example = "Dustin Brinkmann")
                @PlainText(max = 200)
                @Nullable String manager,
        @Schema(maxLength = 100, example = "GTX Plus Basic") @PlainText(max = 100)
                @Nullable String product,
        @Schema(
                        description = "The customer, recognised by this name",
                        maxLength = 200,
                        example = "Cancity")
                @PlainText(max = 200)
                @Nullable String company,
        @Schema(description = "In which the customer works", maxLength = 200, example = "retail")
                @PlainText(max = 200)
                @Nullable String sector,
        @Schema(
                        description =
                                "LEAD, QUALIFIED, PLANNED, PROPOSED, NEGOTIATING, WON, LOST,"
                                        + " DISCARDED, or the source's word for it as the parameter"
                                        + " `stages` explains",
                        maxLength = 60,
                        example = "WON")
                @NotNull
                @PlainText(max = 60)
                @Nullable String stage,
        @Schema(
                        description =
                                "The day on which it began; today for an open deal without one",
                        maxLength = 20,
                        example = "2016-10-20")
                @PlainText(max = 20)
                @Nullable String engagedOn,
        @Schema(description = "The day on which it ended", maxLength = 20, example = "2017-03-01")
                @PlainText(max = 20)
                @Nullable String closedOn,
        @Schema(
                        description = "What the customer pays in the first year, in CNY",
                        defaultValue = "0",
                        minimum = "0",
                        example = "1054")
                @Yuan
                @Nullable BigDecimal value) {

    /** What the history takes; call only where the request is valid. */
    PastDeal toPastDeal(DateForm dates, StageNames stages) {
        return new PastDeal(
                externalId == null ? null : externalId.strip(),
                owner,
                manager,
                product,
                company,
                sector,
                stages.read(stage),
                dates.read("engagedOn", engagedOn),
                dates.read("closedOn", closedOn),
                value == null ? Money.ZERO : new Money(value));
    }
}
