package dev.innkeeper.api;

import dev.innkeeper.common.Refusal;
import java.io.BufferedReader;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * The rows of a CSV file as texts by field, read as they are asked for. Columns are found by name,
 * in any order, and what a file from a spreadsheet drags along (byte order mark, non-breaking
 * spaces, semicolons) does no harm. A row with bytes of another encoding is refused alone.
 */
public final class CsvCells {

    /** What is said of a cell that is neither yes nor no. */
    public static final String NO_ANSWER = "This is neither yes nor no. | 既不是“是”也不是“否”。";

    /** What to do with it. */
    public static final String NO_ANSWER_REMEDY = "Write true or false. | 请写 true 或 false。";

    private static final int HEADER_AT_MOST = 10_000;
    private static final String PASSED_OVER = "";

    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final RowReader text;
    private final List<String> fields;
    private final CsvColumns columns;
    private long line = 1;

    /**
     * A row.
     *
     * @param line where it begins, from 1
     * @param values what its cells say, by field; empty cells are not there
     * @param problems why it cannot be read, empty where it can
     */
    public record Row(long line, Map<String, String> values, List<FieldProblem> problems) {}

    /**
     * The rows of a file in this encoding.
     *
     * @throws ProblemException where the header is not one of these columns
     */
    public CsvCells(InputStream body, Charset charset, CsvColumns columns) throws IOException {
        this.columns = columns;
        var reader =
                new BufferedReader(
                        new InputStreamReader(
                                body,
                                charset.newDecoder()
                                        .onMalformedInput(CodingErrorAction.REPLACE)
                                        .onUnmappableCharacter(CodingErrorAction.REPLACE)));
        char delimiter = delimiter(reader);
        text = new RowReader(reader);
        parser =
                CSVFormat.RFC4180
                        .builder()
                        .setDelimiter(delimiter)
                        .setIgnoreEmptyLines(false)
                        .setLenientEof(true)
                        .setTrailingData(true)
                        .get()
                        .parse(text);
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

    private List<String> header() throws IOException {
        CSVRecord header = record();
        if (header == null) {
            throw refused("", "The file is empty. | 文件为空。", columns.emptyRemedy());
        }
        Map<String, String> known = new HashMap<>();
        columns.fields().forEach((column, field) -> known.put(plain(column), field));
        Set<String> ignored =
                columns.ignored().stream().map(CsvCells::plain).collect(Collectors.toSet());
        List<String> found = new ArrayList<>();
        Set<String> once = new HashSet<>();
        for (String column : header) {
            String name = cell(column);
            String field = known.get(plain(name));
            if (ignored.contains(plain(name))) {
                found.add(PASSED_OVER);
                continue;
            }
            if (field == null) {
                throw new ProblemException(
                        Unreadable.unknownField(name, name, columns.fields().keySet()));
            }
            if (!once.add(field)) {
                throw refused(
                        name,
                        "The column is there twice. | 该列重复。",
                        "Remove one of them. | 请删除其中一列。");
            }
            found.add(field);
        }
        for (String needed : columns.needed()) {
            if (!once.contains(needed)) {
                throw refused(
                        needed,
                        "There is no column %1$s. | 缺少 %1$s 列。".formatted(needed),
                        columns.neededRemedy());
            }
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

    /**
     * The next row, or null after the last.
     *
     * @throws IOException where the rest cannot be read
     */
    public @Nullable Row next() throws IOException {
        CSVRecord row = record();
        return row == null ? null : read(row);
    }

    /**
     * Passes over so many rows, or all that are there.
     *
     * @throws IOException where the rest cannot be read
     */
    public void skip(long rows) throws IOException {
        long passed = 0;
        while (passed < rows && record() != null) {
            passed++;
        }
    }

    /** The next record that is not an empty line, which the parser would pass over uncounted. */
    private @Nullable CSVRecord record() throws IOException {
        try {
            while (true) {
                text.rowBegins();
                line = parser.getCurrentLineNumber() + 1;
                if (!records.hasNext()) {
                    return null;
                }
                CSVRecord row = records.next();
                if (row.size() > 1 || !row.get(0).isEmpty()) {
                    return row;
                }
            }
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
    }

    private Row read(CSVRecord row) {
        if (row.size() != fields.size()) {
            return new Row(
                    line,
                    Map.of(),
                    List.of(
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
                                    "Put a cell that holds commas, quotes or line breaks in"
                                            + " quotes. | 含逗号、引号或换行的单元格请加引号。")));
        }
        List<FieldProblem> problems = new ArrayList<>(0);
        Map<String, String> values = new LinkedHashMap<>();
        for (int column = 0; column < fields.size(); column++) {
            String field = fields.get(column);
            String value = field.equals(PASSED_OVER) ? "" : cell(row.get(column));
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
                values.put(field, value);
            }
        }
        return new Row(line, values, problems);
    }

    /** What a cell that asks for yes or no answers, or null where it does not. */
    public static @Nullable Boolean answer(String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "1", "是" -> true;
            case "false", "no", "0", "否" -> false;
            default -> null;
        };
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

    /** The line that was reached. */
    public long line() {
        return line;
    }

    /** Reads a row of any sensible length, so that a quote left open does not fill the memory. */
    private static final class RowReader extends FilterReader {

        private static final int LONGEST_ROW = 1_000_000;

        private int read;

        RowReader(Reader file) {
            super(file);
        }

        void rowBegins() {
            read = 0;
        }

        @Override
        public int read() throws IOException {
            count(1);
            return super.read();
        }

        @Override
        public int read(char[] into, int offset, int length) throws IOException {
            int some = super.read(into, offset, length);
            count(some);
            return some;
        }

        private void count(int more) throws IOException {
            read += more;
            if (read > LONGEST_ROW) {
                throw new IOException(
                        Refusal.invalid(
                                "",
                                "The end of a row is not found. | 找不到一行的结尾。",
                                "Look for a quotation mark that is not closed, in this line or one"
                                        + " of the next. | 请检查该行及其后各行是否有未闭合的引号。"));
            }
        }
    }
}
