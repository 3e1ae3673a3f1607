package dev.innkeeper.complaint.web;

import dev.innkeeper.api.BatchStopped;
import dev.innkeeper.api.FieldProblem;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of every row of a bulk intake. */
@Schema(name = "BatchReport", description = "What became of every row")
record BatchReport(
        @Schema(description = "Rows read") int rows,
        @Schema(description = "Rows that are new cases") int started,
        @Schema(description = "Rows that joined an earlier complaint") int linked,
        @Schema(description = "Rows that were sent before; their first answer is repeated")
                int repeated,
        @Schema(description = "Rows that were not taken") int refused,
        @Schema(description = "Why the rest was not read, null where all of it was")
                @Nullable BatchStopped stopped,
        List<Row> results) {

    /** What may become of a row. */
    enum Outcome {
        STARTED,
        LINKED,
        REPEATED,
        REFUSED
    }

    @Schema(name = "BatchRow")
    record Row(
            @Schema(description = "Number of the row, from 1, the header not counted") int row,
            @Schema(description = "Line of the file where it begins, from 1") long line,
            @Nullable String externalId,
            Outcome outcome,
            @Schema(description = "Null where refused") @Nullable ComplaintSummary complaint,
            @Schema(description = "What is wrong, empty where taken")
                    List<FieldProblem> problems) {}
}
