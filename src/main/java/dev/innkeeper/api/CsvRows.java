package dev.innkeeper.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * The rows of a CSV file. Columns are found by name, in any order; one must be there, and what a
 * file from a spreadsheet drags along (byte order mark, non-breaking spaces, semicolons) does no
 * harm. A row with bytes of another encoding is refused alone.
 */
public final class CsvRows implements RowSource {

    private static final int HEADER_AT_MOST = 10_000;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final List<String> fields;
    private final CsvLayout layout;
    private long line = 1;

    /** The rows of a file in this encoding. */
    public CsvRows(InputStream body, Charset charset, CsvLayout layout) throws IOException {
        this.layout = layout;
        var reader =
                new BufferedReader(
                        new InputStreamReader(
                                body,
                                charset.newDecoder()
                                        .onMalformedInput(CodingErrorAction.REPLACE)
                                        .onUnmappableCharacter(CodingErrorAction.REPLACE)));
        char delimiter = delimiter(reader);
        parser =
                CSVFormat.RFC4180
                        .builder()
                        .setDelimiter(delimiter)
                        .setIgnoreEmptyLines(true)
                        .setLenientEof(true)
                        .setTrailingData(true)
                        .get()
                        .parse(reader);
        records = parser.iterator();
        fields = header();
    }

    /** Finds the delimiter in the header, and leaves the reader before it. */
    private static char delimiter(BufferedReader reader) throws IOException {
        reader.mark(HEADER_AT_MOST);
        char[] start = new char[HEADER_AT_MOST];
        int read = Math.max(0, reader.read(start, 0, HEADER_AT_MOST));
        reader.reset();
        String header = new String(start, 0, read).lines().findFirst().orElse("");
        if (header.indexOf(',') < 0) {
            if (header.indexOf(';') >= 0) {
                return ';';
            }
            if (header.indexOf('\t') >= 0) {
                return '\t';
            }
        }
        return ',';
    }

    private List<String> header() {
        if (!records.hasNext()) {
            throw refused("", "The file is empty. | 文件为空。", layout.emptyRemedy());
        }
        Map<String, String> known = new LinkedHashMap<>();
        layout.columns().forEach((column, field) -> known.put(plain(column), field));
        List<String> found = new ArrayList<>();
        for (String column : records.next()) {
            String name = cell(column);
            String field = known.get(plain(name));
            if (field == null) {
                throw new ProblemException(
                        Unreadable.unknownField(name, name, layout.columns().keySet()));
            }
            if (found.contains(field)) {
                throw refused(
                        name,
                        "The column is there twice. | 该列重复。",
                        "Remove one of them. | 请删除其中一列。");
            }
            found.add(field);
        }
        String needed = layout.needed();
        if (!found.contains(needed)) {
            throw refused(
                    needed,
                    "There is no column %1$s. | 缺少 %1$s 列。".formatted(needed),
                    layout.neededRemedy());
        }
        return found;
    }

    private static ProblemException refused(String field, String message, String remedy) {
        return new ProblemException(
                Problem.of(
                        HttpStatus.BAD_REQUEST,
                        "invalid",
                        "Not valid | 内容无效",
                        field,
                        message,
                        remedy));
    }

    @Override
    public @Nullable Raw next() throws IOException {
        try {
            line = parser.getCurrentLineNumber() + 1;
            if (!records.hasNext()) {
                return null;
            }
            return read(records.next());
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
    }

    private Raw read(CSVRecord row) {
        List<FieldProblem> problems = new ArrayList<>();
        if (row.size() != fields.size()) {
            problems.add(
                    new FieldProblem(
                            "",
                            "The row has "
                                    + row.size()
                                    + " cells, the header "
                                    + fields.size()
                                    + ". | 该行有 "
                                    + row.size()
                                    + " 个单元格，标题行有 "
                                    + fields.size()
                                    + " 个。",
                            "Put a cell that holds commas, quotes or line breaks in quotes. |"
                                    + " 含逗号、引号或换行的单元格请加引号。"));
            return new Raw(line, null, problems);
        }
        ObjectNode content = JsonNodeFactory.instance.objectNode();
        for (int column = 0; column < fields.size(); column++) {
            String field = fields.get(column);
            String value = cell(row.get(column));
            if (value.indexOf('\uFFFD') >= 0) {
                problems.add(
                        new FieldProblem(
                                field,
                                "The cell is not in the encoding of the file. |"
                                        + " 单元格的字符编码与文件不符。",
                                "Save the file as CSV UTF-8, or name its encoding in the"
                                        + " Content-Type, such as text/csv;charset=GB18030. |"
                                        + " 请另存为 UTF-8 编码的 CSV，或在 Content-Type 中注明编码。"));
            } else if (!value.isEmpty()) {
                put(content, field, value, problems);
            }
        }
        layout.defaults()
                .forEach(
                        (field, value) -> {
                            if (!content.has(field)) {
                                content.put(field, value);
                            }
                        });
        return problems.isEmpty()
                ? new Raw(line, content, problems)
                : new Raw(line, null, problems);
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
            switch (value.toLowerCase(Locale.ROOT)) {
                case "true", "yes", "1", "是" -> content.put(field, true);
                case "false", "no", "0", "否" -> content.put(field, false);
                default ->
                        problems.add(
                                new FieldProblem(
                                        field,
                                        "This is neither yes nor no. | 既不是“是”也不是“否”。",
                                        "Write true or false. | 请写 true 或 false。"));
            }
        } else {
            content.put(field, value);
        }
    }

    /** A cell without the spaces, of any kind, and marks around it. */
    private static String cell(String value) {
        int start = 0;
        int end = value.length();
        while (start < end && isSpace(value.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(value.charAt(end - 1))) {
            end--;
        }
        return value.substring(start, end);
    }

    private static boolean isSpace(char letter) {
        return Character.isWhitespace(letter)
                || Character.isSpaceChar(letter)
                || letter == '\uFEFF'
                || letter == '\u200B';
    }

    private static String plain(String column) {
        return column.replaceAll("[\\s_\\p{Z}-]", "").toLowerCase(Locale.ROOT);
    }

    @Override
    public long line() {
        return line;
    }
}
