package dev.innkeeper.decision.web;

import dev.innkeeper.api.Problem;
import dev.innkeeper.api.ProblemWriter;
import dev.innkeeper.decision.DecisionFailed;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * Answers a question that the rules could not answer: what is wrong with them, and who mends it.
 */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class DecisionFailures {

    private static final Logger LOG = LoggerFactory.getLogger(DecisionFailures.class);

    private final ProblemWriter writer;

    DecisionFailures(ProblemWriter writer) {
        this.writer = writer;
    }

    @ExceptionHandler
    void failed(DecisionFailed failure, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        LOG.error("The rules could not answer: {}", failure.getMessage(), failure);
        response.setHeader("Retry-After", "60");
        writer.write(
                Problem.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "rules",
                        "The rules cannot answer | 规则无法给出结论",
                        "",
                        "%s | 规则无法给出结论：%1$s".formatted(failure.getMessage()),
                        "Mend the rules (GET /api/rules shows how they stand), then send it again."
                                + " | 请修正规则（GET /api/rules可查看状态）后重新发送。"),
                request,
                response);
    }
}
