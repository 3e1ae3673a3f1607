package dev.innkeeper.change.simulation;

import dev.innkeeper.change.ChangeEvent;
import dev.innkeeper.change.ChangeLog;
import dev.innkeeper.change.DraftRules;
import dev.innkeeper.common.Actor;
import dev.innkeeper.common.Finding;
import dev.innkeeper.common.Page;
import dev.innkeeper.common.Refusal;
import dev.innkeeper.decision.load.Sources;
import dev.innkeeper.decision.serve.DecisionRecord;
import dev.innkeeper.decision.serve.DecisionRecords;
import dev.innkeeper.decision.serve.Trials;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** What the rules of a draft would have decided, and where that is other than what was decided. */
@Service
public class Simulations {

    private final SimulationRecords simulations;
    private final DecisionRecords decided;
    private final DraftRules drafts;
    private final Trials trials;
    private final TransactionTemplate transaction;
    private final ChangeLog log;
    private final Clock clock;

    Simulations(
            SimulationRecords simulations,
            DecisionRecords decided,
            DraftRules drafts,
            Trials trials,
            TransactionTemplate transaction,
            ChangeLog log,
            Clock clock) {
        this.simulations = simulations;
        this.decided = decided;
        this.drafts = drafts;
        this.trials = trials;
        this.transaction = transaction;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Orders that the draft is asked what was decided in a period. {@link SimulationShift} does it.
     *
     * @param to null for the present
     * @param decisions only these; all that the draft changes where there are none
     * @throws Refusal UNKNOWN without such a draft; INVALID for a period that does not lie in the
     *     past or a decision that the draft leaves alone; REFUSED where it changes no rules or they
     *     cannot be tried
     */
    public long start(
            long draft,
            Instant from,
            @Nullable Instant to,
            Collection<String> decisions,
            Actor by) {
        var now = clock.instant();
        var until = to == null || to.isAfter(now) ? now : to;
        if (!from.isBefore(until)) {
            throw Refusal.invalid(
                    "from",
                    "The period ends before it begins, or lies in the future. |"
                            + " 期间的结束早于开始，或在未来。",
                    "Give a beginning before the end, in the past. | 请填写早于结束且已过去的开始时间。");
        }
        var rules = rules(draft, decisions);
        return start(draft, drafts.contentHash(draft), rules, from, until, by);
    }

    /** The same, of these rules. */
    long start(
            long draft,
            String contentHash,
            Map<String, Sources> rules,
            Instant from,
            Instant to,
            Actor by) {
        return add(
                new SimulationRecords.Order(
                        Kind.WHAT_IF,
                        draft,
                        contentHash,
                        rules,
                        from,
                        to,
                        State.WAITING,
                        "",
                        by.userId()));
    }

    /**
     * Orders that the draft is asked each decision that is made from now on.
     *
     * @param from which on
     * @param until when it ends
     * @param note what people should know of it, {@code "English | 中文"}; or empty
     * @throws Refusal as {@link #start} does
     */
    public long shadow(long draft, Instant from, Instant until, String note, String by) {
        var rules = rules(draft, Set.of());
        return add(
                new SimulationRecords.Order(
                        Kind.SHADOW,
                        draft,
                        drafts.contentHash(draft),
                        rules,
                        from,
                        until,
                        State.WAITING,
                        note,
                        by));
    }

    private long add(SimulationRecords.Order order) {
        return Objects.requireNonNull(
                transaction.execute(
                        status -> {
                            long id = simulations.add(order);
                            log.add(
                                    order.by(),
                                    order.kind() == Kind.SHADOW
                                            ? ChangeEvent.Kind.SHADOWED
                                            : ChangeEvent.Kind.SIMULATED,
                                    order.draft(),
                                    null,
                                    "Number %d, of what is decided from %s to %s. | 编号%1$d：%2$s至%3$s的决策。"
                                            .formatted(id, order.from(), order.to()));
                            return id;
                        }));
    }

    private Map<String, Sources> rules(long draft, Collection<String> decisions) {
        refuseUnknown(draft);
        Map<String, Sources> changed = new TreeMap<>(drafts.changed(draft));
        if (changed.isEmpty()) {
            throw Refusal.refused(
                    "decisions",
                    "The draft changes no rules. | 该草稿未更改任何规则。",
                    "Change the rules of a decision in the draft first. | 请先在草稿中修改某项决策的规则。");
        }
        for (String decision : decisions) {
            if (!changed.containsKey(decision)) {
                throw Refusal.invalid(
                        "decisions",
                        "The draft does not change %s. | 该草稿未更改%1$s。".formatted(decision),
                        "Use one of: %1$s. | 请使用以下之一：%1$s。"
                                .formatted(String.join(", ", changed.keySet())));
            }
        }
        if (!decisions.isEmpty()) {
            changed.keySet().retainAll(Set.copyOf(decisions));
        }
        changed.forEach(this::refuseBroken);
        return changed;
    }

    private void refuseBroken(String decision, Sources sources) {
        var findings = trials.check(decision, sources);
        if (findings.stream().anyMatch(Finding::isError)) {
            throw Refusal.refused(
                    "decisions",
                    SimulationRuns.problem(decision, findings),
                    "Run the checks of the draft and mend what they find. | 请运行草稿检查并修正所发现的问题。");
        }
    }

    private void refuseUnknown(long draft) {
        if (!drafts.exists(draft)) {
            throw Refusal.unknown(
                    "id",
                    "There is no draft %d. | 没有草稿%1$d。".formatted(draft),
                    "Look for it in the list of drafts. | 请在草稿列表中查找。");
        }
    }

    /**
     * A simulation.
     *
     * @throws Refusal UNKNOWN without it
     */
    public Simulation read(long id) {
        return simulations
                .find(id)
                .orElseThrow(
                        () ->
                                Refusal.unknown(
                                        "id",
                                        "There is no simulation %d. | 没有模拟%1$d。".formatted(id),
                                        "List those of the draft: /api/drafts/{id}/simulations. |"
                                                + " 请查询草稿的模拟：/api/drafts/{id}/simulations。"));
    }

    /** The simulations of a draft, the latest first. */
    public Page<Simulation> list(long draft, Kind kind, int offset, int limit) {
        refuseUnknown(draft);
        return simulations.list(draft, kind, offset, limit);
    }

    /**
     * Ends a simulation before its time; what was done until then stays. One that was ended so
     * before stays as it is.
     *
     * @throws Refusal NOT_NOW where it is done or failed
     */
    public Simulation cancel(long id, Actor by) {
        var simulation = read(id);
        boolean ended =
                simulations.end(
                        id, State.CANCELLED, "Ended by %s. | 由%1$s终止。".formatted(by.userId()));
        if (!ended && read(id).state() != State.CANCELLED) {
            throw Refusal.notNow(
                    "The simulation is over. | 模拟已结束。", "Read what came of it. | 请查看其结果。");
        }
        if (ended && simulation.kind() == Kind.SHADOW) {
            log.add(
                    by.userId(),
                    ChangeEvent.Kind.SHADOW_ENDED,
                    simulation.draft(),
                    null,
                    "Number %d, before its time. | 编号%1$d，提前结束。".formatted(id));
        }
        return ended ? read(id) : simulation;
    }

    /** A difference beside what was decided then. */
    public record Case(Difference difference, DecisionRecord decided) {

        /** What the draft decides, in the form of a record. */
        public DecisionRecord simulated(String release) {
            return new DecisionRecord(
                    decided.id(),
                    decided.caseNumber(),
                    decided.name(),
                    difference.becomes(),
                    release,
                    decided.decidedAt(),
                    0,
                    decided.facts(),
                    difference.result(),
                    difference.fired());
        }
    }

    /**
     * What the draft decides otherwise or cannot decide, by decision in the order of the records.
     */
    public Page<Case> cases(long id, DifferenceFilter filter, int offset, int limit) {
        var found = simulations.differences(id, filter, offset, limit);
        Map<String, DecisionRecord> records =
                decided.find(found.items().stream().map(Difference::decisionId).toList()).stream()
                        .collect(Collectors.toMap(DecisionRecord::id, Function.identity()));
        return new Page<>(
                found.items().stream()
                        .filter(one -> records.containsKey(one.decisionId()))
                        .map(one -> new Case(one, records.get(one.decisionId())))
                        .toList(),
                found.total());
    }
}
