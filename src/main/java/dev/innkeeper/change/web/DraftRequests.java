package dev.innkeeper.change.web;

import dev.innkeeper.api.PlainText;
import dev.innkeeper.common.Refusal;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is sent to write a draft and to decide on it. */
final class DraftRequests {

    private static final int LONGEST_WORDS = 2000;

    private DraftRequests() {}

    /** A new draft. */
    @Schema(name = "NewDraft")
    record Create(
            @Schema(description = "What it is about", example = "Large disputes from 3,000 on")
                    @NotNull
                    @PlainText(max = 200)
                    @Nullable String title,
            @Schema(description = "Why, in words") @PlainText(max = LONGEST_WORDS, lines = true)
                    @Nullable String comment,
            @Schema(description = "Files that it changes from the start; more can be saved later")
                    @Size(max = 500)
                    @Valid
                    @Nullable List<@NotNull NewFile> files) {

        Map<String, byte[]> contents() {
            var contents = new HashMap<String, byte[]>();
            if (files != null) {
                for (NewFile file : files) {
                    contents.put(
                            Objects.requireNonNull(file.path()),
                            content(file.text(), file.base64()));
                }
            }
            return contents;
        }
    }

    /** A file with its path. */
    @Schema(name = "NewDraftFile")
    record NewFile(
            @Schema(
                            description = "rules/feature/decision/file or processes/feature/file",
                            example = "rules/complaint/grading/severity.drl.csv")
                    @NotNull
                    @Size(max = 200)
                    @Nullable String path,
            @Schema(description = "Its content as text") @Nullable String text,
            @Schema(description = "Its content in Base64, for spreadsheets")
                    @Nullable String base64) {}

    /** A file to be saved in a draft. */
    @Schema(name = "DraftFileToSave")
    record Save(
            @Schema(description = "The version of the draft that was read") @NotNull @Min(1)
                    @Nullable Integer version,
            @Schema(description = "The new content as text") @Nullable String text,
            @Schema(description = "The new content in Base64, for spreadsheets")
                    @Nullable String base64,
            @Schema(description = "True to delete the file") @Nullable Boolean deleted) {

        byte @Nullable [] content() {
            return Boolean.TRUE.equals(deleted) ? null : DraftRequests.content(text, base64);
        }
    }

    /** Another title. */
    @Schema(name = "DraftTitle")
    record Rename(
            @Schema(description = "The version of the draft that was read") @NotNull @Min(1)
                    @Nullable Integer version,
            @NotNull @PlainText(max = 200) @Nullable String title) {}

    /** Something done to a version, with words. */
    @Schema(name = "DraftWords")
    record Words(
            @Schema(description = "Why, in words")
                    @NotNull
                    @PlainText(max = LONGEST_WORDS, lines = true)
                    @Nullable String comment) {}

    /** A decision about a version of a draft. */
    @Schema(name = "DraftDecision")
    record Decide(
            @Schema(description = "The version of the draft that was read") @NotNull @Min(1)
                    @Nullable Integer version,
            @Schema(description = "Why, in words")
                    @NotNull
                    @PlainText(max = LONGEST_WORDS, lines = true)
                    @Nullable String comment,
            @Schema(
                            description =
                                    "From when on it is to be live. Left out of a request: as soon"
                                            + " as it is approved; out of an approval: as it was"
                                            + " asked.",
                            example = "2026-12-01T00:00:00+08:00")
                    @Nullable Instant effectiveAt) {}

    private static byte[] content(@Nullable String text, @Nullable String base64) {
        if (text == null == (base64 == null)) {
            throw Refusal.invalid(
                    "text",
                    "Either text or base64 holds the content. | 内容须填写text或base64之一。",
                    "Send one of them. | 请填写其中一个。");
        }
        if (text != null) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid(
                    "base64",
                    "This is no Base64. | 不是有效的Base64。",
                    "Encode the bytes of the file (RFC 4648). | 请按RFC 4648编码文件内容。");
        }
    }
}
