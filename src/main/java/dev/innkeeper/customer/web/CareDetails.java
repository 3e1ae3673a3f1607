package dev.innkeeper.customer.web;

import dev.innkeeper.casefile.web.CaseEvent;
import dev.innkeeper.casefile.web.OpenTaskView;
import dev.innkeeper.common.Language;
import dev.innkeeper.customer.CareTaskView;
import dev.innkeeper.customer.CareView;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything about a case of care, in the language of the request. */
@Schema(name = "CareCase", description = "Care for a customer: the calls, the reason, the offer")
record CareDetails(
        CareSummary summary,
        @Schema(description = "Why a person asked for it; empty where nobody did") String words,
        String openedBy,
        Instant openedAt,
        @Schema(description = "Calls so far") int attempts,
        @Nullable Instant nextCallAt,
        @Nullable String calledBy,
        @Nullable Instant calledAt,
        @Schema(description = "The code of the reason that the customer gave", example = "PRICE")
                @Nullable String reason,
        @Schema(description = "The reason in words") @Nullable String reasonLabel,
        @Schema(description = "What the customer said") String reasonWords,
        @Schema(description = "The code of the voucher") @Nullable String voucher,
        @Schema(description = "The day of the personal visit") @Nullable LocalDate visitOn,
        String offerWords,
        @Nullable String offeredBy,
        @Nullable Instant offeredAt,
        @Schema(description = "Until when the customer may answer") @Nullable Instant answerUntil,
        String answerWords,
        @Nullable Instant answeredAt,
        @Nullable Instant closedAt,
        List<CaseEvent> timeLine,
        List<OpenTaskView> tasks) {

    static CareDetails of(CareTaskView task, List<OpenTaskView> tasks, Language language) {
        CareView care = task.care();
        String reason = care.reason();
        return new CareDetails(
                CareSummary.of(care),
                care.words(),
                care.openedBy(),
                care.openedAt(),
                care.attempts(),
                care.nextCallAt(),
                care.calledBy(),
                care.calledAt(),
                reason,
                reason == null ? null : language.of(task.reason(reason)),
                care.reasonWords(),
                care.voucher(),
                care.visitOn(),
                care.offerWords(),
                care.offeredBy(),
                care.offeredAt(),
                care.answerUntil(),
                care.answerWords(),
                care.answeredAt(),
                care.closedAt(),
                task.timeLine().stream().map(entry -> CaseEvent.of(entry, language)).toList(),
                tasks);
    }
}
