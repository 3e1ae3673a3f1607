package dev.innkeeper.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.innkeeper.common.Language;
import jakarta.validation.Validator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Takes the rows of a bulk intake one by one: bad rows are reported by line, the rest is taken.
 * Each row is what its taker makes of it; none of them rolls another one back.
 */
@Component
public class Batch {

    private final Validator validator;
    private final ObjectMapper json;
    private final int mostRows;

    Batch(Validator validator, ObjectMapper json, ApiProperties limits) {
        this.validator = validator;
        this.json = json;
        this.mostRows = limits.maxBatchRows();
    }

    /**
     * Where a row stands.
     *
     * @param number of the row, from 1, the header not counted
     * @param line of the file where it begins, from 1
     * @param externalId the caller's id, null where there is none
     */
    public record Place(int number, long line, @Nullable String externalId) {}

    /**
     * Takes one row, which is valid.
     *
     * @param <T> the row
     * @param <R> what became of it
     */
    @FunctionalInterface
    public interface Taker<T, R> {

        /** Does what the row asks for. */
        R take(T row, Place place);
    }

    /**
     * Reports one row that was not taken.
     *
     * @param <R> what became of it
     */
    @FunctionalInterface
    public interface Refuser<R> {

        /** Says what is wrong with the row. */
        R refuse(Place place, List<FieldProblem> problems);
    }

    /**
     * What became of the rows.
     *
     * @param stopped why the rest was not read, null where all of it was
     */
    public record Taken<R>(List<R> rows, @Nullable BatchStopped stopped) {}

    /**
     * Takes all rows that can be taken.
     *
     * @param type of a row
     * @param language in which problems are told
     * @throws ProblemException where not even the first row could be read
     */
    public <T, R> Taken<R> take(
            RowSource source,
            Class<T> type,
            Language language,
            Taker<T, R> taker,
            Refuser<R> refuser) {
        List<R> results = new ArrayList<>();
        while (true) {
            RowSource.Raw raw;
            try {
                raw = source.next();
            } catch (IOException | IllegalStateException unreadable) {
                return stopped(source.line(), Problems.unreadable(unreadable), results, language);
            }
            if (raw == null) {
                return new Taken<>(results, null);
            }
            if (results.size() == mostRows) {
                return stopped(raw.line(), tooMany(), results, language);
            }
            Place place = new Place(results.size() + 1, raw.line(), externalId(raw));
            try {
                results.add(taker.take(read(raw, type), place));
            } catch (RuntimeException failure) {
                Problem problem = Problems.of(failure);
                if (problem.type().equals("unavailable")) {
                    return stopped(raw.line(), problem, results, language);
                }
                results.add(refuser.refuse(place, problem.fields(language)));
            }
        }
    }

    private <T> T read(RowSource.Raw raw, Class<T> type) {
        JsonNode content = raw.content();
        if (content == null) {
            throw new ProblemException(Problem.invalid(raw.problems()));
        }
        T row;
        try {
            row = json.treeToValue(content, type);
        } catch (JsonProcessingException unreadable) {
            throw new ProblemException(Unreadable.problem(unreadable));
        }
        var violations = validator.validate(row);
        if (!violations.isEmpty()) {
            throw new ProblemException(Problem.invalid(Violations.fields(violations)));
        }
        return row;
    }

    private static @Nullable String externalId(RowSource.Raw raw) {
        JsonNode content = raw.content();
        if (content == null || !content.path("externalId").isTextual()) {
            return null;
        }
        return Unreadable.shown(content.path("externalId").textValue());
    }

    /** Nothing taken yet: the whole request is refused; else the rest is. */
    private static <R> Taken<R> stopped(
            long line, Problem problem, List<R> results, Language language) {
        if (results.isEmpty()) {
            throw new ProblemException(problem);
        }
        FieldProblem first = problem.fields(language).get(0);
        return new Taken<>(results, new BatchStopped(line, first.message(), first.remedy()));
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
}
