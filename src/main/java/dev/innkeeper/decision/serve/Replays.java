package dev.innkeeper.decision.serve;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.innkeeper.common.Refusal;
import dev.innkeeper.decision.Decision;
import dev.innkeeper.decision.DecisionFailed;
import dev.innkeeper.decision.Fired;
import dev.innkeeper.decision.load.RuleSet;
import dev.innkeeper.decision.load.RuleSetLoader;
import dev.innkeeper.decision.load.Sources;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Asks recorded questions again, of the release that answered or of the rules that serve now. */
public final class Replays {

    private final RuleKeeper keeper;
    private final FactsJson json = new FactsJson();

    Replays(RuleKeeper keeper) {
        this.keeper = keeper;
    }

    /** The same question to the release that answered it. */
    public Replay again(DecisionRecord decided) {
        return again(decision(decided), decided);
    }

    /** The same question to the rules that serve now. */
    public Replay live(DecisionRecord decided) {
        return ask(keeper.rules(decision(decided)), decided);
    }

    private Decision<?, ?> decision(DecisionRecord decided) {
        var decision = keeper.decisions().get(decided.name());
        if (decision == null) {
            throw Refusal.notNow(
                    "There is no decision %s any more. | 决策%1$s已不存在。".formatted(decided.name()),
                    "Read the record; it cannot be replayed. | 可查看记录，但无法重放。");
        }
        return decision;
    }

    private <R extends Record> Replay again(Decision<?, R> decision, DecisionRecord decided) {
        var live = keeper.served().rules(decided.name());
        if (live.isPresent() && live.get().release().equals(decided.release())) {
            return ask(live.get(), decided);
        }
        Sources sources =
                keeper.sources(decided.name(), decided.release())
                        .orElseThrow(
                                () ->
                                        Refusal.notNow(
                                                "The rules that answered then are not stored any"
                                                        + " more. | 当时的规则已不再保存。",
                                                "Replay against the live rules: ?against=live. |"
                                                        + " 请用当前规则重放：?against=live。"));
        var loaded = RuleSetLoader.load(decision, sources);
        if (loaded.rules().isEmpty()) {
            String why = loaded.problems().get(0).message();
            return failed(decided.release(), why);
        }
        try (RuleSet<R> rules = loaded.rules().get()) {
            return ask(rules, decided);
        }
    }

    private <R extends Record> Replay ask(RuleSet<R> rules, DecisionRecord decided) {
        try {
            var answer = rules.ask(json.facts(rules.decision(), decided.facts()));
            var result = json.tree(json.write(answer.result()));
            var changes = new ArrayList<String>();
            var before = json.result(rules.decision().resultType(), decided.result());
            ResultChanges.of(json, decided, before, answer.result())
                    .forEach(one -> compare(one.field(), one.before(), one.after(), changes));
            compareRules(json.fired(decided.fired()), answer.fired(), changes);
            return new Replay(rules.release(), changes.isEmpty(), changes, result, answer.fired());
        } catch (DecisionFailed e) {
            return failed(rules.release(), e.getMessage());
        }
    }

    private static Replay failed(String release, String why) {
        String change =
                why.contains(" | ")
                        ? why
                        : "It cannot be answered now: %s | 现在无法回答：%1$s".formatted(why);
        return new Replay(
                release, false, List.of(change), JsonNodeFactory.instance.objectNode(), List.of());
    }

    private static void compare(String path, JsonNode before, JsonNode now, List<String> changes) {
        if (before.isObject() && now.isObject()) {
            Set<String> names = new LinkedHashSet<>();
            before.fieldNames().forEachRemaining(names::add);
            now.fieldNames().forEachRemaining(names::add);
            for (String name : names) {
                compare(
                        path.isEmpty() ? name : path + "." + name,
                        before.path(name),
                        now.path(name),
                        changes);
            }
        } else if (!before.equals(now)) {
            changes.add(
                    "%s was %s and is now %s. | %1$s原为%2$s，现为%3$s。"
                            .formatted(path, shown(before), shown(now)));
        }
    }

    private static String shown(JsonNode value) {
        return value.isMissingNode() || value.isNull()
                ? "—"
                : value.isTextual() ? value.asText() : value.toString();
    }

    private static void compareRules(List<Fired> before, List<Fired> now, List<String> changes) {
        var then = before.stream().collect(Collectors.toMap(Fired::rule, Replays::given));
        var today = now.stream().collect(Collectors.toMap(Fired::rule, Replays::given));
        for (String rule : then.keySet()) {
            if (!today.containsKey(rule)) {
                changes.add("The rule \"%s\" fires no more. | 规则“%1$s”不再触发。".formatted(rule));
            } else if (!today.get(rule).equals(then.get(rule))) {
                changes.add(
                        "The rule \"%s\" gives other reasons. | 规则“%1$s”给出了不同的理由。".formatted(rule));
            }
        }
        for (String rule : today.keySet()) {
            if (!then.containsKey(rule)) {
                changes.add("The rule \"%s\" fires now. | 规则“%1$s”现在会触发。".formatted(rule));
            }
        }
    }

    // which reasons gave way follows from the answer, and older records do not tell it
    private static Set<String> given(Fired fired) {
        var all = new HashSet<>(fired.reasons());
        all.addAll(fired.gaveWay());
        return all;
    }
}
