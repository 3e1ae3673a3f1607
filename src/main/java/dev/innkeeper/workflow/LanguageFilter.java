package dev.innkeeper.workflow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.innkeeper.common.Language;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers the engine's REST API, and the webapps that use it, in the language that the request asks
 * for. Only JSON is touched; everything else streams through.
 */
class LanguageFilter extends OncePerRequestFilter {

    private static final Set<String> CONDITIONS = Set.of("if-none-match", "if-modified-since");

    /** A group that is read to be changed keeps its name, which is in both languages. */
    private static final Pattern ONE_GROUP = Pattern.compile(".*/group/[^/]+");

    private final EngineAnswer answers;
    private final ObjectMapper json;

    LanguageFilter(EngineAnswer answers, ObjectMapper json) {
        this.answers = answers;
        this.json = json;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Language language = Language.ofHeader(request.getHeader("Accept-Language"));
        boolean webapp = request.getRequestURI().contains("/camunda/");
        if (language == Language.ENGLISH && !webapp
                || ONE_GROUP.matcher(request.getRequestURI()).matches()) {
            chain.doFilter(request, response);
            return;
        }
        JsonResponse held = new JsonResponse(response);
        chain.doFilter(new Unconditional(request), held);
        if (held.isHeld()) {
            byte[] body = held.body();
            held.release(translated(body, language, webapp), language);
        }
    }

    private byte[] translated(byte[] body, Language language, boolean webapp) throws IOException {
        JsonNode answer;
        try {
            answer = json.readTree(body);
        } catch (JsonProcessingException e) {
            return body;
        }
        if (answer == null || answer.isMissingNode()) {
            return body;
        }
        answers.translate(answer, language, webapp);
        if (language == Language.CHINESE && answer instanceof ObjectNode object) {
            translateDiagram(object);
        }
        return json.writeValueAsBytes(answer);
    }

    private void translateDiagram(ObjectNode object) {
        JsonNode xml = object.get("bpmn20Xml");
        if (xml != null && xml.isTextual()) {
            answers.diagram(object.path("id").asText(), xml.textValue())
                    .ifPresent(translated -> object.put("bpmn20Xml", translated));
        }
    }

    /** What a browser keeps of an answer in one language is no answer in the other. */
    private static final class Unconditional extends HttpServletRequestWrapper {

        Unconditional(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getHeader(String name) {
            return isCondition(name) ? null : super.getHeader(name);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return isCondition(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
        }

        @Override
        public long getDateHeader(String name) {
            return isCondition(name) ? -1 : super.getDateHeader(name);
        }

        private static boolean isCondition(String name) {
            return CONDITIONS.contains(name.toLowerCase(Locale.ROOT));
        }
    }

    static void describe(HttpServletResponse response, Language language) {
        response.setHeader(
                HttpHeaders.CONTENT_LANGUAGE, language == Language.CHINESE ? "zh-CN" : "en");
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
    }
}
