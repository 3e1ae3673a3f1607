package dev.innkeeper.api;

import dev.innkeeper.common.Language;
import dev.innkeeper.common.Refusal;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/**
 * An error as REST answers it: a problem detail (RFC 9457) with the members {@code field}, {@code
 * remedy} and, where several fields are at fault, {@code errors}. Sentences are bilingual until
 * {@link #in} chooses.
 *
 * @param status the HTTP status
 * @param type a short name of the kind of problem, the last part of its {@code type}
 * @param title the kind of problem in words, the same for all of its type
 * @param field the field at fault, empty where it is none in particular
 * @param message what is wrong
 * @param remedy what to do
 * @param errors every field at fault, where there may be several
 * @param more further members, such as {@code line} and {@code column}
 * @param headers further headers, such as {@code Retry-After}
 */
public record Problem(
        HttpStatusCode status,
        String type,
        String title,
        String field,
        String message,
        String remedy,
        List<FieldProblem> errors,
        Map<String, Object> more,
        HttpHeaders headers) {

    private static final String TYPES = "urn:innkeeper:problem:";

    /** Takes copies of what can change. */
    public Problem {
        Objects.requireNonNull(status);
        errors = List.copyOf(errors);
        more = Map.copyOf(more);
        headers = HttpHeaders.readOnlyHttpHeaders(headers);
    }

    /** A problem of one field, or of none in particular ({@code field} empty). */
    public static Problem of(
            HttpStatusCode status,
            String type,
            String title,
            String field,
            String message,
            String remedy) {
        return new Problem(
                status,
                type,
                title,
                field,
                message,
                remedy,
                List.of(),
                Map.of(),
                new HttpHeaders());
    }

    /** What a desk refused. */
    public static Problem of(Refusal refusal) {
        String title =
                switch (refusal.kind()) {
                    case INVALID -> "Not valid | 内容无效";
                    case FORBIDDEN -> "Not allowed | 无权操作";
                    case UNKNOWN -> "Not found | 未找到";
                    case NOT_NOW -> "Not possible now | 当前状态下不可操作";
                    case REFUSED -> "Refused | 被拒绝";
                };
        String type =
                switch (refusal.kind()) {
                    case INVALID -> "invalid";
                    case FORBIDDEN -> "forbidden";
                    case UNKNOWN -> "unknown";
                    case NOT_NOW -> "not-now";
                    case REFUSED -> "refused";
                };
        return of(
                HttpStatus.valueOf(refusal.kind().status()),
                type,
                title,
                refusal.field(),
                refusal.getMessage(),
                refusal.remedy());
    }

    /** Fields that are not valid, at least one. */
    public static Problem invalid(List<FieldProblem> errors) {
        FieldProblem first = errors.get(0);
        return new Problem(
                HttpStatus.BAD_REQUEST,
                "invalid",
                "Not valid | 内容无效",
                first.field(),
                first.message(),
                first.remedy(),
                errors,
                Map.of(),
                new HttpHeaders());
    }

    Problem with(String member, Object value) {
        var members = new LinkedHashMap<>(more);
        members.put(member, value);
        return new Problem(status, type, title, field, message, remedy, errors, members, headers);
    }

    Problem withHeader(String name, String value) {
        var all = new HttpHeaders();
        all.putAll(headers);
        all.set(name, value);
        return new Problem(status, type, title, field, message, remedy, errors, more, all);
    }

    /** The problem detail in one language. */
    public ProblemDetail in(Language language, String instance) {
        var detail = ProblemDetail.forStatusAndDetail(status, language.of(message));
        detail.setType(URI.create(TYPES + type));
        detail.setTitle(language.of(title));
        if (!instance.isEmpty()) {
            detail.setInstance(URI.create(instance));
        }
        var members = new LinkedHashMap<String, Object>();
        if (!field.isEmpty()) {
            members.put("field", field);
        }
        members.put("remedy", language.of(remedy));
        if (!errors.isEmpty()) {
            var localised = new ArrayList<FieldProblem>();
            errors.forEach(error -> localised.add(error.in(language)));
            members.put("errors", localised);
        }
        members.putAll(more);
        members.forEach(detail::setProperty);
        return detail;
    }

    /** Every field at fault in one language; at least one, its name empty where it is none. */
    public List<FieldProblem> fields(Language language) {
        return errors.isEmpty()
                ? List.of(new FieldProblem(field, message, remedy).in(language))
                : errors.stream().map(error -> error.in(language)).toList();
    }

    /** The whole answer in one language. */
    ResponseEntity<ProblemDetail> answer(Language language, String instance) {
        return ResponseEntity.status(status)
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header(HttpHeaders.CONTENT_LANGUAGE, language == Language.CHINESE ? "zh-CN" : "en")
                .body(in(language, instance));
    }
}
