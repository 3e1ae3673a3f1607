package dev.innkeeper.decision.table;

import java.util.List;
import java.util.regex.Pattern;
import org.drools.template.model.SnippetBuilder;
import org.drools.util.StringUtils;

/** How a cell fills the snippet of its column. */
final class Snippets {

    private static final Pattern PLACE = Pattern.compile("\\$([0-9]{1,2})");

    private Snippets() {}

    /**
     * How many values a snippet with {@code $1, $2, …} needs; 0 where it takes the cell as a whole.
     */
    static int places(String template) {
        return PLACE.matcher(template)
                .results()
                .mapToInt(m -> Integer.parseInt(m.group(1)))
                .max()
                .orElse(0);
    }

    /** The values of a cell, cut at commas outside quotes and parentheses. */
    static List<String> split(String value) {
        return StringUtils.splitConstraints(value, false);
    }

    /** What becomes of a cell. */
    static String fill(String template, String value) {
        return new SnippetBuilder(template).build(value);
    }
}
