package dev.innkeeper.complaint.facts;

import dev.innkeeper.common.Group;
import dev.innkeeper.decision.Fact;
import dev.innkeeper.decision.Tally;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/**
 * The answer of {@code complaint/compensation}.
 *
 * @param eligible the guest may get something of value
 * @param ceiling the most that may be given, in CNY, rounded down to the fen
 * @param kinds what may be given
 * @param approvers the group that must approve, then the groups that follow where nobody else of it
 *     is there; empty where no approval is needed
 * @param flagged the customer is compensated unusually often
 */
public record Compensation(
        @Fact(en = "Eligible", zh = "可补偿") boolean eligible,
        @Fact(en = "Ceiling", zh = "上限", unit = "CNY") @Tally BigDecimal ceiling,
        @Fact(en = "Kinds", zh = "方式") Set<RemedyKind> kinds,
        @Fact(en = "Approvers", zh = "审批组") @Tally(firstOnly = true) List<Group> approvers,
        @Fact(en = "Flagged", zh = "已标记") boolean flagged) {

    /** Keeps copies of the collections. */
    public Compensation {
        kinds = Set.copyOf(kinds);
        approvers = List.copyOf(approvers);
    }

    /** Whether somebody has to approve. */
    public boolean approvalNeeded() {
        return !approvers.isEmpty();
    }

    /** Whether all of the kinds and the whole amount may be given. */
    public boolean permits(Set<RemedyKind> wanted, BigDecimal amount) {
        return kinds.containsAll(wanted) && amount.compareTo(ceiling) <= 0;
    }
}
