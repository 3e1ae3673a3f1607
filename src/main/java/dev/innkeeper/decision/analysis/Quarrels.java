package dev.innkeeper.decision.analysis;

import dev.innkeeper.common.Finding;
import dev.innkeeper.common.Language;
import dev.innkeeper.decision.analysis.Probe.Relation;
import dev.innkeeper.decision.gate.ReadRule.Said;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Finds rules that stand there twice, contradict each other, or never decide. */
final class Quarrels {

    private final List<Row> rows;
    private final Probe probe;
    private final List<Finding> findings = new ArrayList<>();

    Quarrels(List<Row> rows, Probe probe) {
        this.rows = rows;
        this.probe = probe;
    }

    List<Finding> findings() {
        var known = new HashMap<String, Row>();
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            var twin =
                    known.putIfAbsent(
                            Wording.of(row.rule().demands()) + " " + row.rule().calls(), row);
            if (twin != null) {
                refuseTwin(row, twin);
            } else {
                compare(row, rows.subList(0, i));
            }
        }
        return findings;
    }

    private void refuseTwin(Row row, Row twin) {
        findings.add(
                Finding.error(
                        row.file(),
                        row.info().place(),
                        "\"%s\" asks and says the same as %s. Delete one, or change it. | “%s”与%s的条件和结论相同，请删除或修改其中一条。"
                                .formatted(
                                        row.info().name(),
                                        twin.named(),
                                        row.info().name(),
                                        twin.namedInChinese())));
    }

    /** The first quarrel of a rule with one above it is enough to mend. */
    private void compare(Row row, List<Row> above) {
        boolean idle = false;
        for (Row other : above) {
            if (row.region().isApartFrom(other.region()) || !concern(row, other)) {
                continue;
            }
            if (contradicts(row, other)) {
                return;
            }
            idle = idle || neverDecides(row, other) || neverDecides(other, row);
        }
    }

    private boolean concern(Row row, Row other) {
        for (Said one : row.rule().calls()) {
            for (Said two : other.rule().calls()) {
                if (probe.concern(one, two)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean contradicts(Row row, Row other) {
        Map<String, List<Box>> overlap = null;
        for (Said one : row.rule().calls()) {
            for (Said two : other.rule().calls()) {
                boolean may = probe.takesOneValue(one) || probe.takesOneValue(two);
                if (!may || !probe.concern(two, one)) {
                    continue;
                }
                if (overlap == null) {
                    var found = row.region().overlap(other.region());
                    if (found.isEmpty()) {
                        return false;
                    }
                    overlap = found.get();
                }
                if (probe.between(two, one) == Relation.CONTRADICT) {
                    tellContradiction(row, one, other, two, overlap);
                    return true;
                }
            }
        }
        return false;
    }

    private void tellContradiction(
            Row row, Said one, Row other, Said two, Map<String, List<Box>> overlap) {
        boolean surely =
                row.region().fields().equals(other.region().fields())
                        || row.region().includes(other.region())
                        || other.region().includes(row.region());
        String where = where(overlap);
        String label = probe.label(one);
        var finding =
                Finding.error(
                        row.file(),
                        row.info().place(),
                        "\"%s\" says %s, but %s says %s (%s)%s. The question then fails: change one of the two. | “%s”给出%s，而%s给出%s（%s）%s。此时决策失败：请修改其中一条。"
                                .formatted(
                                        row.info().name(),
                                        one.shown(),
                                        other.named(),
                                        two.shown(),
                                        Language.ENGLISH.of(label),
                                        where.isEmpty() ? "" : ", where both hold: " + where,
                                        row.info().name(),
                                        one.shown(),
                                        other.namedInChinese(),
                                        two.shown(),
                                        Language.CHINESE.of(label),
                                        where.isEmpty() ? "" : "，同时成立的情况：" + where));
        findings.add(surely ? finding : finding.as(Finding.Severity.WARNING));
    }

    private static String where(Map<String, List<Box>> overlap) {
        return overlap.entrySet().stream()
                .filter(one -> !one.getValue().get(0).fields().isEmpty())
                .map(one -> one.getKey() + "(" + one.getValue().get(0).shown() + ")")
                .sorted()
                .collect(Collectors.joining(" and "));
    }

    private boolean neverDecides(Row row, Row other) {
        if (row.info().baseline() || !other.region().includes(row.region())) {
            return false;
        }
        boolean stronger = false;
        for (Said one : row.rule().calls()) {
            boolean outdone = false;
            for (Said two : other.rule().calls()) {
                var relation = probe.between(two, one);
                stronger |= relation == Relation.FIRST_WINS;
                outdone |= relation == Relation.FIRST_WINS || relation == Relation.SAME;
            }
            if (!outdone) {
                return false;
            }
        }
        findings.add(
                Finding.warning(
                        row.file(),
                        row.info().place(),
                        "\"%s\" never decides: wherever it holds, %s holds too and says %s. Delete it, or change one of the two. | “%s”从不起作用：凡其成立之处，%s也成立，且结论%s。请删除或修改其中一条。"
                                .formatted(
                                        row.info().name(),
                                        other.named(),
                                        stronger ? "more" : "the same",
                                        row.info().name(),
                                        other.namedInChinese(),
                                        stronger ? "更强" : "相同")));
        return true;
    }
}
