package dev.innkeeper.keyaccount.facts;

import dev.innkeeper.decision.Fact;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * The answer of {@code keyaccount/stage-gate}.
 *
 * @param open the deal may enter the stage
 * @param missing what it still has to bring, in the order of {@link GateItem}; empty where open
 */
public record GateResult(
        @Fact(en = "Open", zh = "可通过") boolean open,
        @Fact(en = "Missing", zh = "缺少") Set<GateItem> missing) {

    /** Keeps a sorted copy of the set. */
    public GateResult {
        missing = Collections.unmodifiableSet(new TreeSet<>(missing));
    }
}
