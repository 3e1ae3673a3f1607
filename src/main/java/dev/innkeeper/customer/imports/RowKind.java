package dev.innkeeper.customer.imports;

import dev.innkeeper.api.CsvColumns;
import dev.innkeeper.customer.PastRow;
import dev.innkeeper.customer.PastSource;
import java.util.List;

/**
 * What is particular to one kind of row.
 *
 * @param <T> the row
 */
interface RowKind<T> {

    /** Which kind it is. */
    ImportKind kind();

    /** The columns, by our names and by those that other systems give them. */
    CsvColumns columns();

    /** The row that the cells say; not to be used where they have problems. */
    T read(Cells cells);

    /** Takes the rows that can be taken, and says what became of each, in their order. */
    List<PastRow> take(List<T> rows, PastSource source);
}
