package dev.innkeeper.change;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.innkeeper.support.Api;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a rule editor and a rule approver do over REST, in few words. */
final class Editing {

    static final String SEVERITY = "rules/complaint/grading/severity.drl.csv";
    static final String SCENARIOS = "rules/complaint/grading/scenarios.yaml";

    private final Api editor;
    private final Api approver;

    Editing(int port) {
        this.editor = Api.at(port).as("editor1");
        this.approver = Api.at(port).as("approver1");
    }

    Api editor() {
        return editor;
    }

    Api approver() {
        return approver;
    }

    /** Begins a draft and tells its number. */
    long begin(String title) {
        var begun = editor.post("/api/drafts", Map.of("title", title));
        assertThat(begun.status()).as(begun.toString()).isEqualTo(201);
        return begun.at("id").asLong();
    }

    Api.Answer read(long draft) {
        return editor.get("/api/drafts/" + draft);
    }

    int version(long draft) {
        return read(draft).at("version").asInt();
    }

    String live(String path) {
        return new String(
                editor.get("/api/releases/live/file?path=" + path).bytes(), StandardCharsets.UTF_8);
    }

    Api.Answer save(long draft, String path, String text) {
        return save(draft, version(draft), path, text, editor);
    }

    static Api.Answer save(long draft, int version, String path, String text, Api by) {
        return by.put(
                "/api/drafts/%d/file?path=%s"
                        .formatted(draft, URLEncoder.encode(path, StandardCharsets.UTF_8)),
                json(Map.of("version", version, "text", text)));
    }

    /** Saves a live file with one thing said otherwise. */
    void replace(long draft, String path, String was, String is) {
        var before = live(path);
        assertThat(before).contains(was);
        var saved = save(draft, path, before.replace(was, is));
        assertThat(saved.status()).as(saved.toString()).isEqualTo(200);
    }

    /** A good change: disputes are large from 3,000 on, and the examples say so. */
    long largeFrom3000() {
        long draft = begin("Disputes are large from 3,000 on");
        replace(draft, SEVERITY, ",5000,", ",3000,");
        replace(draft, SCENARIOS, "amountInDispute: 4999.99", "amountInDispute: 2999.99");
        return draft;
    }

    Api.Answer check(long draft) {
        return editor.post("/api/drafts/" + draft + "/checks", "");
    }

    Api.Answer request(long draft) {
        return decide(draft, "request", editor, null);
    }

    Api.Answer approve(long draft) {
        return decide(draft, "approval", approver, null);
    }

    Api.Answer decide(long draft, String how, Api by, @Nullable String effectiveAt) {
        Map<String, Object> body = new HashMap<>();
        body.put("version", version(draft));
        body.put("comment", "As agreed on Monday");
        if (effectiveAt != null) {
            body.put("effectiveAt", effectiveAt);
        }
        return by.post("/api/drafts/%d/%s".formatted(draft, how), body);
    }

    /** Brings a good change live and tells the number of its release. */
    long publish(long draft) {
        var requested = request(draft);
        assertThat(requested.status()).as(requested.toString()).isEqualTo(200);
        var approved = approve(draft);
        assertThat(approved.text("state")).as(approved.toString()).isEqualTo("PUBLISHED");
        return approved.at("release").asLong();
    }

    private static String json(Map<String, ?> body) {
        try {
            return new ObjectMapper().writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
