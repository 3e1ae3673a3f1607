package dev.innkeeper.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gives the rows of a bulk intake one by one, as they arrive. */
public interface RowSource {

    /**
     * A row as it was sent.
     *
     * @param line where it begins, from 1
     * @param content its fields, null where it cannot be read
     * @param problems why it cannot be read, empty where it can
     */
    record Raw(long line, @Nullable JsonNode content, List<FieldProblem> problems) {}

    /**
     * The next row, or null after the last.
     *
     * @throws IOException where the rest cannot be read
     */
    @Nullable Raw next() throws IOException;

    /** The line that was reached. */
    long line();
}
