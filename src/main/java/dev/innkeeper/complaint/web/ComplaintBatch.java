package dev.innkeeper.complaint.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.innkeeper.api.ApiProperties;
import dev.innkeeper.api.FieldProblem;
import dev.innkeeper.api.Idempotency;
import dev.innkeeper.api.Problem;
import dev.innkeeper.api.ProblemException;
import dev.innkeeper.api.Problems;
import dev.innkeeper.api.Unreadable;
import dev.innkeeper.api.Violations;
import dev.innkeeper.common.Actor;
import dev.innkeeper.common.Language;
import jakarta.validation.Validator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Takes many complaints, each in a transaction of its own: bad rows are reported, the rest is
 * taken.
 */
@Component
class ComplaintBatch {

    private final ComplaintStart start;
    private final Validator validator;
    private final ObjectMapper json;
    private final int mostRows;

    ComplaintBatch(
            ComplaintStart start, Validator validator, ObjectMapper json, ApiProperties limits) {
        this.start = start;
        this.validator = validator;
        this.json = json;
        this.mostRows = limits.maxBatchRows();
    }

    BatchReport take(RowSource source, @Nullable String key, Actor by, Language language) {
        List<BatchReport.Row> results = new ArrayList<>();
        BatchReport.Stopped stopped = null;
        while (stopped == null) {
            RowSource.Raw raw;
            try {
                raw = source.next();
            } catch (IOException | IllegalStateException unreadable) {
                stopped =
                        stopped(source.line(), Problems.unreadable(unreadable), results, language);
                break;
            }
            if (raw == null) {
                break;
            }
            if (results.size() == mostRows) {
                stopped = stopped(raw.line(), tooMany(), results, language);
                break;
            }
            int number = results.size() + 1;
            try {
                results.add(take(raw, number, key == null ? null : key + "/" + number, by));
            } catch (RuntimeException failure) {
                Problem problem = Problems.of(failure);
                if (problem.type().equals("unavailable")) {
                    stopped = stopped(raw.line(), problem, results, language);
                } else {
                    results.add(refused(raw, number, problem, language));
                }
            }
        }
        return report(results, stopped);
    }

    private BatchReport.Row take(RowSource.Raw raw, int number, @Nullable String key, Actor by) {
        JsonNode content = raw.content();
        if (content == null) {
            throw new ProblemException(Problem.invalid(raw.problems()));
        }
        ComplaintRequest request;
        try {
            request = json.treeToValue(content, ComplaintRequest.class);
        } catch (JsonProcessingException unreadable) {
            throw new ProblemException(Unreadable.problem(unreadable));
        }
        var violations = validator.validate(request);
        if (!violations.isEmpty()) {
            throw new ProblemException(Problem.invalid(Violations.fields(violations)));
        }
        Idempotency.Once<ComplaintSummary> once = start.start(request, key, by);
        BatchReport.Outcome outcome = BatchReport.Outcome.STARTED;
        if (once.repeated()) {
            outcome = BatchReport.Outcome.REPEATED;
        } else if (once.answer().linkedTo() != null) {
            outcome = BatchReport.Outcome.LINKED;
        }
        return new BatchReport.Row(
                number, raw.line(), externalId(raw), outcome, once.answer(), List.of());
    }

    private static BatchReport.Row refused(
            RowSource.Raw raw, int number, Problem problem, Language language) {
        return new BatchReport.Row(
                number,
                raw.line(),
                externalId(raw),
                BatchReport.Outcome.REFUSED,
                null,
                problem.fields(language));
    }

    private static @Nullable String externalId(RowSource.Raw raw) {
        JsonNode content = raw.content();
        if (content == null || !content.path("externalId").isTextual()) {
            return null;
        }
        return Unreadable.shown(content.path("externalId").textValue());
    }

    /** Nothing taken yet: the whole request is refused; else the rest is. */
    private static BatchReport.Stopped stopped(
            long line, Problem problem, List<BatchReport.Row> results, Language language) {
        if (results.isEmpty()) {
            throw new ProblemException(problem);
        }
        FieldProblem first = problem.fields(language).get(0);
        return new BatchReport.Stopped(line, first.message(), first.remedy());
    }

    private Problem tooMany() {
        return Problem.of(
                HttpStatus.PAYLOAD_TOO_LARGE,
                "too-large",
                "Too large | 内容过大",
                "",
                "Only "
                        + mostRows
                        + " rows are taken at once; the rest was not read. | 一次最多接收 "
                        + mostRows
                        + " 行，其余未读取。",
                "Send the rest in another request. | 请将其余部分另行发送。");
    }

    private static BatchReport report(
            List<BatchReport.Row> results, BatchReport.@Nullable Stopped stopped) {
        return new BatchReport(
                results.size(),
                count(results, BatchReport.Outcome.STARTED),
                count(results, BatchReport.Outcome.LINKED),
                count(results, BatchReport.Outcome.REPEATED),
                count(results, BatchReport.Outcome.REFUSED),
                stopped,
                results);
    }

    private static int count(List<BatchReport.Row> results, BatchReport.Outcome outcome) {
        return (int) results.stream().filter(row -> row.outcome() == outcome).count();
    }
}
