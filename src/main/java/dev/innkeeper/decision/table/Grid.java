package dev.innkeeper.decision.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.drools.template.parser.DataListener;

/**
 * The cells of a sheet as the engine's converter sees them: formulas evaluated, figures formatted.
 */
final class Grid implements DataListener {

    static final int MOST_ROWS = 5_000;
    static final int MOST_COLUMNS = 100;

    private final Map<Integer, Map<Integer, String>> rows = new TreeMap<>();
    private final Map<Integer, Map<Integer, Integer>> mergedFrom = new HashMap<>();
    private boolean tooLarge;

    @Override
    public void startSheet(String name) {
        // the first sheet is the only one read
    }

    @Override
    public void finishSheet() {
        // every cell is there
    }

    @Override
    public void newRow(int rowNumber, int columns) {
        tooLarge |= rowNumber >= MOST_ROWS || columns > MOST_COLUMNS;
    }

    @Override
    public void newCell(int row, int column, String value, int mergedColStart) {
        if (tooLarge || value == null || value.isBlank()) {
            return;
        }
        rows.computeIfAbsent(row, r -> new TreeMap<>()).put(column, value.strip());
        if (mergedColStart != NON_MERGED) {
            mergedFrom.computeIfAbsent(row, r -> new HashMap<>()).put(column, mergedColStart);
        }
    }

    boolean isTooLarge() {
        return tooLarge;
    }

    /** The text of a cell, empty where there is none. */
    String at(int row, int column) {
        return rows.getOrDefault(row, Map.of()).getOrDefault(column, "");
    }

    /** The filled cells of a row by column. */
    Map<Integer, String> row(int row) {
        return rows.getOrDefault(row, Map.of());
    }

    /** The filled rows. */
    List<Integer> rows() {
        return new ArrayList<>(rows.keySet());
    }

    /** The column in which the merged range of a cell starts, or the column itself. */
    int start(int row, int column) {
        return mergedFrom.getOrDefault(row, Map.of()).getOrDefault(column, column);
    }

    /** Whether a cell is part of a merged range, if only of one cell. */
    boolean isMarkedMerged(int row, int column) {
        return mergedFrom.getOrDefault(row, Map.of()).containsKey(column);
    }

    /** The name of a cell, from {@code A1}. */
    static String name(int row, int column) {
        return columnName(column) + (row + 1);
    }

    private static String columnName(int column) {
        return column < 26
                ? String.valueOf((char) ('A' + column))
                : columnName(column / 26 - 1) + (char) ('A' + column % 26);
    }
}
