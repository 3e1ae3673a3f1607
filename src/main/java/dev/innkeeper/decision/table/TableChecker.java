package dev.innkeeper.decision.table;

import dev.innkeeper.common.Finding;
import dev.innkeeper.decision.gate.Nearest;
import dev.innkeeper.decision.table.Sheet.Column;
import dev.innkeeper.decision.table.Sheet.Use;
import java.util.ArrayList;
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
    private final List<Finding> problems = new ArrayList<>();
    private final List<Sheet> tables = new ArrayList<>();

    TableChecker(String file, Grid grid) {
        this.file = file;
        this.grid = grid;
    }

    List<Finding> problems() {
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
        var rows = new RowChecker(file, grid, problems);
        for (int line = value; line <= last; line++) {
            rows.check(sheet, line);
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
        } else if (use == Use.CONDITION && template.indexOf('$') < 0) {
            error(
                    row + 3,
                    column,
                    "The condition uses no $param or $1 (amount >= $param), so its values would"
                            + " count for nothing. | 该条件没有使用$param或$1（amount >= $param），其数值将不起作用。");
        }
    }

    private void error(int row, int column, String message) {
        problems.add(Finding.error(file, "cell " + Grid.name(row, column), message));
    }
}
