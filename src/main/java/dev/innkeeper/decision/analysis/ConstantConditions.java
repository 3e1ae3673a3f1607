package dev.innkeeper.decision.analysis;

import dev.innkeeper.common.Finding;
import dev.innkeeper.decision.gate.Demand;
import dev.innkeeper.decision.gate.Vocabulary.FactType;
import dev.innkeeper.decision.gate.Vocabulary.Field;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.regex.Pattern;

/** Finds conditions that always hold or never do. */
final class ConstantConditions {

    private static final Pattern FROM_TO = Pattern.compile("(-?[0-9]{1,9}) (to|or) (-?[0-9]{1,9})");

    private final List<Finding> findings = new ArrayList<>();

    List<Finding> in(List<Row> rows) {
        for (Row row : rows) {
            row.rule().demands().forEach(demand -> check(row, demand));
            acrossConditions(row);
        }
        return findings;
    }

    /** What a field may be, as its documentation says. */
    static ValueSet allowed(Field field) {
        var all = ValueSet.everything(field).orElseThrow();
        var words = FROM_TO.matcher(field.values());
        if (!(all instanceof Figures figures) || !words.matches()) {
            return all;
        }
        long low = Long.parseLong(words.group(1));
        long high = Long.parseLong(words.group(3));
        var span = figures.between(low, high);
        return figures.missing() ? span.or(figures.present().not()) : span;
    }

    private void check(Row row, Demand demand) {
        if (demand instanceof Demand.Some some) {
            check(row, some);
        } else if (demand instanceof Demand.Not not) {
            check(row, not.inner());
        } else if (demand instanceof Demand.Exists exists) {
            check(row, exists.inner());
        } else if (demand instanceof Demand.All all) {
            all.inner().forEach(inner -> check(row, inner));
        } else if (demand instanceof Demand.Any any) {
            any.inner().forEach(inner -> check(row, inner));
        }
    }

    private void check(Row row, Demand.Some some) {
        List<Box> together = List.of(Box.ALL);
        for (Demand.Asked asked : some.checks()) {
            var boxes = Region.boxes(asked.check(), false);
            String place = row.rule().places().of(asked.at());
            if (boxes.isEmpty()) {
                findings.add(
                        Finding.error(
                                row.file(),
                                place,
                                "%s never holds, so the rule never fires. Mend the condition. | %1$s永远不成立，规则不会触发。请修改条件。"
                                        .formatted(shown(asked))));
                return;
            }
            if (boxes.stream().anyMatch(box -> isAlways(box, some.fact(), false))) {
                findings.add(
                        Finding.error(
                                row.file(),
                                place,
                                "%s always holds, so it asks nothing. Mend the condition, or delete it. | %1$s始终成立，等于没有条件。请修改或删除。"
                                        .formatted(shown(asked))));
            } else if (boxes.stream().anyMatch(box -> isAlways(box, some.fact(), true))) {
                findings.add(
                        Finding.warning(
                                row.file(),
                                place,
                                "%s holds for every value that there is. Delete the condition, unless the value may be missing. | %1$s对所有取值都成立。若该值不会缺失，请删除此条件。"
                                        .formatted(shown(asked))));
            }
            boxes = Region.and(together, boxes);
            if (boxes.isEmpty()) {
                findings.add(
                        Finding.error(
                                row.file(),
                                place,
                                "%s cannot hold together with the other conditions on %s. Mend one of them. | %1$s与%2$s的其他条件不可能同时成立，请修改其中之一。"
                                        .formatted(shown(asked), some.fact().name())));
                return;
            }
            together = boxes;
            if (together.stream().allMatch(box -> isNeverAllowed(box, some.fact()))) {
                findings.add(
                        Finding.warning(
                                row.file(),
                                place,
                                "%s never holds: the allowed values are others. Mend the figure. | %1$s不会成立：超出允许取值。请修改数值。"
                                        .formatted(shown(asked))));
                return;
            }
        }
    }

    private static String shown(Demand.Asked asked) {
        return asked.written().replace(" | ", " / ");
    }

    private static boolean isAlways(Box box, FactType fact, boolean among) {
        return box.beyond().isEmpty()
                && box.fields().entrySet().stream()
                        .allMatch(
                                one ->
                                        among
                                                ? one.getValue()
                                                        .includes(
                                                                allowed(
                                                                                fact.fields()
                                                                                        .get(
                                                                                                one
                                                                                                        .getKey()))
                                                                        .present())
                                                : one.getValue().isEverything());
    }

    private static boolean isNeverAllowed(Box box, FactType fact) {
        return box.fields().entrySet().stream()
                .anyMatch(
                        one ->
                                one.getValue()
                                        .and(allowed(fact.fields().get(one.getKey())))
                                        .isEmpty());
    }

    private void acrossConditions(Row row) {
        var together = new HashMap<String, List<Box>>();
        for (Region.Part part : row.region().some()) {
            var before = together.get(part.fact().name());
            var now = before == null ? part.boxes() : Region.and(before, part.boxes());
            if (before != null && !before.isEmpty() && !part.boxes().isEmpty() && now.isEmpty()) {
                findings.add(
                        Finding.warning(
                                row.file(),
                                row.info().place(),
                                "The conditions of \"%s\" on %s can hold for two different facts only, never for one. Mend one of them. | 规则“%1$s”对%2$s的各条件不可能由同一事实同时满足，请修改其中之一。"
                                        .formatted(row.info().name(), part.fact().name())));
            }
            together.put(part.fact().name(), now);
        }
    }
}
