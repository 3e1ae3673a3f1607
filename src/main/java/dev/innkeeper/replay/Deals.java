package dev.innkeeper.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Deals of the past, with the dates that they have.
 *
 * @param accounts a file with account and sector, or null
 * @param teams a file with sales_agent and manager, or null
 * @param dates how the file writes days: ISO or M/D/YYYY
 * @param stages the words of the file for our stages, {@code Engaging=QUALIFIED,…}
 */
record Deals(@Nullable Path accounts, @Nullable Path teams, String dates, String stages)
        implements Kind {

    static final String DATES = "M/D/YYYY";
    static final String STAGES = "Prospecting=LEAD,Engaging=QUALIFIED,Won=WON,Lost=LOST";

    private static final String[] ACCOUNT = {"account", "company"};
    private static final String[] AGENT = {"sales_agent", "owner"};

    @Override
    public String address() {
        return "/api/deals/import?dates=" + encoded(dates) + "&stages=" + encoded(stages);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public Table prepared(Table file, PrintStream out) throws IOException {
        Table joined = join(file, ACCOUNT, accounts, "sector", out);
        return join(joined, AGENT, teams, "manager", out);
    }

    /** The file with one more column, found in another file by what both name. */
    private static Table join(
            Table file, String[] key, @Nullable Path other, String wanted, PrintStream out)
            throws IOException {
        if (other == null) {
            return file;
        }
        Map<String, String> known = read(other, key, wanted);
        int place = file.column(key);
        if (place < 0) {
            throw new IllegalArgumentException("The file has no column " + key[0]);
        }
        Map<String, Integer> unknown = new TreeMap<>();
        List<Table.Row> rows = new ArrayList<>(file.rows().size());
        for (Table.Row row : file.rows()) {
            // A broken row stays as broken as it is, for the service to say what is wrong with it.
            if (row.cells().size() != file.header().size()) {
                rows.add(new Table.Row(row.line(), with(row.cells(), "")));
                continue;
            }
            String name = row.cells().get(place).strip();
            String found = known.get(Table.plain(name));
            if (found == null) {
                unknown.merge(name, 1, Integer::sum);
            }
            rows.add(new Table.Row(row.line(), with(row.cells(), found == null ? "" : found)));
        }
        unknown.forEach(
                (name, times) ->
                        out.println(
                                name.isEmpty()
                                        ? "  " + times + " rows name no " + key[0]
                                        : "  \""
                                                + name
                                                + "\" is not in "
                                                + other.getFileName()
                                                + " ("
                                                + times
                                                + " rows)"));
        return new Table(file.charset(), with(file.header(), wanted), rows);
    }

    private static Map<String, String> read(Path file, String[] key, String wanted)
            throws IOException {
        Table table = Table.read(file, null);
        int name = table.column(key);
        int value = table.column(wanted);
        if (name < 0 || value < 0) {
            throw new IllegalArgumentException(
                    file.getFileName() + " needs the columns " + key[0] + " and " + wanted);
        }
        Map<String, String> known = new HashMap<>();
        for (Table.Row row : table.rows()) {
            if (row.cells().size() > Math.max(name, value)) {
                known.putIfAbsent(
                        Table.plain(row.cells().get(name)), row.cells().get(value).strip());
            }
        }
        return known;
    }

    private static List<String> with(List<String> cells, String more) {
        List<String> all = new ArrayList<>(cells);
        all.add(more);
        return all;
    }

    @Override
    public String member() {
        return "deal";
    }

    @Override
    public Map<String, String> counted() {
        return Map.of("Stage", "stage");
    }

    @Override
    public List<String> written() {
        return List.of("number", "stage", "collidesWith");
    }

    @Override
    public String remark(JsonNode result) {
        return StreamSupport.stream(result.path("collidesWith").spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.joining(", "));
    }

    @Override
    public String remarks() {
        return "Collisions: open deals of one company and product that somebody else hunts";
    }

    @Override
    public String closing(Map<String, Map<String, Integer>> counts) {
        return "";
    }
}
