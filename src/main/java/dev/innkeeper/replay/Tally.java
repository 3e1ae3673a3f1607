package dev.innkeeper.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Counts what became of the rows. */
final class Tally {

    private static final int SHOWN = 50;

    private final Kind kind;
    private final Map<String, Integer> outcomes = new TreeMap<>();
    private final Map<String, Map<String, Integer>> counts = new LinkedHashMap<>();
    private final List<String> remarks = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();
    private int rows;

    Tally(Kind kind) {
        this.kind = kind;
        kind.counted().keySet().forEach(title -> counts.put(title, new TreeMap<>()));
    }

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
        JsonNode taken = result.path(kind.member());
        kind.counted()
                .forEach(
                        (title, field) ->
                                counts.computeIfPresent(
                                        title,
                                        (same, values) -> {
                                            count(values, taken.path(field).asText());
                                            return values;
                                        }));
        String remark = kind.remark(taken);
        if (!remark.isEmpty()) {
            remarks.add("  line " + line + ": " + taken.path("number").asText() + " and " + remark);
        }
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
        counts.forEach((title, values) -> table(text, title, values));
        text.append(kind.closing(counts));
        list(text, kind.remarks(), remarks);
        list(text, "Refused rows", refused);
        return text.toString();
    }

    private static void list(StringBuilder text, String title, List<String> lines) {
        if (lines.isEmpty()) {
            return;
        }
        text.append(String.format("%n%s (%d)%n", title, lines.size()));
        lines.stream().limit(SHOWN).forEach(each -> text.append(each).append("\n"));
        if (lines.size() > SHOWN) {
            text.append("  and ").append(lines.size() - SHOWN).append(" more\n");
        }
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
