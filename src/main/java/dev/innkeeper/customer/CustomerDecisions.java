package dev.innkeeper.customer;

import dev.innkeeper.customer.facts.CareOffer;
import dev.innkeeper.customer.facts.CareOfferOutcome;
import dev.innkeeper.customer.facts.CareSituation;
import dev.innkeeper.customer.facts.CustomerGrade;
import dev.innkeeper.customer.facts.CustomerGradeOutcome;
import dev.innkeeper.customer.facts.CustomerMargin;
import dev.innkeeper.customer.facts.CustomerSpend;
import dev.innkeeper.customer.facts.CustomerStanding;
import dev.innkeeper.customer.facts.CustomerTurnover;
import dev.innkeeper.customer.facts.CustomerVisits;
import dev.innkeeper.customer.facts.LastVisit;
import dev.innkeeper.customer.facts.UsualInterval;
import dev.innkeeper.decision.Decision;
import dev.innkeeper.decision.DecisionCatalog;
import java.util.List;

/**
 * The questions of the customer file that rules answer, each by its folder under {@code
 * rules/customer}.
 */
public final class CustomerDecisions {

    /**
     * From {@link CustomerVisits} and, where known, {@link LastVisit}, {@link UsualInterval},
     * {@link CustomerTurnover}, {@link CustomerSpend}, {@link CustomerStanding} and {@link
     * CustomerMargin}: value class, tier, life-cycle stage and life-time value of a customer.
     */
    public static final Decision<CustomerGradeOutcome, CustomerGrade> CUSTOMER_GRADE =
            new Decision<>(
                    "customer/customer-grade",
                    CustomerGradeOutcome::new,
                    CustomerGrade.class,
                    List.of(
                            CustomerVisits.class,
                            LastVisit.class,
                            UsualInterval.class,
                            CustomerTurnover.class,
                            CustomerSpend.class,
                            CustomerStanding.class,
                            CustomerMargin.class));

    /**
     * From {@link CareSituation}: what is done for a customer, by whom, and what it is offered.
     * Asked without a fact, it answers from where on a regular is absent or comes seldom.
     */
    public static final Decision<CareOfferOutcome, CareOffer> CARE_OFFER =
            new Decision<>(
                    "customer/care-offer",
                    CareOfferOutcome::new,
                    CareOffer.class,
                    List.of(CareSituation.class));

    private CustomerDecisions() {}

    /** All of them, for loading their rules at start. */
    public static DecisionCatalog catalog() {
        return DecisionCatalog.of(CUSTOMER_GRADE, CARE_OFFER);
    }
}
