package dev.innkeeper.api;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the columns of a CSV file are, for one kind of row.
 *
 * @param columns columns by name, with the field that they fill; {@code guest.name} is the field
 *     {@code name} of the object {@code guest}
 * @param numbers the fields that hold numbers
 * @param answers the fields that hold yes or no
 * @param defaults what fields hold where the row says nothing
 * @param needed the field without whose column the file cannot be meant
 * @param neededRemedy what to do where it is not there, in both languages
 * @param emptyRemedy what to send where the file is empty, in both languages
 */
public record CsvLayout(
        Map<String, String> columns,
        Set<String> numbers,
        Set<String> answers,
        Map<String, String> defaults,
        String needed,
        String neededRemedy,
        String emptyRemedy) {

    /** Takes copies of what can change. */
    public CsvLayout {
        columns = Map.copyOf(columns);
        numbers = Set.copyOf(numbers);
        answers = Set.copyOf(answers);
        defaults = Map.copyOf(defaults);
    }

    CsvColumns heads() {
        return new CsvColumns(columns, Set.of(), List.of(needed), neededRemedy, emptyRemedy);
    }
}
