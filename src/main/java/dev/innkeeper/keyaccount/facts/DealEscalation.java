package dev.innkeeper.keyaccount.facts;

import dev.innkeeper.common.Group;
import dev.innkeeper.decision.Fact;
import dev.innkeeper.decision.Tally;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * The answer of {@code keyaccount/deal-escalation}.
 *
 * @param told groups that are told now, in the order of {@link Group}
 * @param level where the deal stands by now, whether told now or before: 0 nobody, 1 supervisor, 2
 *     customer service manager, 3 general manager
 * @param nextCheckAfterDays days from now after which the deal has stood long enough for the next
 *     group; 0 where none is left
 */
public record DealEscalation(
        @Fact(en = "Notified groups", zh = "通知组") @Tally Set<Group> told,
        @Fact(en = "Level", zh = "级别") int level,
        @Fact(en = "Next check after", zh = "下次检查间隔", unit = "days") int nextCheckAfterDays) {

    /** Keeps a sorted copy of the set. */
    public DealEscalation {
        told = Collections.unmodifiableSet(new TreeSet<>(told));
    }
}
