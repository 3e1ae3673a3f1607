package dev.innkeeper.customer.web;

import dev.innkeeper.common.Language;
import dev.innkeeper.customer.ErasureState;
import dev.innkeeper.customer.ErasureView;
import dev.innkeeper.customer.FileSection;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request to erase a person; it names nobody. */
@Schema(name = "Erasure", description = "A request to erase a person; it names nobody")
record ErasureDetails(
        long number,
        @Schema(example = "CUS-000123") String customerId,
        ErasureState state,
        String stateLabel,
        String requestedBy,
        Instant requestedAt,
        String reason,
        @Nullable String judgedBy,
        @Nullable Instant judgedAt,
        @Nullable String judgement,
        @Schema(
                        description =
                                "What was erased and kept; while the request waits, what would be"
                                        + " kept; empty in lists")
                List<Part> sections,
        String customerHref,
        String href) {

    /** What became of a section. */
    @Schema(name = "ErasedSection")
    record Part(
            @Schema(example = "invoices") String section,
            String label,
            @Schema(description = "How many rows were deleted or made anonymous") int erased,
            @Schema(description = "What was kept and why; null where nothing was")
                    @Nullable String kept) {

        static Part of(ErasureView.Part part, Language language) {
            FileSection section = part.section();
            return new Part(
                    section.key(),
                    language.of(section),
                    part.erased(),
                    part.kept().isEmpty() ? null : language.of(part.kept()));
        }
    }

    static ErasureDetails of(ErasureView erasure, Language language) {
        return new ErasureDetails(
                erasure.number(),
                erasure.customerId(),
                erasure.state(),
                language.of(erasure.state()),
                erasure.requestedBy(),
                erasure.requestedAt(),
                erasure.reason(),
                erasure.judgedBy(),
                erasure.judgedAt(),
                erasure.judgedAt() == null ? null : erasure.judgement(),
                erasure.parts().stream().map(part -> Part.of(part, language)).toList(),
                "/api/customers/" + erasure.customerId(),
                "/api/customers/erasures/" + erasure.number());
    }
}
