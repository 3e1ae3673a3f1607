package dev.innkeeper.change.simulation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.innkeeper.change.DraftFiles;
import dev.innkeeper.change.DraftRules;
import dev.innkeeper.common.Actor;
import dev.innkeeper.common.Refusal;
import dev.innkeeper.decision.Decision;
import dev.innkeeper.decision.Json;
import dev.innkeeper.decision.load.RuleSetLoader;
import dev.innkeeper.decision.load.Sources;
import dev.innkeeper.decision.scenario.ScenarioFile;
import dev.innkeeper.decision.serve.DecisionRecord;
import dev.innkeeper.decision.serve.DecisionRecords;
import dev.innkeeper.decision.serve.Trial;
import dev.innkeeper.decision.serve.Trials;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps recorded decisions as scenarios of a draft, so that they are asked at every change from
 * then on. What a guest wrote is not kept: of a text only the words of the house's word list that
 * occur in it go into the scenario, and where these do not lead to the same answer the case is
 * refused.
 */
@Service
public class ScenarioKeeper {

    private final Simulations simulations;
    private final DecisionRecords decided;
    private final DraftRules rules;
    private final DraftFiles files;
    private final Trials trials;
    private final ObjectMapper json = Json.mapper();

    ScenarioKeeper(
            Simulations simulations,
            DecisionRecords decided,
            DraftRules rules,
            DraftFiles files,
            Trials trials) {
        this.simulations = simulations;
        this.decided = decided;
        this.rules = rules;
        this.files = files;
        this.trials = trials;
    }

    /** Which answer a scenario expects. */
    public enum Expect {
        /** The one that the draft gives: the change is meant. */
        DRAFT,
        /** The one that was given then: the draft has to be mended until it gives it again. */
        RECORDED
    }

    /**
     * What was kept.
     *
     * @param version the version of the draft now
     * @param scenarios each of them
     */
    @Schema(name = "ScenariosKept")
    public record Kept(int version, List<Scenario> scenarios) {}

    /**
     * A scenario that was kept.
     *
     * @param decisionId the recorded decision
     * @param file the file that it stands in
     * @param name its name there
     */
    @Schema(name = "ScenarioKept")
    public record Scenario(String decisionId, String file, String name) {}

    /**
     * Adds recorded decisions to the scenarios of a draft, all or none.
     *
     * @param simulation of this draft, in which they were seen
     * @param cases ids of recorded decisions
     * @param version the version of the draft that was read
     * @throws Refusal INVALID for a simulation of another draft or an unknown decision; REFUSED for
     *     one that cannot be kept, saying why; NOT_NOW where the draft was changed meanwhile, or
     *     its scenarios cannot be added to
     */
    @Transactional
    public Kept keep(
            long draft,
            long simulation,
            Collection<String> cases,
            int version,
            Expect expect,
            Actor by) {
        refuseOther(draft, simulations.read(simulation));
        Map<String, List<DecisionRecord>> records = records(new LinkedHashSet<>(cases));
        Map<String, Sources> changed = rules.changed(draft);
        var kept = new ArrayList<Scenario>();
        int now = version;
        for (Map.Entry<String, List<DecisionRecord>> one : records.entrySet()) {
            Sources sources = changed.get(one.getKey());
            if (sources == null) {
                throw Refusal.refused(
                        "cases",
                        "The draft does not change %s. | 该草稿未更改%1$s。".formatted(one.getKey()),
                        "Choose cases of a decision that it changes. | 请选择其所更改决策的案件。");
            }
            String path = "rules/" + one.getKey() + "/" + RuleSetLoader.SCENARIOS;
            byte[] content =
                    added(
                            one.getKey(),
                            sources,
                            files.read(draft, path),
                            one.getValue(),
                            expect,
                            path,
                            kept);
            now = files.write(draft, now, path, content, by);
        }
        return new Kept(now, kept);
    }

    private static void refuseOther(long draft, Simulation simulation) {
        if (simulation.draft() != draft) {
            throw Refusal.invalid(
                    "simulation",
                    "Simulation %d is of another draft. | 模拟%1$d属于其他草稿。".formatted(simulation.id()),
                    "Use one of this draft. | 请使用本草稿的模拟。");
        }
    }

    private Map<String, List<DecisionRecord>> records(Collection<String> ids) {
        List<DecisionRecord> found = decided.find(ids);
        var known = found.stream().map(DecisionRecord::id).collect(Collectors.toSet());
        for (String id : ids) {
            if (!known.contains(id)) {
                throw Refusal.invalid(
                        "cases",
                        "There is no decision %s. | 没有决策%1$s。".formatted(id),
                        "Use the decisionId of the simulation's cases. | 请使用模拟案件中的decisionId。");
            }
        }
        var order = List.copyOf(ids);
        return found.stream()
                .sorted(Comparator.comparingInt(one -> order.indexOf(one.id())))
                .collect(
                        Collectors.groupingBy(
                                DecisionRecord::name, TreeMap::new, Collectors.toList()));
    }

    private byte[] added(
            String name,
            Sources sources,
            byte[] content,
            List<DecisionRecord> records,
            Expect expect,
            String path,
            List<Scenario> kept) {
        var opened = trials.open(name, sources);
        if (opened.trial().isEmpty()) {
            throw Refusal.refused(
                    "cases",
                    SimulationRuns.problem(name, opened.problems()),
                    "Run the checks of the draft and mend what they find. | 请运行草稿检查并修正所发现的问题。");
        }
        var text = new ScenarioText(content);
        try (Trial trial = opened.trial().get()) {
            for (DecisionRecord record : records) {
                var example = trial.example(record);
                refuseUnfit(record, example, expect);
                JsonNode result = tree(expect == Expect.DRAFT ? example.result() : record.result());
                String becomes = expect == Expect.DRAFT ? example.headline() : record.headline();
                String given = text.add(title(record, becomes), tree(example.facts()), result);
                kept.add(new Scenario(record.id(), path, given));
            }
            return readable(trial.decision(), content, text.bytes(), records.size());
        }
    }

    private static String title(DecisionRecord record, String becomes) {
        String of = record.caseNumber().isEmpty() ? record.id() : record.caseNumber();
        return record.headline().equals(becomes)
                ? "%s, %s: %s".formatted(of, record.name(), becomes)
                : "%s, %s: %s, was %s".formatted(of, record.name(), becomes, record.headline());
    }

    private static void refuseUnfit(DecisionRecord record, Trial.Example example, Expect expect) {
        if (!example.problem().isEmpty() && expect == Expect.DRAFT) {
            throw Refusal.refused(
                    "cases",
                    example.problem(),
                    "Expect the recorded answer of decision %s (expect RECORDED), or leave it out. | 请对决策%1$s采用原结论（expect RECORDED），或不要选择它。"
                            .formatted(record.id()));
        }
        if (!example.faithful()) {
            throw Refusal.refused(
                    "cases",
                    "Decision %s depends on what the guest wrote, which is not kept in scenarios. | 决策%1$s取决于客人所写的内容，示例中不保存该内容。"
                            .formatted(record.id()),
                    "Leave it out, and write a scenario with a text of your own. |"
                            + " 请不要选择它，并自行编写文字作为示例。");
        }
    }

    /** What was added must be read back; what was wrong before may stay so. */
    private static byte[] readable(
            Decision<?, ?> decision, byte[] before, byte[] after, int added) {
        var earlier = new ScenarioFile(decision, RuleSetLoader.SCENARIOS);
        earlier.read(before);
        int known = before.length == 0 ? 0 : earlier.scenarios().size();
        var file = new ScenarioFile(decision, RuleSetLoader.SCENARIOS);
        file.read(after);
        if (file.scenarios().size() != known + added) {
            throw Refusal.notNow(
                    "The cases cannot be written as scenarios (%s). | 案件无法写成示例（%1$s）。"
                            .formatted(file.problems()),
                    "Mend the scenarios.yaml of the draft, or choose other cases. |"
                            + " 请修正草稿的scenarios.yaml，或选择其他案件。");
        }
        return after;
    }

    private JsonNode tree(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
