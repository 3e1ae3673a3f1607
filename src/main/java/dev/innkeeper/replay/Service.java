package dev.innkeeper.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.Base64;
import java.util.Objects;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A running service, as a command talks to it.
 *
 * @param address where it is, without a slash at the end
 * @param user who talks to it
 */
record Service(URI address, String user, String password) {

    private static final int ATTEMPTS = 5;
    private static final Duration LONGEST = Duration.ofMinutes(60);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

    /** What a command does; it answers its exit code. */
    @FunctionalInterface
    interface Work {

        /** Does it. */
        int run() throws IOException, InterruptedException;
    }

    /** The service at the usual place, unless told otherwise. */
    static Service of(URI address, String user, @Nullable String told) {
        return new Service(address, user, Objects.requireNonNullElse(told, user + "-demo"));
    }

    /**
     * The address in the form that is needed.
     *
     * @throws IllegalArgumentException where it is none
     */
    static URI address(String text) {
        String plain = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
        URI address = URI.create(plain);
        if (address.getHost() == null) {
            throw new IllegalArgumentException(
                    "The address is to be like http://localhost:8080, not " + text);
        }
        return address;
    }

    /** Does the work; where that is not possible it says why, and answers nothing. */
    OptionalInt doing(PrintStream out, Work work) {
        try {
            return OptionalInt.of(work.run());
        } catch (NoSuchFileException missing) {
            out.println("There is no file " + missing.getMessage());
        } catch (ConnectException unreachable) {
            out.println(
                    "Nothing answers at "
                            + address
                            + ". Start the service, or name its address with --url.");
        } catch (Impossible | IOException | IllegalArgumentException failure) {
            out.println(failure.getMessage());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        return OptionalInt.empty();
    }

    /** A request to a path of the service, signed in. */
    HttpRequest.Builder to(String path) {
        byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return HttpRequest.newBuilder(URI.create(address + path))
                .timeout(LONGEST)
                .header("Accept", "application/json")
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
    }

    /**
     * What the service answers; asked again where it is busy.
     *
     * @throws Impossible where it refuses
     */
    JsonNode ask(HttpRequest request) throws IOException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            HttpResponse<String> answer =
                    HTTP.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            if (answer.statusCode() == 200 || answer.statusCode() == 202) {
                return read(answer);
            }
            long wait = answer.headers().firstValueAsLong("Retry-After").orElse(-1);
            if (wait < 0 || attempt == ATTEMPTS) {
                throw new Impossible(words(answer));
            }
            Thread.sleep(Duration.ofSeconds(wait).toMillis());
        }
    }

    private static JsonNode read(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException other) {
            throw new Impossible(words(answer));
        }
    }

    private static String words(HttpResponse<String> answer) {
        try {
            JsonNode problem = JSON.readTree(answer.body());
            if (problem.hasNonNull("detail")) {
                return "The service answers "
                        + answer.statusCode()
                        + ": "
                        + problem.path("detail").asText()
                        + " "
                        + problem.path("remedy").asText();
            }
        } catch (JsonProcessingException other) {
            // Then it is not our service that answers; its status says enough.
        }
        return "The service answers "
                + answer.statusCode()
                + " instead of a report. Is it an Innkeeper that listens there?";
    }
}
