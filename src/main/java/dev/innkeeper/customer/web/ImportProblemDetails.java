package dev.innkeeper.customer.web;

import dev.innkeeper.common.Language;
import dev.innkeeper.customer.imports.ImportProblem;
import io.swagger.v3.oas.annotations.media.Schema;

/** What is wrong with a row that was not taken. */
@Schema(name = "ImportProblem")
record ImportProblemDetails(
        @Schema(description = "Where the row begins in the file, from 1") long line,
        @Schema(description = "The field at fault, empty where it is none in particular")
                String field,
        @Schema(description = "What is wrong") String message,
        @Schema(description = "What to do") String remedy) {

    static ImportProblemDetails of(ImportProblem problem, Language language) {
        return new ImportProblemDetails(
                problem.line(),
                problem.field(),
                language.of(problem.message()),
                language.of(problem.remedy()));
    }
}
