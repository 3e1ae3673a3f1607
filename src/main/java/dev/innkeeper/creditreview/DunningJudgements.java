package dev.innkeeper.creditreview;

import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.creditreview.facts.DunningStep;
import dev.innkeeper.creditreview.facts.OverdueBalance;
import dev.innkeeper.decision.Decided;
import dev.innkeeper.decision.Decisions;
import dev.innkeeper.decision.Facts;
import org.springframework.stereotype.Component;

/** Asks the rules what an overdue bill calls for. */
@Component
class DunningJudgements {

    private final Decisions decisions;

    DunningJudgements(Decisions decisions) {
        this.decisions = decisions;
    }

    Decided<DunningStep> step(CaseNumber number, DunningDebt debt) {
        return decisions.decide(
                CreditDecisions.DUNNING_STAGE,
                Facts.of(
                        new OverdueBalance(
                                debt.oldestDaysOverdue(),
                                debt.overdue().amount(),
                                debt.isDisputedOnly())),
                number.value());
    }
}
