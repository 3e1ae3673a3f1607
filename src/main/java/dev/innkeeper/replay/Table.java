package dev.innkeeper.replay;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file as rows of cells.
 *
 * @param charset the encoding in which it was read
 * @param header the names of the columns
 */
record Table(Charset charset, List<String> header, List<Row> rows) {

    /**
     * A row.
     *
     * @param line where it begins in the file, from 1
     */
    record Row(long line, List<String> cells) {}

    /** The place of the column that has one of these names, however it is written; or -1. */
    int column(String... names) {
        for (int place = 0; place < header.size(); place++) {
            String name = plain(header.get(place));
            if (Arrays.stream(names).anyMatch(each -> plain(each).equals(name))) {
                return place;
            }
        }
        return -1;
    }

    /** A name without what people write in one way or another: blanks, signs, case. */
    static String plain(String name) {
        return name.replaceAll("[\\s\\p{Punct}\\p{Z}]+", "").toLowerCase(Locale.ROOT);
    }

    static Table read(Path file, @Nullable Charset told) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Charset charset = told == null ? Encoding.of(file) : told;
        String text =
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE)
                        .decode(ByteBuffer.wrap(bytes))
                        .toString();
        return parse(text.startsWith("\uFEFF") ? text.substring(1) : text, charset);
    }

    private static Table parse(String text, Charset charset) throws IOException {
        List<Row> rows = new ArrayList<>();
        try (CSVParser parser =
                CSVFormat.RFC4180
                        .builder()
                        .setDelimiter(delimiter(text))
                        .setIgnoreEmptyLines(true)
                        .setLenientEof(true)
                        .setTrailingData(true)
                        .get()
                        .parse(new StringReader(text))) {
            long line = 1;
            for (CSVRecord row : parser) {
                rows.add(new Row(line, row.toList()));
                line = parser.getCurrentLineNumber() + 1;
            }
        }
        if (rows.size() < 2) {
            throw new IllegalArgumentException(
                    "The file has no rows; it needs a header and a line for each of them");
        }
        return new Table(charset, rows.get(0).cells(), rows.subList(1, rows.size()));
    }

    private static char delimiter(String text) {
        String header = text.lines().findFirst().orElse("");
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
}
