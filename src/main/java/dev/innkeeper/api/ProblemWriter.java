package dev.innkeeper.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.innkeeper.common.Language;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/**
 * Writes problems where no controller is in charge yet: in filters and at the doors of security.
 */
@Component
public class ProblemWriter {

    private final ObjectMapper json;

    ProblemWriter(ObjectMapper json) {
        this.json = json;
    }

    /** Answers with the problem in the language of the request. */
    public void write(Problem problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (response.isCommitted()) {
            return;
        }
        Language language = Language.ofHeader(request.getHeader("Accept-Language"));
        response.setStatus(problem.status().value());
        problem.headers().forEach((name, all) -> all.forEach(v -> response.addHeader(name, v)));
        response.setHeader("Content-Language", language == Language.CHINESE ? "zh-CN" : "en");
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(response.getOutputStream(), problem.in(language, Instance.of(request)));
    }
}
