package dev.innkeeper.customer.imports;

import dev.innkeeper.api.DateForm;
import java.nio.charset.Charset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a file is to be read.
 *
 * @param kind what its rows are
 * @param dates how it writes days
 * @param charset its encoding
 * @param system the name of the system whose ids the customers have, at most 40 characters; null
 *     where there is one alone
 * @param ignored names of columns that are passed over
 * @param fileName what the sender calls it, or null
 */
public record ImportOrder(
        ImportKind kind,
        DateForm dates,
        Charset charset,
        @Nullable String system,
        List<String> ignored,
        @Nullable String fileName) {

    /** Takes the names without blanks around them. */
    public ImportOrder {
        ignored = ignored.stream().map(String::strip).filter(name -> !name.isEmpty()).toList();
    }
}
