package dev.innkeeper.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a CSV file, as JSON. */
public final class CsvRows implements RowSource {

    private final CsvCells cells;
    private final CsvLayout layout;

    /** The rows of a file in this encoding. */
    public CsvRows(InputStream body, Charset charset, CsvLayout layout) throws IOException {
        this.layout = layout;
        this.cells = new CsvCells(body, charset, layout.heads());
    }

    @Override
    public @Nullable Raw next() throws IOException {
        CsvCells.Row row = cells.next();
        return row == null ? null : read(row);
    }

    private Raw read(CsvCells.Row row) {
        List<FieldProblem> problems = new ArrayList<>(row.problems());
        ObjectNode content = JsonNodeFactory.instance.objectNode();
        row.values().forEach((field, value) -> put(content, field, value, problems));
        layout.defaults()
                .forEach(
                        (field, value) -> {
                            if (!content.has(field)) {
                                content.put(field, value);
                            }
                        });
        return problems.isEmpty()
                ? new Raw(row.line(), content, problems)
                : new Raw(row.line(), null, problems);
    }

    private void put(ObjectNode content, String field, String value, List<FieldProblem> problems) {
        int inner = field.indexOf('.');
        if (inner > 0) {
            content.withObjectProperty(field.substring(0, inner))
                    .put(field.substring(inner + 1), value);
        } else if (layout.numbers().contains(field)) {
            try {
                content.put(field, new BigDecimal(value));
            } catch (NumberFormatException notANumber) {
                problems.add(
                        new FieldProblem(
                                field,
                                "This is not a number. | 不是数字。",
                                "Write it as 1280.50, without spaces or currency. |"
                                        + " 请写成 1280.50，不带空格和货币符号。"));
            }
        } else if (layout.answers().contains(field)) {
            Boolean answer = CsvCells.answer(value);
            if (answer == null) {
                problems.add(
                        new FieldProblem(field, CsvCells.NO_ANSWER, CsvCells.NO_ANSWER_REMEDY));
            } else {
                content.put(field, answer);
            }
        } else {
            content.put(field, value);
        }
    }

    @Override
    public long line() {
        return cells.line();
    }
}
