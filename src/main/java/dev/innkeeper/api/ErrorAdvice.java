package dev.innkeeper.api;

import dev.innkeeper.common.Language;
import dev.innkeeper.common.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.MethodParameter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.validation.FieldError;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Answers every failure of the API with a problem that names the field and the remedy. */
@RestControllerAdvice
// behind those of features, which know their own failures
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class ErrorAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorAdvice.class);
    private static final String SEE_API = "Look at the description of the API. | 请参阅接口说明。";

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(Refusal refusal, HttpServletRequest request) {
        return answer(Problem.of(refusal), request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> problem(ProblemException failure, HttpServletRequest request) {
        return answer(failure.problem(), request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooMany(
            RateLimit.TooManyRequests failure, HttpServletRequest request) {
        return answer(failure.problem(), request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(
            HttpMessageNotReadableException failure, HttpServletRequest request) {
        return answer(Problems.unreadable(failure), request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalid(
            MethodArgumentNotValidException failure, HttpServletRequest request) {
        List<FieldProblem> errors =
                failure.getBindingResult().getAllErrors().stream()
                        .map(
                                error -> {
                                    String path =
                                            error instanceof FieldError field
                                                    ? field.getField()
                                                    : "";
                                    return error.contains(ConstraintViolation.class)
                                            ? Violations.field(
                                                    path, error.unwrap(ConstraintViolation.class))
                                            : notReadable(path);
                                })
                        .sorted(Comparator.comparing(FieldProblem::field))
                        .toList();
        return answer(Problem.invalid(errors), request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalid(
            HandlerMethodValidationException failure, HttpServletRequest request) {
        var errors = new ArrayList<FieldProblem>();
        failure.getParameterValidationResults()
                .forEach(
                        result -> {
                            String name = name(result.getMethodParameter());
                            result.getResolvableErrors()
                                    .forEach(
                                            error ->
                                                    errors.add(
                                                            Violations.field(
                                                                    error instanceof FieldError f
                                                                            ? f.getField()
                                                                            : name,
                                                                    result.unwrap(
                                                                            error,
                                                                            ConstraintViolation
                                                                                    .class))));
                        });
        errors.sort(Comparator.comparing(FieldProblem::field));
        return answer(Problem.invalid(errors), request);
    }

    /** As the caller knows it: the name of the header, or of the parameter. */
    private static String name(MethodParameter parameter) {
        RequestHeader header = parameter.getParameterAnnotation(RequestHeader.class);
        if (header != null && !header.name().isEmpty()) {
            return header.name();
        }
        return Objects.requireNonNullElse(parameter.getParameterName(), "");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalid(
            ConstraintViolationException failure, HttpServletRequest request) {
        return answer(
                Problem.invalid(Violations.fields(failure.getConstraintViolations())), request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> mismatch(
            MethodArgumentTypeMismatchException failure, HttpServletRequest request) {
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return answer(
                        Problem.of(
                                new Refusal(
                                        refusal.kind(),
                                        failure.getName(),
                                        refusal.getMessage(),
                                        refusal.remedy())),
                        request);
            }
        }
        Class<?> type = failure.getRequiredType();
        String given = Unreadable.shown(String.valueOf(failure.getValue()));
        return answer(
                Problem.of(
                        HttpStatus.BAD_REQUEST,
                        "invalid",
                        "Not valid | 内容无效",
                        failure.getName(),
                        "\"" + given + "\" cannot be read here. | “" + given + "”无法识别。",
                        type == null ? SEE_API : Unreadable.remedy(type)),
                request);
    }

    private static FieldProblem notReadable(String field) {
        return new FieldProblem(field, "This cannot be read. | 无法识别。", SEE_API);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> missing(
            MissingServletRequestParameterException failure, HttpServletRequest request) {
        return answer(missing(failure.getParameterName()), request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> missing(
            MissingServletRequestPartException failure, HttpServletRequest request) {
        return answer(missing(failure.getRequestPartName()), request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> missing(
            MissingRequestHeaderException failure, HttpServletRequest request) {
        return answer(missing(failure.getHeaderName()), request);
    }

    private static Problem missing(String field) {
        return Problem.invalid(
                List.of(
                        new FieldProblem(
                                field,
                                "This is missing. | 缺少此项。",
                                "Send a value for it. | 请提供该字段的值。")));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooLarge(
            MaxUploadSizeExceededException failure, HttpServletRequest request) {
        return answer(
                Problem.of(
                        HttpStatus.PAYLOAD_TOO_LARGE,
                        "too-large",
                        "Too large | 内容过大",
                        "file",
                        "The file is larger than is taken here. | 文件超过允许的大小。",
                        "Send a smaller file. | 请发送较小的文件。"),
                request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> multipart(
            MultipartException failure, HttpServletRequest request) {
        return answer(
                Problem.of(
                        HttpStatus.BAD_REQUEST,
                        "unreadable",
                        "Unreadable | 无法读取",
                        "file",
                        "The form with the file cannot be read. | 无法读取文件表单。",
                        "Send multipart/form-data with a part named file. |"
                                + " 请以 multipart/form-data 发送名为 file 的部分。"),
                request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> mediaType(
            HttpMediaTypeNotSupportedException failure, HttpServletRequest request) {
        String supported =
                failure.getSupportedMediaTypes().stream()
                        .map(MediaType::toString)
                        .filter(type -> !type.contains("*+"))
                        .distinct()
                        .collect(Collectors.joining(", "));
        return answer(
                Problem.of(
                                HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                                "media-type",
                                "Wrong media type | 媒体类型不符",
                                "Content-Type",
                                "The body is of a type that is not taken here. |" + " 不支持该请求内容类型。",
                                "Send " + supported + ". | 请使用 " + supported + "。")
                        .withHeader(HttpHeaders.ACCEPT, supported),
                request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notAcceptable(
            HttpMediaTypeNotAcceptableException failure, HttpServletRequest request) {
        String offered =
                failure.getSupportedMediaTypes().stream()
                        .map(MediaType::toString)
                        .distinct()
                        .collect(Collectors.joining(", "));
        return answer(
                Problem.of(
                        HttpStatus.NOT_ACCEPTABLE,
                        "not-acceptable",
                        "No such representation | 无此表示形式",
                        "Accept",
                        "This is not offered in the form that was asked for. |" + " 无法以所要求的格式提供。",
                        "Ask for " + offered + ". | 请使用 " + offered + "。"),
                request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> method(
            HttpRequestMethodNotSupportedException failure, HttpServletRequest request) {
        String allowed =
                Objects.requireNonNullElse(failure.getSupportedHttpMethods(), List.<HttpMethod>of())
                        .stream()
                        .map(HttpMethod::name)
                        .sorted()
                        .collect(Collectors.joining(", "));
        return answer(
                Problem.of(
                                HttpStatus.METHOD_NOT_ALLOWED,
                                "method",
                                "Method not allowed | 方法不允许",
                                "",
                                failure.getMethod()
                                        + " is not possible here. | 此处不支持 "
                                        + failure.getMethod()
                                        + "。",
                                "Use " + allowed + ". | 请使用 " + allowed + "。")
                        .withHeader(HttpHeaders.ALLOW, allowed),
                request);
    }

    @ExceptionHandler({NoResourceFoundException.class, NoHandlerFoundException.class})
    ResponseEntity<ProblemDetail> nothingHere(HttpServletRequest request) {
        return answer(
                Problem.of(
                        HttpStatus.NOT_FOUND,
                        "unknown",
                        "Not found | 未找到",
                        "",
                        "There is nothing at this address. | 该地址不存在。",
                        "Look for the address in the description of the API. |"
                                + " 请在接口说明中查找正确的地址。"),
                request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> denied(
            AccessDeniedException failure, HttpServletRequest request) {
        return answer(ApiDoors.forbidden(), request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unknownUser(
            AuthenticationException failure, HttpServletRequest request) {
        return answer(ApiDoors.unauthenticated(), request);
    }

    @ExceptionHandler({
        DataAccessResourceFailureException.class,
        QueryTimeoutException.class,
        CannotCreateTransactionException.class
    })
    ResponseEntity<ProblemDetail> unavailable(Exception failure, HttpServletRequest request) {
        LOG.warn("The database does not answer: {}", failure.getMessage());
        return answer(Problems.unavailable(), request);
    }

    @ExceptionHandler
    @Nullable ResponseEntity<ProblemDetail> gone(AsyncRequestNotUsableException failure) {
        LOG.debug("The caller went away", failure);
        return null;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> anything(Exception failure, HttpServletRequest request) {
        return answer(Problems.of(failure), request);
    }

    private static ResponseEntity<ProblemDetail> answer(
            Problem problem, HttpServletRequest request) {
        return problem.answer(
                Language.ofHeader(request.getHeader("Accept-Language")), Instance.of(request));
    }
}
