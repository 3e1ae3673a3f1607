package dev.innkeeper.keyaccount.web;

import dev.innkeeper.api.BatchStopped;
import dev.innkeeper.api.FieldProblem;
import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.keyaccount.ImportedDeal;
import dev.innkeeper.keyaccount.facts.Stage;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of every row of an import. */
@Schema(name = "DealImportReport", description = "What became of every row")
record ImportReport(
        @Schema(description = "Rows read") int rows,
        @Schema(description = "Rows that are deals now") int imported,
        @Schema(
                        description =
                                "Rows among these whose company and product somebody else hunts in"
                                        + " an open deal that was there before")
                int collisions,
        @Schema(description = "Rows that were sent before; their first answer is repeated")
                int repeated,
        @Schema(description = "Rows that were not taken") int refused,
        @Schema(description = "Why the rest was not read, null where all of it was")
                @Nullable BatchStopped stopped,
        List<Row> results) {

    /** What may become of a row. */
    enum Outcome {
        IMPORTED,
        REPEATED,
        REFUSED
    }

    /** A deal as it was taken in; stored, so that it can be answered again. */
    @Schema(name = "ImportedDeal")
    record Summary(
            @Schema(example = "DEA-2026-000123") String number,
            Stage stage,
            @Schema(
                            description =
                                    "Open deals of the same company about the same product that"
                                            + " others hunt")
                    List<String> collidesWith) {

        static Summary of(ImportedDeal deal, Stage stage) {
            return new Summary(
                    deal.number().value(),
                    stage,
                    deal.collidesWith().stream().map(CaseNumber::value).toList());
        }
    }

    @Schema(name = "DealImportRow")
    record Row(
            @Schema(description = "Number of the row, from 1, the header not counted") int row,
            @Schema(description = "Line of the file where it begins, from 1") long line,
            @Nullable String externalId,
            Outcome outcome,
            @Schema(description = "Null where refused") @Nullable Summary deal,
            @Schema(description = "What is wrong, empty where taken")
                    List<FieldProblem> problems) {}
}
