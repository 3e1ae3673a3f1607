package dev.innkeeper.decision.table;

import dev.innkeeper.decision.gate.Nearest;
import dev.innkeeper.decision.gate.Problem;
import dev.innkeeper.decision.table.Sheet.Column;
import dev.innkeeper.decision.table.Sheet.Use;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds the tables of a sheet and what is wrong with their cells, above all what the converter
 * would let pass.
 */
final class TableChecker {

    private static final String RULE_TABLE = "ruletable";
    private static final Set<String> PROPERTIES = Set.of("ruleset", "import", "notes");
    private static final Set<String> KNOWN_CELLS =
            Set.of("RuleSet", "Import", "RuleTable", "Notes");
    private static final Set<String> REFUSED =
            Set.of(
                    "functions",
                    "queries",
                    "variables",
                    "declare",
                    "unit",
                    "dialect",
                    "sequential",
                    "escapequotes",
                    "numericdisabled",
                    "ignorenumericformat",
                    "sequentialminpriority",
                    "sequentialmaxpriority",
                    "no-loop",
                    "lock-on-active",
                    "agenda-group",
                    "auto-focus",
                    "ruleflow-group",
                    "activation-group",
                    "duration",
                    "timer",
                    "calendars",
                    "enabled",
                    "date-effective",
                    "date-expires",
                    "salience",
                    "priority");
    private static final Map<String, Use> USES =
            Map.ofEntries(
                    Map.entry("NAME", Use.NAME),
                    Map.entry("N", Use.NAME),
                    Map.entry("CONDITION", Use.CONDITION),
                    Map.entry("C", Use.CONDITION),
                    Map.entry("ACTION", Use.ACTION),
                    Map.entry("A", Use.ACTION),
                    Map.entry("PRIORITY", Use.PRIORITY),
                    Map.entry("P", Use.PRIORITY),
                    Map.entry("DESCRIPTION", Use.DESCRIPTION),
                    Map.entry("I", Use.DESCRIPTION),
                    Map.entry("METADATA", Use.METADATA),
                    Map.entry("@", Use.METADATA));

    private final String file;
    private final Grid grid;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Sheet> tables = new ArrayList<>();

    TableChecker(String file, Grid grid) {
        this.file = file;
        this.grid = grid;
    }

    List<Problem> problems() {
        return problems;
    }

    List<Sheet> tables() {
        return tables;
    }

    void check() {
        int next = 0;
        for (int row : grid.rows()) {
            if (row < next) {
                continue;
            }
            var cells = grid.row(row);
            int start = cells.keySet().iterator().next();
            String first = cells.get(start);
            if (isRuleTable(first)) {
                next = table(row, start, first);
            } else {
                outside(row, start, first);
            }
        }
        if (tables.isEmpty() && problems.isEmpty()) {
            error(
                    0,
                    0,
                    "There is no cell \"RuleTable …\" in the first sheet, so there are no rules. |"
                            + " 第一个工作表中没有“RuleTable …”单元格，因此没有规则。");
        }
    }

    private static boolean isRuleTable(String cell) {
        String lower = cell.toLowerCase(Locale.ROOT);
        return lower.equals(RULE_TABLE) || lower.startsWith(RULE_TABLE + " ");
    }

    private void outside(int row, int column, String cell) {
        String word = cell.toLowerCase(Locale.ROOT);
        if (REFUSED.contains(word)) {
            error(
                    row,
                    column,
                    "\"%s\" is not allowed in a table: a table holds rules only. | 表格中不允许“%1$s”：只能包含规则。"
                            .formatted(cell));
        } else if (!PROPERTIES.contains(word)) {
            String near = Nearest.to(cell.split(" ", 2)[0], KNOWN_CELLS);
            error(
                    row,
                    column,
                    near.isEmpty()
                            ? ("\"%s\" stands outside every table. Put it into one, or after the"
                                            + " word Notes; a table ends at an empty row. |"
                                            + " “%1$s”在所有表格之外。请移入表格，或写在Notes之后；空行表示表格结束。")
                                    .formatted(cell)
                            : "\"%s\" is unknown. Did you mean %s? | 不认识“%1$s”，是否指%2$s？"
                                    .formatted(cell, near));
        }
    }

    /** Reads a table and returns the row after it. */
    private int table(int row, int column, String title) {
        String name = title.substring(RULE_TABLE.length()).strip();
        var columns = columns(row, column);
        int value = row + 5;
        int last = value - 1;
        while (!isEmpty(last + 1, column) && !startsTable(last + 1)) {
            last++;
        }
        if (last < value) {
            error(row, column, "The table has no row of values. | 表格没有数值行。");
        }
        var sheet = new Sheet(row, column, name, columns, value, last);
        tables.add(sheet);
        if (columns.stream().noneMatch(one -> one.use() == Use.NAME)) {
            error(
                    row + 1,
                    column,
                    "The table needs a column NAME, so that rules keep their names when rows move."
                            + " | 表格需要NAME列，以便移动行时规则名称不变。");
        }
        if (columns.stream().noneMatch(one -> one.use() == Use.ACTION)) {
            error(row + 1, column, "The table has no column ACTION. | 表格没有ACTION列。");
        }
        for (int line = value; line <= last; line++) {
            values(sheet, line);
        }
        return last + 1;
    }

    private boolean isEmpty(int row, int firstColumn) {
        return grid.row(row).keySet().stream().noneMatch(column -> column >= firstColumn);
    }

    private boolean startsTable(int row) {
        return isRuleTable(grid.row(row).values().iterator().next());
    }

    private List<Column> columns(int row, int firstColumn) {
        var columns = new ArrayList<Column>();
        var used = new TreeSet<Integer>();
        for (int line = row + 1; line <= row + 4; line++) {
            used.addAll(grid.row(line).keySet());
        }
        String fact = "";
        int factStart = -1;
        for (int column : used) {
            if (column < firstColumn) {
                continue;
            }
            String header = grid.at(row + 1, column);
            var use = USES.get(header.toUpperCase(Locale.ROOT));
            if (use == null) {
                String near = Nearest.to(header, USES.keySet());
                error(
                        row + 1,
                        column,
                        header.isEmpty()
                                ? "The column has no header (NAME, CONDITION, ACTION, …). |"
                                        + " 该列缺少表头（NAME、CONDITION、ACTION等）。"
                                : "\"%s\" is no header.%s | “%1$s”不是表头。%3$s"
                                        .formatted(
                                                header,
                                                near.isEmpty()
                                                        ? " Use NAME, CONDITION, ACTION, PRIORITY,"
                                                                + " DESCRIPTION."
                                                        : " Did you mean " + near + "?",
                                                near.isEmpty()
                                                        ? "可用NAME、CONDITION、ACTION、PRIORITY、DESCRIPTION。"
                                                        : "是否指" + near + "？"));
                continue;
            }
            if (grid.start(row + 2, column) != factStart || grid.start(row + 2, column) == column) {
                fact = grid.at(row + 2, column);
                factStart = grid.start(row + 2, column);
            }
            String template = grid.at(row + 3, column);
            columns.add(new Column(column, use, fact, template));
            header(row, column, use, fact, template);
        }
        return columns;
    }

    private void header(int row, int column, Use use, String fact, String template) {
        if (use != Use.CONDITION
                && use != Use.ACTION
                && use != Use.METADATA
                && !template.isEmpty()) {
            error(row + 3, column, "Leave this cell empty. | 请将此单元格留空。");
        }
        if (use == Use.ACTION && !fact.isEmpty()) {
            error(
                    row + 2,
                    column,
                    "Leave this cell empty: actions name no fact. | 请将此单元格留空：动作列不写事实。");
        }
        if (use == Use.CONDITION && fact.isEmpty()) {
            error(
                    row + 2,
                    column,
                    "The column names no fact. Write it here; where several columns share one,"
                            + " merge the cells. | 该列没有写明事实。请填写；多列共用时请合并单元格。");
        }
        if ((use == Use.CONDITION || use == Use.ACTION) && template.isEmpty()) {
            error(
                    row + 3,
                    column,
                    "The column says nothing to do with its values, such as amount >= $param. |"
                            + " 该列没有说明如何使用其数值，例如amount >= $param。");
        } else if (use == Use.CONDITION && template.indexOf('$') < 0 && !isShort(template)) {
            error(
                    row + 3,
                    column,
                    "The condition uses no $param or $1, so its values would count for nothing. |"
                            + " 该条件没有使用$param或$1，其数值将不起作用。");
        }
    }

    // "amount" and "amount >=" stand for "amount == $param" and "amount >= $param"
    private static boolean isShort(String template) {
        return template.matches("[\\p{L}_][\\p{L}\\p{N}_]*\\s*(==|!=|<=|>=|<|>|contains|matches)?");
    }

    private void values(Sheet sheet, int row) {
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
        problems.add(Problem.error(file, "cell " + Grid.name(row, column), message));
    }
}
