package dev.innkeeper.keyaccount.facts;

import dev.innkeeper.decision.Contribution;
import dev.innkeeper.decision.Outcome;
import dev.innkeeper.decision.RuleCall;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Collects what a gate asks for and what the deal has: what it has not is missing. */
public final class StageGateOutcome extends Outcome<GateResult> {

    private final Map<GateItem, List<Contribution>> needed = new EnumMap<>(GateItem.class);
    private final Map<GateItem, List<Contribution>> there = new EnumMap<>(GateItem.class);

    /** The gate asks for this. */
    @RuleCall(en = "The gate asks for this", zh = "此关口要求")
    public void needs(GateItem item, String reason) {
        needed.computeIfAbsent(item, one -> new ArrayList<>(1)).add(because(reason));
    }

    /** The deal has this, whether the gate asks for it or not. */
    @RuleCall(en = "The deal has this", zh = "商机已具备")
    public void has(GateItem item, String reason) {
        there.computeIfAbsent(item, one -> new ArrayList<>(1)).add(because(reason));
    }

    @Override
    protected GateResult fold() {
        var missing = EnumSet.noneOf(GateItem.class);
        missing.addAll(needed.keySet());
        missing.removeAll(there.keySet());
        boolean open = missing.isEmpty();
        there.forEach((item, all) -> lettingGiveWay(all, open && needed.containsKey(item)));
        needed.forEach((item, all) -> lettingGiveWay(all, open || missing.contains(item)));
        return new GateResult(open, missing);
    }

    /** An open gate is told by what it asked for and got, a shut one by what is missing. */
    private static void lettingGiveWay(List<Contribution> all, boolean decides) {
        if (!decides) {
            all.forEach(Contribution::giveWay);
        }
    }

    @Override
    protected String headline(GateResult gate) {
        return gate.open() ? "open" : "shut";
    }

    @Override
    protected String inWords(GateResult gate) {
        return gate.open()
                ? "open | 可通过"
                : "missing: %s | 缺少：%s"
                        .formatted(
                                listed(gate, GateItem::english, ", "),
                                listed(gate, GateItem::chinese, "、"));
    }

    private static String listed(GateResult gate, Function<GateItem, String> name, String between) {
        return gate.missing().stream().map(name).collect(Collectors.joining(between));
    }
}
