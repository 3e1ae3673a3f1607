package dev.innkeeper.change.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.innkeeper.support.InnkeeperTest;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a page of changes may do by its session, and what a page of another site may not. */
@InnkeeperTest
class ChangeSessionIT {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\".*?value=\"([^\"]+)\"");
    private static final String DRAFTS = "/changes/data/drafts";
    private static final String DRAFT = "{\"title\": \"Large disputes\"}";

    @LocalServerPort private int port;

    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    private HttpResponse<String> send(String method, String path, String body, String... headers)
            throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private void signIn(String user) throws IOException, InterruptedException {
        var form = TOKEN.matcher(send("GET", "/login", "").body());
        assertThat(form.find()).isTrue();
        send(
                "POST",
                "/login",
                "username=" + user + "&password=" + user + "-demo&_csrf=" + form.group(1),
                "Content-Type",
                "application/x-www-form-urlencoded");
    }

    private JsonNode reader() throws IOException, InterruptedException {
        return new ObjectMapper().readTree(send("GET", "/changes/data/me", "").body());
    }

    private HttpResponse<String> post(String path, String body)
            throws IOException, InterruptedException {
        var reader = reader();
        return send(
                "POST",
                path,
                body,
                "Content-Type",
                "application/json",
                reader.path("header").asText(),
                reader.path("token").asText());
    }

    @Test
    void nothingIsWrittenWithoutTheTokenOfThePage() throws Exception {
        signIn("editor1");

        var without = send("POST", DRAFTS, DRAFT, "Content-Type", "application/json");
        var with = post(DRAFTS, DRAFT);

        assertThat(without.statusCode()).isEqualTo(403);
        assertThat(with.statusCode()).isEqualTo(201);
        assertThat(send("GET", DRAFTS, "").body()).contains("\"total\":1");
    }

    @Test
    void whoeverHasNoSessionIsAskedToSignIn() throws Exception {
        assertThat(send("POST", DRAFTS, DRAFT, "Content-Type", "application/json").statusCode())
                .isEqualTo(401);
        assertThat(send("GET", DRAFTS, "").statusCode()).isEqualTo(401);
    }

    @Test
    void aManagerReadsAndDoesNotWrite() throws Exception {
        signIn("manager1");

        assertThat(send("GET", DRAFTS, "").statusCode()).isEqualTo(200);
        assertThat(post(DRAFTS, DRAFT).statusCode()).isEqualTo(403);
        assertThat(reader().path("groups").toString()).isEqualTo("[\"customer-service-manager\"]");
    }

    @Test
    void aClerkDoesNotEvenRead() throws Exception {
        signIn("lobby1");

        assertThat(send("GET", DRAFTS, "").statusCode()).isEqualTo(403);
        assertThat(send("GET", "/changes", "").statusCode()).isEqualTo(200);
    }

    @Test
    void aSpreadsheetOfAMegabyteIsUploaded() throws Exception {
        signIn("editor1");
        var spreadsheet = Base64.getEncoder().encodeToString(new byte[1_000_000]);

        var saved =
                post(
                        DRAFTS,
                        """
                        {"title": "Large", "files": [
                          {"path": "rules/complaint/grading/more.drl.xlsx", "base64": "%s"}]}
                        """
                                .formatted(spreadsheet));

        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(201);
    }

    @Test
    void pagesLoadNothingOfOthersAndTooLongABodyIsRefused() throws Exception {
        signIn("editor1");

        assertThat(send("GET", "/changes", "").headers().firstValue("Content-Security-Policy"))
                .get()
                .asString()
                .contains("default-src 'none'", "script-src 'self'");
        assertThat(post(DRAFTS, DRAFT.replace("Large", "L".repeat(34_000_000))).statusCode())
                .isEqualTo(413);
        assertThat(send("GET", DRAFTS + "?stat=OPEN", "").statusCode()).isEqualTo(400);
    }
}
