package dev.innkeeper.decision.analysis;

import dev.innkeeper.common.Finding;
import dev.innkeeper.common.Finding.Severity;
import dev.innkeeper.common.Language;
import dev.innkeeper.decision.analysis.Figures.Range;
import dev.innkeeper.decision.gate.ReadRule.Said;
import dev.innkeeper.decision.gate.Vocabulary.FactType;
import dev.innkeeper.decision.gate.Vocabulary.Field;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Finds allowed questions to which no rule gives a value that every answer needs, and choices that
 * the rows of a table list all but a few.
 */
final class Coverage {

    private static final int MOST_BOXES = 5_000;
    private static final int MOST_SHOWN = 5;
    private static final int FEWEST_ROWS = 3;
    private static final int ROWS_PER_LACK = 4;

    private final List<Row> rows;
    private final Probe probe;
    private final List<Finding> findings = new ArrayList<>();
    private final Set<String> needed = new HashSet<>();

    Coverage(List<Row> rows, Probe probe) {
        this.rows = rows;
        this.probe = probe;
    }

    List<Finding> findings() {
        var always = new LinkedHashSet<Said>();
        var others = new LinkedHashSet<Said>();
        for (Row row : rows) {
            (row.region().isEverywhere() ? always : others).addAll(row.rule().calls());
        }
        for (List<Said> need : probe.needs(always, others)) {
            var calls = new HashSet<>(need);
            need.forEach(call -> needed.add(call.method()));
            var givers =
                    rows.stream()
                            .filter(row -> row.rule().calls().stream().anyMatch(calls::contains))
                            .toList();
            uncovered(givers, need.get(0));
        }
        listedAllBut();
        return findings;
    }

    /** The calls whose gaps have been looked for. */
    Set<String> needed() {
        return needed;
    }

    private void uncovered(List<Row> givers, Said call) {
        var counts = new TreeMap<String, Integer>();
        givers.stream()
                .filter(row -> row.region().isSimple())
                .forEach(row -> counts.merge(row.region().fact().name(), 1, Integer::sum));
        if (counts.isEmpty()) {
            return;
        }
        String fact = counts.entrySet().stream().max(Map.Entry.comparingByValue()).get().getKey();
        var simple = new ArrayList<Row>();
        var others = new ArrayList<Row>();
        for (Row row : givers) {
            boolean fits = row.region().isSimple() && row.region().fact().name().equals(fact);
            (fits ? simple : others).add(row);
        }
        var type = simple.get(0).region().fact();
        var figures = new HashMap<String, List<BigDecimal>>();
        var all = everything(type, simple, figures);
        if (all.isEmpty()) {
            return;
        }
        var left = List.of(new Box(all, Set.of()));
        for (Row row : simple) {
            for (Box box : row.region().boxes()) {
                left = minus(left, box);
            }
            if (left.size() > MOST_BOXES) {
                return;
            }
        }
        left =
                left.stream()
                        .filter(box -> !isNegligible(box))
                        .filter(
                                box ->
                                        others.stream()
                                                .allMatch(row -> row.region().isApart(fact, box)))
                        .toList();
        if (!left.isEmpty()) {
            tell(simple, call, type, left, all, figures);
        }
    }

    private static List<Box> minus(List<Box> all, Box box) {
        var left = new ArrayList<Box>();
        all.forEach(one -> left.addAll(one.minus(box)));
        return left;
    }

    /** All allowed values of the fields asked for; empty where they cannot be listed. */
    private static Map<String, ValueSet> everything(
            FactType type, List<Row> simple, Map<String, List<BigDecimal>> figures) {
        var all = new HashMap<String, ValueSet>();
        for (Row row : simple) {
            for (Box box : row.region().boxes()) {
                for (var asked : box.fields().entrySet()) {
                    var field = type.fields().get(asked.getKey());
                    if (asked.getValue() instanceof Texts) {
                        return Map.of();
                    }
                    if (asked.getValue() instanceof Figures some) {
                        figures.computeIfAbsent(field.name(), one -> new ArrayList<>())
                                .addAll(some.edges());
                    }
                    var allowed = ConstantConditions.allowed(field).present();
                    all.put(field.name(), allowed);
                    if (allowed instanceof Figures span) {
                        figures.computeIfAbsent(field.name(), one -> new ArrayList<>())
                                .addAll(span.edges());
                    }
                }
            }
        }
        figures.forEach(
                (name, used) ->
                        all.computeIfPresent(
                                name, (one, allowed) -> notBelow((Figures) allowed, used)));
        return all;
    }

    /** Figures are not below zero unless a rule names one that is. */
    private static ValueSet notBelow(Figures allowed, List<BigDecimal> used) {
        boolean negative = used.stream().anyMatch(figure -> figure.signum() < 0);
        return negative || allowed.isOfDays() ? allowed : allowed.and(allowed.where(">=", 0L));
    }

    /** Between amounts that differ by a hundredth there is nothing. */
    private static boolean isNegligible(Box box) {
        return box.fields().values().stream()
                .anyMatch(
                        values ->
                                values instanceof Figures figures
                                        && figures.ranges().stream().allMatch(Range::isSliver));
    }

    private void tell(
            List<Row> simple,
            Said call,
            FactType type,
            List<Box> left,
            Map<String, ValueSet> all,
            Map<String, List<BigDecimal>> figures) {
        boolean surely = left.stream().anyMatch(box -> isBetween(box, figures));
        String shown =
                left.stream()
                        .limit(MOST_SHOWN)
                        .map(box -> type.name() + "(" + narrowed(box, all) + ")")
                        .collect(Collectors.joining("; "));
        String label = probe.label(call);
        int more = left.size() - MOST_SHOWN;
        var last = simple.get(simple.size() - 1);
        var finding =
                Finding.error(
                        last.file(),
                        last.info().place(),
                        "No row or rule covers %s%s, where every answer needs one (%s). Add a row or a rule. | 没有规则覆盖%s%s，而每个结论都需要（%s）。请添加一行或一条规则。"
                                .formatted(
                                        shown,
                                        more > 0 ? " and %d more".formatted(more) : "",
                                        Language.ENGLISH.of(label),
                                        shown,
                                        more > 0 ? "等共%d种情况".formatted(left.size()) : "",
                                        Language.CHINESE.of(label)));
        findings.add(surely ? finding : finding.as(Severity.WARNING));
    }

    /** Whether it lies between figures that rules name, so that nobody can say it never comes. */
    private static boolean isBetween(Box box, Map<String, List<BigDecimal>> figures) {
        return box.fields().entrySet().stream()
                .allMatch(
                        one ->
                                !(one.getValue() instanceof Figures some)
                                        || some.ranges().stream()
                                                .anyMatch(
                                                        range ->
                                                                range.isWithin(
                                                                        figures.get(
                                                                                one.getKey()))));
    }

    private static String narrowed(Box box, Map<String, ValueSet> all) {
        var narrow = new HashMap<>(box.fields());
        narrow.entrySet().removeIf(one -> one.getValue().includes(all.get(one.getKey())));
        return new Box(narrow, Set.of()).shown();
    }

    /** Tables whose rows name all constants of a choice but a few, and take one value only. */
    private void listedAllBut() {
        var tables = new TreeMap<String, List<Row>>();
        for (Row row : rows) {
            var calls = row.rule().calls();
            if (isOneChoice(row.region())
                    && calls.stream().noneMatch(call -> needed.contains(call.method()))
                    && calls.stream().anyMatch(probe::takesOneValue)) {
                var field = row.region().boxes().get(0).fields().keySet().iterator().next();
                tables.computeIfAbsent(
                                row.file()
                                        + " "
                                        + row.region().fact().name()
                                        + "."
                                        + field
                                        + " "
                                        + calls.get(0).method(),
                                one -> new ArrayList<>())
                        .add(row);
            }
        }
        tables.values().forEach(this::listedAllBut);
    }

    private static boolean isOneChoice(Region region) {
        if (!region.isSimple() || region.boxes().size() != 1) {
            return false;
        }
        var fields = region.boxes().get(0).fields();
        return fields.size() == 1 && fields.values().iterator().next() instanceof Choices;
    }

    private void listedAllBut(List<Row> table) {
        var type = table.get(0).region().fact();
        Field field =
                type.fields()
                        .get(
                                table.get(0)
                                        .region()
                                        .boxes()
                                        .get(0)
                                        .fields()
                                        .keySet()
                                        .iterator()
                                        .next());
        var left = ConstantConditions.allowed(field).present();
        for (Row row : table) {
            left = left.and(row.region().boxes().get(0).fields().get(field.name()).not());
        }
        if (left instanceof Choices choices
                && !choices.isEmpty()
                && table.size() >= FEWEST_ROWS
                && choices.size() * ROWS_PER_LACK <= table.size()) {
            var last = table.get(table.size() - 1);
            findings.add(
                    Finding.warning(
                            last.file(),
                            last.info().place(),
                            "The rows cover every %s but %s. Add a row for it, unless nothing is meant to follow. | 各行已覆盖“%s”的其他取值，唯缺%s。若非有意为之，请添加一行。"
                                    .formatted(
                                            field.name(),
                                            choices.shown(),
                                            field.chinese().isEmpty()
                                                    ? field.name()
                                                    : field.chinese(),
                                            choices.shown())));
        }
    }
}
