package dev.innkeeper.customer.web;

import dev.innkeeper.common.Language;
import dev.innkeeper.customer.imports.ImportKind;
import dev.innkeeper.customer.imports.ImportProblem;
import dev.innkeeper.customer.imports.ImportState;
import dev.innkeeper.customer.imports.ImportView;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A file that came in, and how far it is taken. */
@Schema(name = "Import")
record ImportDetails(
        @Schema(example = "IMP-2026-000001") String number,
        ImportKind kind,
        ImportState state,
        @Schema(description = "The state in words") String stateName,
        @Schema(description = "What the sender calls the file, or null") @Nullable String file,
        @Schema(description = "The system whose ids the customers have, or null")
                @Nullable String system,
        @Schema(description = "Columns that are passed over besides those that always are")
                List<String> ignored,
        @Schema(description = "Encoding in which it is read") String charset,
        @Schema(description = "Length of the file, as far as it came in") long bytes,
        long bytesDone,
        @Schema(description = "Of the bytes, 0 to 100") int percent,
        @Schema(description = "Rows read, the header not counted") long rows,
        @Schema(description = "Rows that were new") long taken,
        @Schema(description = "Rows that were known and said something new") long changed,
        @Schema(description = "Rows that were known and said nothing new") long unchanged,
        @Schema(description = "Rows of which nothing was kept; see problems") long refused,
        @Schema(description = "While it was worked on; null before the first rows")
                @Nullable BigDecimal rowsPerSecond,
        @Schema(description = "When it will be over at this pace, while it runs")
                @Nullable Instant expectedEnd,
        @Schema(description = "Why the rest of the file cannot be read, or null")
                @Nullable Stopped stopped,
        String sentBy,
        Instant sentAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Schema(description = "What may be done next") Allowed allowed,
        String problemsHref,
        String href) {

    @Schema(name = "ImportStopped")
    record Stopped(
            @Schema(description = "Line where reading ended, from 1") long line,
            String message,
            String remedy) {

        static @Nullable Stopped of(@Nullable ImportProblem problem, Language language) {
            return problem == null
                    ? null
                    : new Stopped(
                            problem.line(),
                            language.of(problem.message()),
                            language.of(problem.remedy()));
        }
    }

    @Schema(name = "ImportAllowed")
    record Allowed(@Schema(description = "Stop it") boolean cancellation) {}

    static ImportDetails of(ImportView view, Language language) {
        String href = ImportController.IMPORTS + "/" + view.number().value();
        Double pace = view.rowsPerSecond();
        return new ImportDetails(
                view.number().value(),
                view.order().kind(),
                view.state(),
                language.of(view.state()),
                view.order().fileName(),
                view.order().system(),
                view.order().ignored(),
                view.order().charset().name(),
                view.bytes(),
                view.bytesDone(),
                percent(view),
                view.rows(),
                view.taken(),
                view.changed(),
                view.unchanged(),
                view.refused(),
                pace == null ? null : BigDecimal.valueOf(pace).setScale(1, RoundingMode.HALF_UP),
                view.expectedEnd(),
                Stopped.of(view.stopped(), language),
                view.sentBy(),
                view.sentAt(),
                view.startedAt(),
                view.endedAt(),
                new Allowed(
                        Set.of(ImportState.RECEIVED, ImportState.RUNNING).contains(view.state())),
                href + "/problems",
                href);
    }

    private static int percent(ImportView view) {
        if (view.bytes() == 0 || view.state() == ImportState.RECEIVING) {
            return 0;
        }
        return (int) (view.bytesDone() * 100 / view.bytes());
    }
}
