package dev.innkeeper.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Complaints, which start as if they came now.
 *
 * @param channel the channel of rows that name none
 */
record Complaints(String channel) implements Kind {

    @Override
    public String address() {
        return "/api/complaints/batch?channel=" + channel;
    }

    @Override
    public Table prepared(Table file, PrintStream out) {
        return file;
    }

    @Override
    public String member() {
        return "complaint";
    }

    @Override
    public Map<String, String> counted() {
        Map<String, String> counted = new LinkedHashMap<>();
        counted.put("Category", "category");
        counted.put("Severity", "severity");
        counted.put("Department", "department");
        return counted;
    }

    @Override
    public List<String> written() {
        return List.of(
                "number", "category", "severity", "department", "acknowledgeBy", "resolveBy");
    }

    @Override
    public String remark(JsonNode result) {
        return "";
    }

    @Override
    public String remarks() {
        return "";
    }

    @Override
    public String closing(Map<String, Map<String, Integer>> counts) {
        Map<String, Integer> categories = counts.getOrDefault("Category", Map.of());
        int judged = categories.values().stream().mapToInt(Integer::intValue).sum();
        if (judged == 0) {
            return "";
        }
        int other = categories.getOrDefault("OTHER", 0);
        return String.format(
                Locale.ROOT,
                "%nIn a category other than OTHER: %.1f %%%n",
                100.0 * (judged - other) / judged);
    }
}
