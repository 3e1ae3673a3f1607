package dev.innkeeper.decision.table;

import dev.innkeeper.common.Finding;
import dev.innkeeper.decision.table.Sheet.Column;
import dev.innkeeper.decision.table.Sheet.Use;
import java.util.HashMap;
import java.util.List;

/** Finds what is wrong with the values of a row. */
final class RowChecker {

    private final String file;
    private final Grid grid;
    private final List<Finding> problems;

    /**
     * @param problems takes what is found
     */
    RowChecker(String file, Grid grid, List<Finding> problems) {
        this.file = file;
        this.grid = grid;
        this.problems = problems;
    }

    /** Checks a row of values. */
    void check(Sheet sheet, int row) {
        boolean hasAction = false;
        boolean hasName = false;
        var known = new HashMap<Integer, Column>();
        sheet.columns().forEach(column -> known.put(column.index(), column));
        for (var cell : grid.row(row).entrySet()) {
            if (cell.getKey() < sheet.column()) {
                continue;
            }
            var column = known.get(cell.getKey());
            if (column == null) {
                error(row, cell.getKey(), "The cell stands under no header. | 该单元格上方没有表头。");
                continue;
            }
            if (grid.start(row, cell.getKey()) != cell.getKey()) {
                error(
                        row,
                        cell.getKey(),
                        "Cells of values may not be merged across columns. | 数值单元格不能跨列合并。");
            }
            if (file.endsWith(".csv") && grid.isMarkedMerged(row, cell.getKey())) {
                error(
                        row,
                        cell.getKey(),
                        "A cell may not end with three dots: in CSV they mean a merged cell. Write"
                                + " … instead. | 单元格不能以三个点结尾：在CSV中这表示合并单元格。请改用…。");
            }
            hasAction |= column.use() == Use.ACTION;
            hasName |= column.use() == Use.NAME;
            value(row, column, cell.getValue());
        }
        if (!hasAction) {
            error(
                    row,
                    sheet.column(),
                    "The row has no action, so it would do nothing. Fill one in, or delete the row."
                            + " | 该行没有动作，不起任何作用。请填写动作或删除该行。");
        }
        if (!hasName) {
            error(row, sheet.column(), "The row has no name. | 该行没有名称。");
        }
    }

    private void value(int row, Column column, String value) {
        if (value.indexOf('\\') >= 0) {
            error(row, column.index(), "A cell may not contain \\. | 单元格中不能包含\\。");
        } else if (value.startsWith("#") && value.endsWith("!")
                || value.equals("#N/A")
                || value.equals("#NAME?")) {
            error(row, column.index(), "The formula gives an error. | 公式出错。");
        } else if (column.use() == Use.DESCRIPTION && value.contains("*/")) {
            error(row, column.index(), "A remark may not contain */. | 备注中不能包含*/。");
        } else if (column.use() == Use.NAME && value.indexOf('"') >= 0) {
            error(row, column.index(), "A name may not contain \". | 名称中不能包含\"。");
        } else if (column.use() == Use.PRIORITY && !value.matches("-?[0-9]{1,6}")) {
            error(row, column.index(), "A priority is a whole number. | 优先级须为整数。");
        } else if (column.use() == Use.METADATA && !column.template().equals("Baseline")) {
            error(
                    row,
                    column.index(),
                    "Only the metadata Baseline is allowed. | METADATA只允许Baseline。");
        } else {
            parts(row, column, value);
        }
    }

    private void parts(int row, Column column, String value) {
        int places = Snippets.places(column.template());
        if (places == 0 || column.use() != Use.CONDITION && column.use() != Use.ACTION) {
            return;
        }
        var split = Snippets.split(value);
        for (int i = 0; i < split.size(); i++) {
            if (split.get(i).strip().startsWith("\"")
                    && column.template().contains("\"$" + (i + 1) + "\"")) {
                error(
                        row,
                        column.index(),
                        "The column already puts this text between quotes: leave them out here. |"
                                + " 该列已为此文本加引号，请去掉单元格中的引号。");
            }
        }
        int given = split.size();
        if (given != places) {
            error(
                    row,
                    column.index(),
                    ("The cell holds %d values, but the column needs %d. Put a text that holds a"
                                    + " comma between quotes. | 单元格有%1$d个值，而该列需要%2$d个。含逗号的文本请加引号。")
                            .formatted(given, places));
        }
    }

    private void error(int row, int column, String message) {
        problems.add(Finding.error(file, "cell " + Grid.name(row, column), message));
    }
}
