package dev.innkeeper.api;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** The elements of a JSON array. */
public final class JsonRows implements RowSource {

    private final JsonParser parser;
    private final ObjectReader rows;

    /**
     * The rows of a body.
     *
     * @param what a row is, {@code "complaint | 投诉"}
     */
    public JsonRows(InputStream body, ObjectMapper json, String what) throws IOException {
        parser = json.getFactory().createParser(body);
        rows = json.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        if (parser.nextToken() != JsonToken.START_ARRAY) {
            throw new ProblemException(
                    Problem.of(
                            HttpStatus.BAD_REQUEST,
                            "unreadable",
                            "Unreadable | 无法读取",
                            "",
                            "The body is not a JSON array. | 请求内容不是 JSON 数组。",
                            "Send [ {…}, {…} ] with one object per %s. | 请发送 [ {…}, {…} ]，每个%s一个对象。"
                                    .formatted((Object[]) what.split(" \\| "))));
        }
    }

    @Override
    public @Nullable Raw next() throws IOException {
        JsonToken token = parser.nextToken();
        if (token == JsonToken.END_ARRAY || token == null) {
            return null;
        }
        long line = line();
        JsonNode node = rows.readTree(parser);
        if (!node.isObject()) {
            return new Raw(
                    line,
                    null,
                    List.of(
                            new FieldProblem(
                                    "",
                                    "The row is not an object. | 该行不是对象。",
                                    "Send an object in { }. | 请发送 { } 对象。")));
        }
        return new Raw(line, node, List.of());
    }

    @Override
    public long line() {
        return Math.max(1, parser.currentTokenLocation().getLineNr());
    }
}
