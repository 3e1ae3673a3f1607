package dev.innkeeper.keyaccount;

import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.customer.CustomerDesk;
import dev.innkeeper.customer.CustomerView;
import dev.innkeeper.decision.Decided;
import dev.innkeeper.decision.Decisions;
import dev.innkeeper.decision.Facts;
import dev.innkeeper.keyaccount.facts.AccountTraits;
import dev.innkeeper.keyaccount.facts.CreditLine;
import dev.innkeeper.keyaccount.facts.CreditScore;
import dev.innkeeper.keyaccount.facts.CreditStanding;
import dev.innkeeper.keyaccount.facts.DealEscalation;
import dev.innkeeper.keyaccount.facts.DealGrade;
import dev.innkeeper.keyaccount.facts.DealGrading;
import dev.innkeeper.keyaccount.facts.DealProspect;
import dev.innkeeper.keyaccount.facts.DealStanding;
import dev.innkeeper.keyaccount.facts.ExpectedClose;
import dev.innkeeper.keyaccount.facts.GateCheck;
import dev.innkeeper.keyaccount.facts.GateResult;
import dev.innkeeper.keyaccount.facts.KeyAccountStatus;
import dev.innkeeper.keyaccount.facts.LeadCollision;
import dev.innkeeper.keyaccount.facts.LeadProfile;
import dev.innkeeper.keyaccount.facts.LeadSource;
import dev.innkeeper.keyaccount.facts.LeadVolume;
import dev.innkeeper.keyaccount.facts.MissedFollowUps;
import dev.innkeeper.keyaccount.facts.Need;
import dev.innkeeper.keyaccount.facts.NewLead;
import dev.innkeeper.keyaccount.facts.OpenDealOfCustomer;
import dev.innkeeper.keyaccount.facts.Qualification;
import dev.innkeeper.keyaccount.facts.SalesShare;
import dev.innkeeper.keyaccount.facts.SignedContract;
import dev.innkeeper.keyaccount.facts.Stage;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts the questions about deals to the rules, with facts from the tables. */
@Component
class DealJudgements {

    /** Our sales of a year are those of 365 days (domain: 12 months = 365). */
    private static final Duration YEAR = Duration.ofDays(365);

    private final Decisions decisions;
    private final DealRecords records;
    private final CustomerDesk customers;

    DealJudgements(Decisions decisions, DealRecords records, CustomerDesk customers) {
        this.decisions = decisions;
        this.records = records;
        this.customers = customers;
    }

    /** Whether a new lead joins an open deal; empty where its customer has none. */
    Optional<Decided<LeadCollision>> collision(Deal lead) {
        List<OpenDeal> open = records.openDeals(lead.origin().customerId());
        if (open.isEmpty()) {
            return Optional.empty();
        }
        String product = lead.origin().product();
        List<Record> facts = new ArrayList<>();
        facts.add(new NewLead(!product.isEmpty()));
        for (OpenDeal deal : open) {
            facts.add(
                    new OpenDealOfCustomer(
                            deal.number().value(),
                            facts.size(),
                            !product.isEmpty() && product.equalsIgnoreCase(deal.product()),
                            Objects.equals(lead.owner(), deal.owner())));
        }
        return Optional.of(
                decisions.decide(
                        KeyAccountDecisions.LEAD_COLLISION,
                        new Facts(facts),
                        lead.number().value()));
    }

    /**
     * What a lead scores.
     *
     * @param partnerRegisteredBefore a partner had registered the customer before the lead came
     */
    Decided<Qualification> qualification(Deal deal, boolean partnerRegisteredBefore) {
        DealView view = deal.view(List.of(), List.of());
        List<Record> facts = new ArrayList<>();
        facts.add(
                new LeadProfile(
                        view.need() == Need.CLEAR,
                        view.budgetKnown(),
                        view.decisionMakerKnown(),
                        view.source(),
                        view.source() == LeadSource.PARTNER && partnerRegisteredBefore));
        if (view.yearlyVolume() != null) {
            facts.add(new LeadVolume(view.yearlyVolume().amount()));
        }
        CustomerView customer = customers.read(view.customerId());
        facts.add(new CreditStanding(customer.creditHold()));
        score(customer, facts);
        return decisions.decide(
                KeyAccountDecisions.LEAD_QUALIFICATION, new Facts(facts), deal.number().value());
    }

    /** How near a deal is. */
    Decided<DealGrading> grade(
            CaseNumber number,
            Need need,
            boolean chance,
            @Nullable LocalDate expected,
            LocalDate today) {
        Facts facts = Facts.of(new DealProspect(need, chance));
        return decisions.decide(
                KeyAccountDecisions.DEAL_GRADE,
                expected == null
                        ? facts
                        : facts.and(
                                new ExpectedClose(
                                        (int)
                                                Math.max(
                                                        ChronoUnit.DAYS.between(today, expected),
                                                        0))),
                number.value());
    }

    /** Whether a deal may enter a stage. */
    Decided<GateResult> gate(Deal deal, Stage to) {
        List<String> team = records.team(deal.number());
        DealView view = deal.view(team, records.budget(deal.number()));
        List<Record> facts = new ArrayList<>();
        facts.add(
                new GateCheck(
                        to,
                        view.contactVerified(),
                        !view.needWords().isBlank(),
                        view.planApprovedBy() != null,
                        team.size(),
                        view.budget().amount(),
                        view.proposedOn() != null,
                        view.value().amount(),
                        view.topLevelContact() != null,
                        !view.customersAnswer().isEmpty(),
                        view.competitor() != null || view.noCompetitor(),
                        view.contractNumber() != null,
                        view.termMonths(),
                        view.prepaid(),
                        view.reason() != null));
        CustomerView customer = customers.read(view.customerId());
        if (customer.creditLimit() != null && !customer.creditHold()) {
            facts.add(
                    new CreditLine(
                            customer.creditLimit().amount(), view.creditRequested().amount()));
        }
        return decisions.decide(
                KeyAccountDecisions.STAGE_GATE, new Facts(facts), deal.number().value());
    }

    /** Who is told that a deal stands still. */
    Decided<DealEscalation> escalation(Deal deal, DealGrade grade, Instant now) {
        return decisions.decide(
                KeyAccountDecisions.DEAL_ESCALATION,
                Facts.of(
                        new DealStanding(grade, deal.daysInStage(now), deal.daysAtLastCheck()),
                        new MissedFollowUps(deal.missedInARow(), deal.missedAtLastCheck())),
                deal.number().value());
    }

    /** Whether a won deal makes its customer a key account. */
    Decided<KeyAccountStatus> status(Deal deal, Instant now) {
        DealView view = deal.view(List.of(), List.of());
        List<Record> facts = new ArrayList<>();
        facts.add(new SignedContract(view.termMonths(), view.value().amount()));
        facts.add(
                new AccountTraits(
                        deal.isMarginAboveAverage(),
                        deal.isStrategic(),
                        deal.isManagementAdvanced()));
        records.shareOfSales(view.customerId(), now.minus(YEAR), now)
                .map(SalesShare::new)
                .ifPresent(facts::add);
        score(customers.read(view.customerId()), facts);
        return decisions.decide(
                KeyAccountDecisions.KEY_ACCOUNT_STATUS, new Facts(facts), deal.number().value());
    }

    private static void score(CustomerView customer, List<Record> facts) {
        if (customer.creditScore() != null) {
            facts.add(new CreditScore(customer.creditScore()));
        }
    }
}
