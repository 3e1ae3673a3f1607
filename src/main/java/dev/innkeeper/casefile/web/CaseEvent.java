package dev.innkeeper.casefile.web;

import dev.innkeeper.casefile.TimeLineEntry;
import dev.innkeeper.common.Language;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An entry of a case's time line, as REST shows it. */
@Schema(name = "CaseEvent", description = "Something that happened to a case")
public record CaseEvent(
        Instant at,
        String by,
        @Schema(example = "COMPLAINT_GRADED") String event,
        String what,
        @Schema(description = "Why, by the rules") List<String> reasons,
        @Schema(description = "Why, or what was said, in a person's words") String note,
        @Schema(description = "The record of the decision") @Nullable String decision) {

    /** The entry in one language. */
    public static CaseEvent of(TimeLineEntry entry, Language language) {
        return new CaseEvent(
                entry.at(),
                entry.by(),
                entry.event(),
                language.of(entry.what()),
                entry.reasons().stream().map(language::of).toList(),
                entry.note(),
                entry.decisionId() == null ? null : "/api/decisions/" + entry.decisionId());
    }
}
