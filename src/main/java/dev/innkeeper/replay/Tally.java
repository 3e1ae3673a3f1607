package dev.innkeeper.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Counts what became of the rows. */
final class Tally {

    private static final int REFUSED_SHOWN = 50;

    private final Map<String, Integer> outcomes = new TreeMap<>();
    private final Map<String, Integer> categories = new TreeMap<>();
    private final Map<String, Integer> severities = new TreeMap<>();
    private final Map<String, Integer> departments = new TreeMap<>();
    private final List<String> refused = new ArrayList<>();
    private int rows;

    int rows() {
        return rows;
    }

    int refused() {
        return refused.size();
    }

    /**
     * Counts a row.
     *
     * @param line where it is in the file
     * @param result what the service says of it
     */
    void add(long line, JsonNode result) {
        rows++;
        String outcome = result.path("outcome").asText();
        count(outcomes, outcome);
        if (outcome.equals("REFUSED")) {
            refuse(line, result.path("problems").path(0));
            return;
        }
        JsonNode complaint = result.path("complaint");
        count(categories, complaint.path("category").asText("(none)"));
        count(severities, complaint.path("severity").asText("(none)"));
        count(departments, complaint.path("department").asText("(none)"));
    }

    private void refuse(long line, JsonNode problem) {
        String field = problem.path("field").asText();
        refused.add(
                "  line "
                        + line
                        + (field.isEmpty() ? "" : ", " + field)
                        + ": "
                        + problem.path("message").asText()
                        + " "
                        + problem.path("remedy").asText());
    }

    private static void count(Map<String, Integer> counts, String name) {
        counts.merge(name.isEmpty() ? "(none)" : name, 1, Integer::sum);
    }

    String summary(Duration took) {
        var text = new StringBuilder();
        text.append(
                String.format(
                        Locale.ROOT,
                        "%d rows in %.1f s, %.1f rows per second%n",
                        rows,
                        took.toMillis() / 1000.0,
                        perSecond(took)));
        table(text, "Outcome", outcomes);
        table(text, "Category", categories);
        table(text, "Severity", severities);
        table(text, "Department", departments);
        int judged = categories.values().stream().mapToInt(Integer::intValue).sum();
        if (judged > 0) {
            int other = categories.getOrDefault("OTHER", 0);
            text.append(
                    String.format(
                            Locale.ROOT,
                            "%nIn a category other than OTHER: %.1f %%%n",
                            100.0 * (judged - other) / judged));
        }
        if (!refused.isEmpty()) {
            text.append(String.format("%nRefused rows%n"));
            refused.stream().limit(REFUSED_SHOWN).forEach(each -> text.append(each).append("\n"));
            if (refused.size() > REFUSED_SHOWN) {
                text.append("  and ").append(refused.size() - REFUSED_SHOWN).append(" more\n");
            }
        }
        return text.toString();
    }

    double perSecond(Duration took) {
        return rows / Math.max(0.001, took.toMillis() / 1000.0);
    }

    private void table(StringBuilder text, String title, Map<String, Integer> counts) {
        if (counts.isEmpty()) {
            return;
        }
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        text.append(String.format("%n%s%n", title));
        counts.entrySet().stream()
                .sorted(
                        Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                                .thenComparing(Map.Entry.comparingByKey()))
                .forEach(
                        entry ->
                                text.append(
                                        String.format(
                                                Locale.ROOT,
                                                "  %-26s %6d  %5.1f %%%n",
                                                entry.getKey(),
                                                entry.getValue(),
                                                100.0 * entry.getValue() / all)));
    }
}
