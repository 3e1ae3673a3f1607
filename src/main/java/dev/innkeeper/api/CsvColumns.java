package dev.innkeeper.api;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The columns that a CSV file may have.
 *
 * @param fields columns by name, with the field that they fill
 * @param ignored columns that are passed over, by name
 * @param needed the fields without whose columns the file cannot be meant
 * @param neededRemedy what to do where one is not there, in both languages
 * @param emptyRemedy what to send where the file is empty, in both languages
 */
public record CsvColumns(
        Map<String, String> fields,
        Set<String> ignored,
        List<String> needed,
        String neededRemedy,
        String emptyRemedy) {

    /** Takes copies of what can change. */
    public CsvColumns {
        fields = Map.copyOf(fields);
        ignored = Set.copyOf(ignored);
        needed = List.copyOf(needed);
    }
}
