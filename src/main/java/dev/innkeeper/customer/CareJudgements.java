package dev.innkeeper.customer;

import dev.innkeeper.customer.facts.CareCause;
import dev.innkeeper.customer.facts.CareOffer;
import dev.innkeeper.customer.facts.CareSituation;
import dev.innkeeper.customer.facts.ValueClass;
import dev.innkeeper.decision.Decided;
import dev.innkeeper.decision.Decisions;
import dev.innkeeper.decision.Facts;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** What the rules say of care for a customer. */
@Component
class CareJudgements {

    private final Decisions decisions;

    CareJudgements(Decisions decisions) {
        this.decisions = decisions;
    }

    /** Judges for a case, which keeps the record. */
    Decided<CareOffer> judge(CareCause cause, CareFigures figures, LocalDate asOf, String number) {
        return decisions.decide(CustomerDecisions.CARE_OFFER, facts(cause, figures, asOf), number);
    }

    /** What would be judged; it leaves no record. */
    CareOffer look(CareCause cause, CareFigures figures, LocalDate asOf) {
        return decisions.look(CustomerDecisions.CARE_OFFER, facts(cause, figures, asOf));
    }

    private static Facts facts(CareCause cause, CareFigures figures, LocalDate asOf) {
        LocalDate last = Objects.requireNonNullElse(figures.lastVisitOn(), figures.firstSeenOn());
        return Facts.of(
                new CareSituation(
                        cause,
                        figures.tier(),
                        Objects.requireNonNullElse(figures.valueClass(), ValueClass.C),
                        figures.lifeTimeValue().amount(),
                        (int) Math.max(ChronoUnit.DAYS.between(last, asOf), 0),
                        figures.visitsLast30(),
                        figures.answeredNoOffer()));
    }
}
