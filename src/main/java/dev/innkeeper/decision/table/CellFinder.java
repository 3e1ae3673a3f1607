package dev.innkeeper.decision.table;

import dev.innkeeper.decision.gate.Places;
import dev.innkeeper.decision.gate.Position;
import java.util.List;
import java.util.regex.Pattern;

/** Finds the cell that a position of converted rule text came from. */
final class CellFinder implements Places {

    // the converter writes the row before each rule; one row is put before the sheet
    private static final Pattern ROW = Pattern.compile("^// rule values at [A-Z]+([0-9]+),.*");
    private static final int SHIFT = 2;

    private final Grid grid;
    private final List<Sheet> tables;
    private final String[] lines;

    CellFinder(Grid grid, List<Sheet> tables, String drl) {
        this.grid = grid;
        this.tables = List.copyOf(tables);
        this.lines = drl.split("\n", -1);
    }

    @Override
    public String of(Position at) {
        int row = -1;
        for (int i = Math.min(at.line(), lines.length) - 1; i >= 0 && row < 0; i--) {
            var matcher = ROW.matcher(lines[i]);
            if (matcher.matches()) {
                row = Integer.parseInt(matcher.group(1)) - SHIFT;
            }
        }
        for (Sheet table : tables) {
            if (row >= table.firstValue() && row <= table.lastValue()) {
                return "cell " + Grid.name(row, column(table, row, at));
            }
        }
        return "";
    }

    private int column(Sheet table, int row, Position at) {
        String line = lines[at.line() - 1];
        for (Sheet.Column column : table.columns()) {
            String value = grid.at(row, column.index());
            if (value.isEmpty() || column.template().isEmpty()) {
                continue;
            }
            String template =
                    column.template().indexOf('$') < 0
                            ? column.template()
                            : Snippets.fill(column.template(), value);
            int start = line.indexOf(template);
            if (start >= 0 && at.column() > start && at.column() <= start + template.length() + 1) {
                return column.index();
            }
        }
        boolean atFact = !line.startsWith("rule ") && !line.startsWith("//");
        return table.columns().stream()
                .filter(
                        column ->
                                atFact && !column.fact().isEmpty() && line.contains(column.fact()))
                .filter(column -> !grid.at(row, column.index()).isEmpty())
                .mapToInt(Sheet.Column::index)
                .findFirst()
                .orElse(table.column());
    }
}
