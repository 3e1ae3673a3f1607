package dev.innkeeper.decision.table;

import dev.innkeeper.decision.table.TableReader.UnreadableTable;
import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;

/** A spreadsheet as text, so that people can see how two of them differ. */
public final class TableText {

    private TableText() {}

    /**
     * The cells of the first sheet, a line for each row, with the number of the row; empty for a
     * file that is no readable workbook.
     */
    public static Optional<String> of(String file, byte[] content) {
        if (!file.toLowerCase(Locale.ROOT).endsWith(".xlsx")) {
            return Optional.empty();
        }
        try {
            var grid = TableReader.workbook(content);
            var text = new StringBuilder();
            for (int row : grid.rows()) {
                var cells = new StringJoiner(" | ");
                grid.row(row)
                        .forEach((column, cell) -> cells.add(Grid.name(row, column) + " " + cell));
                text.append(cells).append('\n');
            }
            return Optional.of(text.toString());
        } catch (UnreadableTable e) {
            return Optional.empty();
        }
    }
}
