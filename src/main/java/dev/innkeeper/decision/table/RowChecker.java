package dev.innkeeper.decision.table;

import dev.innkeeper.common.Finding;
import dev.innkeeper.decision.table.Sheet.Column;
import dev.innkeeper.decision.table.Sheet.Use;
import java.util.HashMap;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Finds what is wrong with the values of a row. */
final class RowChecker {

    private static final Pattern SEPARATED =
            Pattern.compile("-?[0-9]{1,3}([,，][0-9]{3})+(\\.[0-9]+)?");

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
        boolean hasAction = lacks(sheet, Use.ACTION);
        boolean hasName = lacks(sheet, Use.NAME);
        boolean asks = lacks(sheet, Use.CONDITION);
        var known = new HashMap<Integer, Column>();
        sheet.columns().forEach(column -> known.put(column.index(), column));
        for (var cell : grid.row(row).entrySet()) {
            if (cell.getKey() < sheet.column()) {
                continue;
            }
            var column = known.get(cell.getKey());
            if (column == null && isHeadTold(sheet, cell.getKey())) {
                continue;
            }
            if (column == null) {
                error(
                        row,
                        cell.getKey(),
                        "The cell stands under no header. Give the column one, or empty the cell. |"
                                + " 该单元格上方没有表头。请补上表头或清空单元格。");
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
            asks |= column.use() == Use.CONDITION || column.use() == Use.METADATA;
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
            error(
                    row,
                    sheet.column(),
                    "The row has no name. Give it a full sentence. | 该行没有名称。请填写一个完整的句子。");
        }
        if (!asks) {
            sheet.columns().stream()
                    .filter(column -> column.use() == Use.CONDITION)
                    .findFirst()
                    .ifPresent(
                            column ->
                                    error(
                                            row,
                                            column.index(),
                                            "All conditions of the row are empty, so it would"
                                                    + " always hold. Fill one in, or delete the"
                                                    + " row. | 该行所有条件为空，将始终成立。请填写条件或删除该行。"));
        }
    }

    /** Whether no column is for this, which is told of the head. */
    private static boolean lacks(Sheet sheet, Use use) {
        return sheet.columns().stream().noneMatch(column -> column.use() == use);
    }

    /** Whether the head of the column says something, though not what it should. */
    private boolean isHeadTold(Sheet sheet, int column) {
        return IntStream.range(sheet.row() + 1, sheet.firstValue())
                .anyMatch(line -> !grid.at(line, column).isEmpty());
    }

    private void value(int row, Column column, String value) {
        if (value.indexOf('\\') >= 0) {
            error(row, column.index(), "A cell may not contain \\. | 单元格中不能包含\\。");
        } else if (value.startsWith("#") && value.endsWith("!")
                || value.equals("#N/A")
                || value.equals("#NAME?")) {
            error(
                    row,
                    column.index(),
                    "The formula gives an error. Mend it, or write its value. |"
                            + " 公式出错。请修改公式或直接填写数值。");
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
        if (places == 0 && SEPARATED.matcher(value).matches()) {
            error(
                    row,
                    column.index(),
                    "%s is no figure: write it without separators, %s. | %1$s不是数字：请去掉千位分隔符，写成%2$s。"
                            .formatted(value, value.replaceAll("[,，]", "")));
        }
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
