package dev.innkeeper.decision.table;

import java.util.List;

/**
 * A rule table in a sheet.
 *
 * @param row the row of the cell {@code RuleTable …}, from 0
 * @param column its column, from 0
 * @param name the name of the table
 * @param columns its columns from left to right
 * @param firstValue the first row of values
 * @param lastValue the last row of values, below the first where there is none
 */
record Sheet(
        int row, int column, String name, List<Column> columns, int firstValue, int lastValue) {

    /** What a column is for. */
    enum Use {
        NAME,
        CONDITION,
        ACTION,
        PRIORITY,
        DESCRIPTION,
        METADATA
    }

    /**
     * A column.
     *
     * @param index from 0
     * @param use what it is for
     * @param fact the cell that names the fact, which may stand to the left in a merged range
     * @param template the snippet that its cells fill
     */
    record Column(int index, Use use, String fact, String template) {}
}
