package dev.innkeeper.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** A caller of the REST API over real HTTP. */
public final class Api {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final int port;
    private final Map<String, String> headers;

    private Api(int port, Map<String, String> headers) {
        this.port = port;
        this.headers = headers;
    }

    /** Nobody in particular, at the service on this port. */
    public static Api at(int port) {
        return new Api(port, Map.of());
    }

    /** Where the service is. */
    public String address() {
        return "http://localhost:" + port;
    }

    /** The same with one more header. */
    public Api with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Api(port, more);
    }

    /** The same as this demo user. */
    public Api as(String user) {
        return as(user, user + "-demo");
    }

    /** The same as this user. */
    public Api as(String user, String password) {
        byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return with("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
    }

    /** An answer; its body is missing where it is not JSON. */
    public record Answer(int status, JsonNode body, byte[] bytes, HttpHeaders headers) {

        /** A header, empty where it is not there. */
        public String header(String name) {
            return headers.firstValue(name).orElse("");
        }

        /** The text at a path such as {@code guest.name}, empty where there is none. */
        public String text(String path) {
            return at(path).asText();
        }

        /** The value at a path such as {@code guest.name}. */
        public JsonNode at(String path) {
            JsonNode node = body;
            for (String step : path.split("\\.")) {
                node = step.matches("\\d+") ? node.path(Integer.parseInt(step)) : node.path(step);
            }
            return node;
        }

        @Override
        public String toString() {
            return status + " " + new String(bytes, StandardCharsets.UTF_8);
        }
    }

    /** GET. */
    public Answer get(String path) {
        return send("GET", path, null, HttpRequest.BodyPublishers.noBody());
    }

    /** POST of JSON. */
    public Answer post(String path, String json) {
        return send("POST", path, "application/json", HttpRequest.BodyPublishers.ofString(json));
    }

    /** POST of an object as JSON. */
    public Answer post(String path, Object body) {
        try {
            return post(path, JSON.writeValueAsString(body));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** PUT of JSON. */
    public Answer put(String path, String json) {
        return send("PUT", path, "application/json", HttpRequest.BodyPublishers.ofString(json));
    }

    /** POST of a file in a form, under its name. */
    public Answer postFile(String path, String name, byte[] content) {
        var border = "border-of-the-form";
        var head =
                "--"
                        + border
                        + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                        + name
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
        byte[] start = head.getBytes(StandardCharsets.UTF_8);
        byte[] end = ("\r\n--" + border + "--\r\n").getBytes(StandardCharsets.UTF_8);
        byte[] all = new byte[start.length + content.length + end.length];
        System.arraycopy(start, 0, all, 0, start.length);
        System.arraycopy(content, 0, all, start.length, content.length);
        System.arraycopy(end, 0, all, start.length + content.length, end.length);
        return send(
                "POST",
                path,
                "multipart/form-data; boundary=" + border,
                HttpRequest.BodyPublishers.ofByteArray(all));
    }

    /**
     * Any request.
     *
     * @param type the Content-Type, null for none
     */
    public Answer send(String method, String path, String type, HttpRequest.BodyPublisher body) {
        try {
            var request =
                    HttpRequest.newBuilder(URI.create(address() + path))
                            .timeout(Duration.ofMinutes(2))
                            .method(method, body);
            headers.forEach(request::header);
            if (type != null) {
                request.header("Content-Type", type);
            }
            var answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            boolean isJson =
                    answer.headers().firstValue("Content-Type").orElse("").contains("json");
            return new Answer(
                    answer.statusCode(),
                    isJson ? JSON.readTree(answer.body()) : MissingNode.getInstance(),
                    answer.body(),
                    answer.headers());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
