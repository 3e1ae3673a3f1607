package dev.innkeeper.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Finds the rows in the body of a bulk intake: a CSV file or a JSON array. */
@Component
public class RowSources {

    private final ObjectMapper json;

    RowSources(ObjectMapper json) {
        this.json = json;
    }

    /**
     * The rows of a request.
     *
     * @param type its media type; JSON unless it is CSV
     * @param layout the columns of a CSV file
     * @param what a row is, {@code "complaint | 投诉"}
     * @throws ProblemException where the body is not what the type says
     */
    public RowSource of(HttpServletRequest request, MediaType type, CsvLayout layout, String what) {
        try {
            return type.getSubtype().equals("csv")
                    ? new CsvRows(
                            request.getInputStream(),
                            Objects.requireNonNullElse(charset(type), StandardCharsets.UTF_8),
                            layout)
                    : new JsonRows(request.getInputStream(), json, what);
        } catch (IOException | UncheckedIOException unreadable) {
            throw new ProblemException(Problems.unreadable(unreadable));
        }
    }

    private static @Nullable Charset charset(MediaType type) {
        try {
            return type.getCharset();
        } catch (IllegalArgumentException unknown) {
            throw new ProblemException(
                    Problem.of(
                            HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                            "media-type",
                            "Wrong media type | 媒体类型不符",
                            HttpHeaders.CONTENT_TYPE,
                            "The encoding of the file is not taken here. | 不支持该文件的字符编码。",
                            "Save the file as CSV UTF-8. | 请另存为 UTF-8 编码的 CSV。"));
        }
    }
}
