package dev.innkeeper.decision.analysis;

import dev.innkeeper.common.Finding;
import dev.innkeeper.decision.analysis.Figures.Range;
import dev.innkeeper.decision.analysis.Probe.Relation;
import dev.innkeeper.decision.gate.ReadRule.Said;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Finds gaps between the ranges of figures that rows follow each other with, and overlaps. */
final class Bands {

    private final List<Row> rows;
    private final Probe probe;
    private final Set<String> needed;
    private final List<Finding> findings = new ArrayList<>();

    /**
     * @param needed the calls whose gaps have been looked for already
     */
    Bands(List<Row> rows, Probe probe, Set<String> needed) {
        this.rows = rows;
        this.probe = probe;
        this.needed = needed;
    }

    /** A row with its range of a field. */
    private record Band(Row row, String field, Range range, Figures figures) {

        boolean isTwoSided() {
            return range.isBounded() && !range.isPoint();
        }
    }

    List<Finding> findings() {
        var columns = new TreeMap<String, List<Band>>();
        for (Row row : rows) {
            if (!row.region().isSimple() || row.region().boxes().size() != 1) {
                continue;
            }
            var box = row.region().boxes().get(0);
            String methods =
                    row.rule().calls().stream().map(Said::method).collect(Collectors.joining(" "));
            box.fields()
                    .forEach(
                            (field, values) -> {
                                if (values instanceof Figures figures
                                        && figures.ranges().size() == 1
                                        && !figures.missing()) {
                                    columns.computeIfAbsent(
                                                    String.join(
                                                            "\n",
                                                            row.file(),
                                                            row.region().fact().name(),
                                                            field,
                                                            box.besides(field),
                                                            methods),
                                                    one -> new ArrayList<>())
                                            .add(
                                                    new Band(
                                                            row,
                                                            field,
                                                            figures.ranges().get(0),
                                                            figures));
                                }
                            });
        }
        columns.values().forEach(this::column);
        return findings;
    }

    private void column(List<Band> bands) {
        if (bands.size() < 2 || bands.stream().noneMatch(Band::isTwoSided)) {
            return;
        }
        bands.sort(
                Comparator.comparing(
                        band -> band.range().from(),
                        Comparator.nullsFirst(Comparator.naturalOrder())));
        boolean gapsMatter =
                bands.get(0).row().rule().calls().stream()
                        .noneMatch(call -> needed.contains(call.method()));
        Band furthest = bands.get(0);
        for (Band band : bands.subList(1, bands.size())) {
            var gap = between(furthest, band);
            boolean isGap = furthest.range().to() != null && !gap.isEmpty();
            if (isGap && gapsMatter && !gap.isSliver()) {
                tellGap(furthest, band, gap);
            } else if (!isGap && isTwoSidedOverlap(furthest, band)) {
                tellOverlap(furthest, band);
            }
            if (furthest.range().reachesNotAsFarAs(band.range())) {
                furthest = band;
            }
        }
    }

    private static Range between(Band lower, Band upper) {
        return lower.figures().exact(new Range(lower.range().to(), upper.range().from()));
    }

    private boolean isTwoSidedOverlap(Band lower, Band upper) {
        var both = lower.range().and(upper.range());
        return lower.isTwoSided()
                && upper.isTwoSided()
                && !both.isEmpty()
                && !both.equals(upper.range())
                && !both.equals(lower.range())
                && !contradict(lower.row(), upper.row());
    }

    private boolean contradict(Row one, Row two) {
        return one.rule().calls().stream()
                .anyMatch(
                        said ->
                                two.rule().calls().stream()
                                        .anyMatch(
                                                other ->
                                                        probe.between(said, other)
                                                                == Relation.CONTRADICT));
    }

    private void tellGap(Band lower, Band upper, Range gap) {
        String shown = shown(upper, gap);
        findings.add(
                Finding.warning(
                        upper.row().file(),
                        upper.row().place(upper.field()),
                        "There is a gap at %s %s between this row and %s (%s). Close it, unless nothing is meant to follow there. | %s在%s处有空缺（本行与%s，%s之间）。若非有意为之，请补上。"
                                .formatted(
                                        upper.field(),
                                        shown,
                                        '"' + lower.row().info().name() + '"',
                                        lower.row().place(lower.field()),
                                        upper.field(),
                                        shown,
                                        "“" + lower.row().info().name() + "”",
                                        lower.row().place(lower.field()))));
    }

    private void tellOverlap(Band lower, Band upper) {
        String shown = shown(upper, lower.range().and(upper.range()));
        findings.add(
                Finding.warning(
                        upper.row().file(),
                        upper.row().place(upper.field()),
                        "The range overlaps with %s (%s) at %s %s, so both rows hold there. Part them. | 范围与%s（%s）在%s %s处重叠，两行会同时成立。请将其分开。"
                                .formatted(
                                        '"' + lower.row().info().name() + '"',
                                        lower.row().place(lower.field()),
                                        upper.field(),
                                        shown,
                                        "“" + lower.row().info().name() + "”",
                                        lower.row().place(lower.field()),
                                        upper.field(),
                                        shown)));
    }

    private static String shown(Band band, Range range) {
        return new Figures(List.of(range), false, band.figures().type()).shown();
    }
}
