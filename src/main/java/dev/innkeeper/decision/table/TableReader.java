package dev.innkeeper.decision.table;

import dev.innkeeper.common.Finding;
import dev.innkeeper.decision.gate.Places;
import dev.innkeeper.decision.gate.SourceText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.drools.decisiontable.SpreadsheetCompiler;
import org.drools.decisiontable.parser.DefaultRuleSheetListener;
import org.drools.decisiontable.parser.csv.CsvLineParser;
import org.drools.decisiontable.parser.csv.CsvParser;
import org.drools.decisiontable.parser.xls.ExcelParser;
import org.drools.template.parser.DataListener;
import org.drools.template.parser.DecisionTableParseException;

/** Turns a decision table into rule text. */
public final class TableReader {

    private static final int LARGEST_WORKBOOK = 2_000_000;
    private static final long LARGEST_PART = 50_000_000;

    private TableReader() {}

    /**
     * A table as rule text.
     *
     * @param drl the text, empty where there are errors
     * @param places finds the cell of a position in it
     * @param problems what is wrong with the table
     */
    public record Converted(String drl, Places places, List<Finding> problems) {}

    /** Whether a file of this name is a decision table. */
    public static boolean reads(String file) {
        String lower = file.toLowerCase(Locale.ROOT);
        return lower.endsWith(".drl.csv") || lower.endsWith(".drl.xlsx");
    }

    /** Reads a table; mistakes are told, not thrown. */
    public static Converted read(String file, byte[] content) {
        try {
            var grid =
                    file.toLowerCase(Locale.ROOT).endsWith(".csv")
                            ? csv(content)
                            : workbook(content);
            if (grid.isTooLarge()) {
                return refused(
                        file,
                        "",
                        "The sheet has more than 5,000 rows or 100 columns. Split it. |"
                                + " 工作表超过5000行或100列，请拆分。");
            }
            for (int row : grid.rows()) {
                for (var cell : grid.row(row).entrySet()) {
                    refuseWhatCannotBeSeen(cell.getValue(), Grid.name(row, cell.getKey()));
                }
            }
            var checker = new TableChecker(file, grid);
            checker.check();
            if (!checker.problems().isEmpty()) {
                return new Converted("", Places.LINES, checker.problems());
            }
            String drl = convert(grid, checker.tables());
            return new Converted(drl, new CellFinder(grid, checker.tables(), drl), List.of());
        } catch (UnreadableTable e) {
            return refused(file, e.place, e.getMessage());
        } catch (DecisionTableParseException e) {
            return refused(
                    file,
                    "",
                    "The table cannot be read (%s). | 无法读取该表格（%1$s）。".formatted(e.getMessage()));
        }
    }

    private static Converted refused(String file, String place, String message) {
        return new Converted("", Places.LINES, List.of(Finding.error(file, place, message)));
    }

    static final class UnreadableTable extends Exception {

        private static final long serialVersionUID = 1L;

        private final String place;

        UnreadableTable(String place, String message) {
            super(message);
            this.place = place;
        }
    }

    private static void refuseWhatCannotBeSeen(String text, String cell) throws UnreadableTable {
        try {
            SourceText.refuseWhatCannotBeSeen(text);
        } catch (SourceText.UnreadableText e) {
            throw new UnreadableTable("cell " + cell, e.getMessage());
        }
    }

    private static Grid csv(byte[] content) throws UnreadableTable {
        String text;
        try {
            text = SourceText.decode(content);
        } catch (SourceText.UnreadableText e) {
            throw new UnreadableTable("line " + e.line(), e.getMessage());
        }
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (lines[i].chars().filter(c -> c == '"').count() % 2 != 0) {
                throw new UnreadableTable(
                        "line " + (i + 1),
                        "A quote is not closed in this line: a cell may not have several lines. |"
                                + " 该行引号未闭合：单元格不能包含换行。");
            }
            if (lines[i].toLowerCase(Locale.ROOT).startsWith("ruletable")
                    && lines[i].indexOf(';') >= 0
                    && lines[i].indexOf(',') < 0) {
                throw new UnreadableTable(
                        "line " + (i + 1),
                        "The columns are separated by semicolons; save the file with commas. |"
                                + " 列之间使用了分号，请以逗号分隔保存。");
            }
        }
        var grid = new Grid();
        new CsvParser(List.<DataListener>of(grid), new CsvLineParser())
                .parseFile(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        return grid;
    }

    static Grid workbook(byte[] content) throws UnreadableTable {
        if (content.length > LARGEST_WORKBOOK) {
            throw new UnreadableTable("", "The workbook is larger than 2 MB. | 工作簿超过2 MB。");
        }
        ZipSecureFile.setMaxEntrySize(LARGEST_PART);
        try (Workbook workbook = new XSSFWorkbook(new ByteArrayInputStream(content))) {
            fillMergedRanges(workbook);
            var grid = new Grid();
            new ExcelParser(grid).parseWorkbook(workbook);
            return grid;
        } catch (IOException | RuntimeException e) {
            throw new UnreadableTable(
                    "",
                    "The file is no workbook that can be read. Save it again as .xlsx. |"
                            + " 无法读取该工作簿，请另存为.xlsx。");
        }
    }

    // a merged range without its inner cells would shift the columns behind it
    private static void fillMergedRanges(Workbook workbook) {
        var sheet = workbook.getSheetAt(0);
        for (var range : sheet.getMergedRegions()) {
            if (range.getNumberOfCells() > Grid.MOST_ROWS) {
                continue;
            }
            for (var address : range) {
                Row row = sheet.getRow(address.getRow());
                if (row == null) {
                    row = sheet.createRow(address.getRow());
                }
                row.getCell(address.getColumn(), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
            }
        }
    }

    private static String convert(Grid grid, List<Sheet> tables) {
        var listener = new DefaultRuleSheetListener(false, true);
        listener.startSheet("");
        // quotes are escaped below where the snippet puts the value between quotes, and left alone
        // elsewhere
        listener.newCell(0, 0, "EscapeQuotes", DataListener.NON_MERGED);
        listener.newCell(0, 1, "false", DataListener.NON_MERGED);
        int shift = 1;
        for (int row : grid.rows()) {
            var cells = grid.row(row);
            boolean isImport = cells.values().iterator().next().equalsIgnoreCase("import");
            var table =
                    tables.stream()
                            .filter(one -> row >= one.row() && row <= one.lastValue())
                            .findFirst();
            if (table.isEmpty() && !isImport) {
                continue;
            }
            listener.newRow(row + shift, cells.size());
            for (var cell : cells.entrySet()) {
                int start = grid.start(row, cell.getKey());
                boolean merged =
                        table.isPresent()
                                && row == table.get().row() + 2
                                && isMerged(grid, row, start);
                listener.newCell(
                        row + shift,
                        cell.getKey(),
                        table.map(one -> value(one, row, cell.getKey(), cell.getValue()))
                                .orElse(cell.getValue()),
                        merged ? start : DataListener.NON_MERGED);
            }
        }
        listener.finishSheet();
        return new SpreadsheetCompiler().listenerToString(listener);
    }

    private static boolean isMerged(Grid grid, int row, int start) {
        return grid.start(row, start + 1) == start;
    }

    private static String value(Sheet table, int row, int index, String value) {
        if (row < table.firstValue() || value.indexOf('"') < 0) {
            return value;
        }
        return table.columns().stream()
                .filter(column -> column.index() == index && column.template().contains("\"$"))
                .findFirst()
                .map(column -> value.replace("\"", "\\\""))
                .orElse(value);
    }
}
