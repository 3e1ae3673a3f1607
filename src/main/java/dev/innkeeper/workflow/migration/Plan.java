package dev.innkeeper.workflow.migration;

import dev.innkeeper.common.Nearest;
import dev.innkeeper.common.Refusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.migration.MigrationInstruction;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.migration.MigrationPlanBuilder;
import org.camunda.bpm.engine.migration.MigrationPlanValidationException;
import org.camunda.bpm.engine.repository.ProcessDefinition;

/**
 * Which element of the new version takes the place of which of the old one: the one with the same
 * id, unless somebody said another. Timers keep the moment for which they are set; an event that
 * waits for a message waits for the one that the new version names.
 */
final class Plan {

    private final MigrationPlan plan;
    private final Map<String, String> moves;
    private final Elements before;
    private final Elements after;

    private Plan(MigrationPlan plan, Map<String, String> moves, Elements before, Elements after) {
        this.plan = plan;
        this.moves = moves;
        this.before = before;
        this.after = after;
    }

    /**
     * Makes a plan.
     *
     * @param activities which element takes the place of which, where they have not the same id
     * @throws Refusal UNKNOWN or REFUSED where an element is not there or cannot take the place
     */
    static Plan of(
            RuntimeService runtime,
            RepositoryService repository,
            ProcessDefinition from,
            ProcessDefinition to,
            Map<String, String> activities) {
        var before = new Elements(repository, from.getId());
        var after = new Elements(repository, to.getId());
        activities.forEach(
                (old, next) -> {
                    require(old, before, "activities." + old, from);
                    require(next, after, "activities." + old, to);
                });
        var moves = new LinkedHashMap<String, String>();
        for (var equal : equal(runtime, from, to)) {
            moves.put(equal.getSourceActivityId(), equal.getTargetActivityId());
        }
        // What takes another's place by hand is no longer there for the one of its own id.
        moves.values().removeAll(Set.copyOf(activities.values()));
        moves.putAll(activities);
        try {
            return new Plan(build(runtime, from, to, moves, before, after), moves, before, after);
        } catch (MigrationPlanValidationException e) {
            throw refusal(e, activities);
        }
    }

    private static List<MigrationInstruction> equal(
            RuntimeService runtime, ProcessDefinition from, ProcessDefinition to) {
        return runtime.createMigrationPlan(from.getId(), to.getId())
                .mapEqualActivities()
                .build()
                .getInstructions();
    }

    private static MigrationPlan build(
            RuntimeService runtime,
            ProcessDefinition from,
            ProcessDefinition to,
            Map<String, String> moves,
            Elements before,
            Elements after) {
        MigrationPlanBuilder builder = runtime.createMigrationPlan(from.getId(), to.getId());
        for (var move : moves.entrySet()) {
            var instruction = builder.mapActivities(move.getKey(), move.getValue());
            var isMessage =
                    before.awaitsMessage(move.getKey()) && after.awaitsMessage(move.getValue());
            builder = isMessage ? instruction.updateEventTrigger() : instruction;
        }
        return builder.build();
    }

    private static void require(
            String id, Elements elements, String field, ProcessDefinition version) {
        if (!elements.ids().contains(id)) {
            throw Refusal.unknown(
                    field,
                    "Version %1$d of the process has no element %2$s. | 流程的版本 %1$d 没有元素 %2$s。"
                            .formatted(version.getVersion(), id),
                    Nearest.to(id, elements.ids())
                            .map(near -> "Did you mean %1$s? | 是否指 %1$s？".formatted(near))
                            .orElse(
                                    "Use one of: %1$s. | 请使用以下之一：%1$s。"
                                            .formatted(String.join(", ", elements.places()))));
        }
    }

    private static Refusal refusal(
            MigrationPlanValidationException e, Map<String, String> activities) {
        var reports = e.getValidationReport().getInstructionReports();
        var first =
                reports.stream()
                        .filter(
                                report ->
                                        activities.containsKey(
                                                report.getMigrationInstruction()
                                                        .getSourceActivityId()))
                        .findFirst()
                        .orElse(reports.get(0));
        var instruction = first.getMigrationInstruction();
        return Refusal.refused(
                "activities." + instruction.getSourceActivityId(),
                "%2$s cannot take the place of %1$s (%3$s). | %2$s 不能代替 %1$s（%3$s）。"
                        .formatted(
                                instruction.getSourceActivityId(),
                                instruction.getTargetActivityId(),
                                String.join("; ", first.getFailures())),
                "Name an element of the same kind, outside or inside of the same sub-processes. |"
                        + " 请指定同类元素，且处于相同的子流程内外。");
    }

    /** The plan as the engine takes it. */
    MigrationPlan plan() {
        return plan;
    }

    /** Which element of the new version takes the place of which of the old one. */
    Map<String, String> moves() {
        return new HashMap<>(moves);
    }

    /**
     * What might take the place of an element for which there is nothing yet: elements of its kind
     * that take nobody's place, the one with the most similar id first.
     */
    List<String> perhaps(String element) {
        if (moves.containsKey(element)) {
            return List.of();
        }
        var free = new TreeSet<>(after.places());
        free.removeAll(moves.values());
        free.removeIf(id -> !after.kind(id).equals(before.kind(element)));
        var perhaps = new ArrayList<String>();
        Nearest.to(element, free).ifPresent(perhaps::add);
        free.removeAll(perhaps);
        perhaps.addAll(free);
        return perhaps;
    }

    /** The elements of the old version. */
    Elements before() {
        return before;
    }

    /** The elements of the new version. */
    Elements after() {
        return after;
    }
}
