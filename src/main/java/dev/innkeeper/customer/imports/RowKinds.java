package dev.innkeeper.customer.imports;

import dev.innkeeper.api.CsvColumns;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The kinds of rows that there are. */
@Component
class RowKinds {

    private final Map<ImportKind, RowKind<?>> kinds = new EnumMap<>(ImportKind.class);

    RowKinds(List<RowKind<?>> all) {
        all.forEach(kind -> kinds.put(kind.kind(), kind));
    }

    RowKind<?> of(ImportOrder order) {
        return Objects.requireNonNull(kinds.get(order.kind()));
    }

    /** The columns that a file may have. */
    CsvColumns columns(ImportOrder order) {
        CsvColumns columns = of(order).columns();
        Set<String> ignored = new HashSet<>(columns.ignored());
        ignored.addAll(order.ignored());
        return new CsvColumns(
                columns.fields(),
                ignored,
                columns.needed(),
                columns.neededRemedy(),
                columns.emptyRemedy());
    }
}
