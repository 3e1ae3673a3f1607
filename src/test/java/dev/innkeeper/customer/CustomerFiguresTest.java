package dev.innkeeper.customer;

import static dev.innkeeper.customer.CustomerDecisions.CARE_OFFER;
import static dev.innkeeper.customer.CustomerDecisions.CUSTOMER_GRADE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.innkeeper.common.Group;
import dev.innkeeper.common.Tier;
import dev.innkeeper.customer.facts.CareCause;
import dev.innkeeper.customer.facts.CareOffer;
import dev.innkeeper.customer.facts.CareSituation;
import dev.innkeeper.customer.facts.CareTask;
import dev.innkeeper.customer.facts.CustomerGrade;
import dev.innkeeper.customer.facts.CustomerMargin;
import dev.innkeeper.customer.facts.CustomerSpend;
import dev.innkeeper.customer.facts.CustomerStanding;
import dev.innkeeper.customer.facts.CustomerTurnover;
import dev.innkeeper.customer.facts.CustomerVisits;
import dev.innkeeper.customer.facts.LastVisit;
import dev.innkeeper.customer.facts.LifeCycle;
import dev.innkeeper.customer.facts.OfferKind;
import dev.innkeeper.customer.facts.UsualInterval;
import dev.innkeeper.customer.facts.ValueClass;
import dev.innkeeper.decision.Facts;
import dev.innkeeper.decision.Figure;
import dev.innkeeper.decision.Figures;
import dev.innkeeper.decision.Fired;
import dev.innkeeper.decision.ShippedRules;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every figure of the customer file stands in a rule file: changed there, the answer is another.
 */
class CustomerFiguresTest {

    private static final CustomerVisits SELDOM = new CustomerVisits(700, 2, 2);

    static List<Figure<?>> figures() {
        var all = new ArrayList<Figure<?>>();
        valueClasses(new Figures<>(CUSTOMER_GRADE, all));
        tiers(new Figures<>(CUSTOMER_GRADE, all));
        lifeCycle(new Figures<>(CUSTOMER_GRADE, all));
        lifeTimeValue(new Figures<>(CUSTOMER_GRADE, all));
        care(new Figures<>(CARE_OFFER, all));
        offers(new Figures<>(CARE_OFFER, all));
        return all;
    }

    private static void valueClasses(Figures<CustomerGrade> customers) {
        customers.see(
                "value-class.drl",
                "houseTurnover * 2 ",
                "houseTurnover * 2.1 ",
                seldom(new CustomerTurnover(yuan("2000.01"), yuan("100000"))),
                CustomerGrade::valueClass,
                ValueClass.A,
                ValueClass.B);
        customers.see(
                "value-class.drl",
                "houseTurnover * 0.5 ",
                "houseTurnover * 0.6 ",
                seldom(new CustomerTurnover(yuan("500"), yuan("100000"))),
                CustomerGrade::valueClass,
                ValueClass.B,
                ValueClass.C);
    }

    private static void tiers(Figures<CustomerGrade> customers) {
        tier(
                customers,
                "visits12Months >= 12,",
                "visits12Months >= 13,",
                Facts.of(new CustomerVisits(700, 12, 6)),
                Tier.LOYAL_REGULAR,
                Tier.PROMISING_SMALL);
        tier(
                customers,
                "months12Months >= 6,",
                "months12Months >= 7,",
                Facts.of(new CustomerVisits(700, 12, 6)),
                Tier.LOYAL_REGULAR,
                Tier.PROMISING_SMALL);
        tier(
                customers,
                "daysSinceFirst <= 365",
                "daysSinceFirst <= 364",
                Facts.of(new CustomerVisits(365, 2, 2), new CustomerStanding(false, true)),
                Tier.STRATEGIC_NEW,
                Tier.PROMISING_SMALL);
        tier(
                customers,
                "KEY_ACCOUNT, 4,",
                "KEY_ACCOUNT, 2,",
                Facts.of(new CustomerVisits(365, 12, 6), new CustomerStanding(true, true)),
                Tier.KEY_ACCOUNT,
                Tier.LOYAL_REGULAR);
    }

    private static void tier(
            Figures<CustomerGrade> customers,
            String from,
            String to,
            Facts facts,
            Tier before,
            Tier after) {
        customers.see("tier.drl", from, to, facts, CustomerGrade::tier, before, after);
    }

    private static void lifeCycle(Figures<CustomerGrade> customers) {
        stage(
                customers,
                "before90Days * 120",
                "before90Days * 121",
                seldom(new LastVisit(5), new CustomerSpend(yuan("1200.01"), yuan("1000"))),
                LifeCycle.GROWTH,
                LifeCycle.MATURE);
        stage(
                customers,
                "before90Days * 60",
                "before90Days * 59",
                seldom(new LastVisit(5), new CustomerSpend(yuan("599.99"), yuan("1000"))),
                LifeCycle.DECLINE,
                LifeCycle.MATURE);
        stage(
                customers,
                "LastVisit( daysAgo >= 180, $days : daysAgo )\n    UsualInterval",
                "LastVisit( daysAgo >= 181, $days : daysAgo )\n    UsualInterval",
                seldom(new LastVisit(180), new UsualInterval(yuan("10"))),
                LifeCycle.LOST,
                LifeCycle.MATURE);
        stage(
                customers,
                "days * 3 <=",
                "days * 4 <=",
                seldom(new LastVisit(300), new UsualInterval(yuan("100"))),
                LifeCycle.LOST,
                LifeCycle.MATURE);
        stage(
                customers,
                "LastVisit( daysAgo >= 180, $days : daysAgo )\n    not",
                "LastVisit( daysAgo >= 181, $days : daysAgo )\n    not",
                seldom(new LastVisit(180)),
                LifeCycle.LOST,
                LifeCycle.MATURE);
        stage(
                customers,
                "daysSinceFirst <= 90",
                "daysSinceFirst <= 89",
                Facts.of(new CustomerVisits(90, 2, 2), new LastVisit(5)),
                LifeCycle.ACQUISITION,
                LifeCycle.MATURE);
        stage(
                customers,
                "LifeCycle.DECLINE, 3,",
                "LifeCycle.DECLINE, 5,",
                seldom(new LastVisit(180), new CustomerSpend(yuan("0"), yuan("1"))),
                LifeCycle.LOST,
                LifeCycle.DECLINE);
    }

    private static void stage(
            Figures<CustomerGrade> customers,
            String from,
            String to,
            Facts facts,
            LifeCycle before,
            LifeCycle after) {
        customers.see("life-cycle.drl", from, to, facts, CustomerGrade::lifeCycle, before, after);
    }

    private static void lifeTimeValue(Figures<CustomerGrade> customers) {
        worth(
                customers,
                "earned(30,",
                "earned(40,",
                new CustomerMargin(yuan("0"), yuan("0"), yuan("1000"), yuan("0")),
                "300.00",
                "400.00");
        worth(
                customers,
                "earned(100,",
                "earned(90,",
                new CustomerMargin(yuan("1000"), yuan("0"), yuan("0"), yuan("0")),
                "1000.00",
                "900.00");
        var lately = new CustomerMargin(yuan("1000"), yuan("1000"), yuan("0"), yuan("0"));
        worth(customers, "expect(24, 12,", "expect(36, 12,", lately, "3000.00", "4000.00");
        worth(customers, "expect(24, 12,", "expect(24, 24,", lately, "3000.00", "2000.00");
    }

    private static void worth(
            Figures<CustomerGrade> customers,
            String from,
            String to,
            CustomerMargin margin,
            String before,
            String after) {
        customers.see(
                "life-time-value.drl",
                from,
                to,
                seldom(margin),
                CustomerGrade::lifeTimeValue,
                yuan(before),
                yuan(after));
    }

    private static void care(Figures<CareOffer> customers) {
        asked(
                customers,
                "absentFrom(14,",
                "absentFrom(15,",
                regular(CareCause.ABSENT, 14, 0),
                CareTask.CALL,
                CareTask.NONE);
        asked(
                customers,
                "fewVisitsBelow(3,",
                "fewVisitsBelow(2,",
                regular(CareCause.FEW_VISITS, 10, 2),
                CareTask.ENQUIRY,
                CareTask.NONE);
        asked(
                customers,
                "valueClass == ValueClass.C",
                "valueClass == ValueClass.B",
                Facts.of(
                        new CareSituation(
                                CareCause.LOST,
                                Tier.PROMISING_SMALL,
                                ValueClass.C,
                                yuan("100"),
                                200,
                                0,
                                true)),
                CareTask.NONE,
                CareTask.WIN_BACK);
        customers.see(
                "care-offer.drl",
                "answerWithin(14,",
                "answerWithin(15,",
                lost("2000"),
                CareOffer::answerWithinDays,
                14,
                15);
        customers.see(
                "care-offer.drl",
                "Group.CUSTOMER_SERVICE_MANAGER",
                "Group.SUPERVISOR",
                regular(CareCause.ABSENT, 14, 0),
                CareOffer::who,
                Set.of(Group.CUSTOMER_SERVICE_MANAGER),
                Set.of(Group.SUPERVISOR));
        customers.see(
                "tasks.drl.csv",
                "WIN_BACK, CALL_CENTRE",
                "WIN_BACK, SALES",
                lost("2000"),
                CareOffer::who,
                Set.of(Group.CALL_CENTRE),
                Set.of(Group.SALES));
    }

    private static void asked(
            Figures<CareOffer> customers,
            String from,
            String to,
            Facts facts,
            CareTask before,
            CareTask after) {
        customers.see("care-offer.drl", from, to, facts, CareOffer::task, before, after);
    }

    private static void offers(Figures<CareOffer> customers) {
        customers.see(
                "offers.drl.csv",
                ",50000,",
                ",50001,",
                lost("50000"),
                CareOffer::offer,
                OfferKind.VISIT_AND_NIGHT,
                OfferKind.VOUCHER);
        customers.see(
                "offers.drl.csv",
                ",10000,",
                ",10001,",
                lost("10000"),
                CareOffer::worth,
                yuan("300.00"),
                yuan("100.00"));
        customers.see(
                "offers.drl.csv",
                "VOUCHER, 300,",
                "VOUCHER, 301,",
                lost("10000"),
                CareOffer::worth,
                yuan("300.00"),
                yuan("301.00"));
        customers.see(
                "offers.drl.csv",
                ",2000,",
                ",2001,",
                lost("2000"),
                CareOffer::offer,
                OfferKind.VOUCHER,
                OfferKind.NONE);
        customers.see(
                "offers.drl.csv",
                "VOUCHER, 100,",
                "VOUCHER, 101,",
                lost("2000"),
                CareOffer::worth,
                yuan("100.00"),
                yuan("101.00"));
    }

    @ParameterizedTest
    @MethodSource("figures")
    void aChangedFigureChangesTheAnswer(Figure<?> figure) {
        figure.decidesTheAnswer();
    }

    @Test
    void aGradeTellsTheTierAndTheStageThatCountAndNoOther() {
        var facts =
                Facts.of(
                        new CustomerVisits(800, 14, 7),
                        new CustomerStanding(true, false),
                        new LastVisit(190),
                        new UsualInterval(yuan("20.5")),
                        new CustomerSpend(yuan("0"), yuan("100")));

        var fired = ShippedRules.shipped(CUSTOMER_GRADE).ask(facts).fired();

        assertThat(fired.stream().map(Fired::reasons).flatMap(List::stream))
                .containsExactlyInAnyOrder(
                        "The share of the turnover is small | 营业额占比小",
                        "It is a key account | 属于大客户",
                        "It stays away for 190 days and used to come every 20.5 days"
                                + " | 已190天未光顾，通常每20.5天光顾一次",
                        "The next 24 months are expected to be like the last 12"
                                + " | 预期未来24个月与近12个月相当");
        assertThat(fired.stream().map(Fired::gaveWay).flatMap(List::stream))
                .contains(
                        "It came 14 times in 7 of the last 12 months | 近12个月中7个月共光顾14次",
                        "The spend has fallen to less than 60 percent | 消费降至百分之六十以下");
    }

    @Test
    void anOfferTellsTheBestThatTheCustomerEarns() {
        assertThat(
                        ShippedRules.shipped(CARE_OFFER).ask(lost("10000")).fired().stream()
                                .map(Fired::reasons)
                                .flatMap(List::stream))
                .containsExactlyInAnyOrder(
                        "The customer is lost | 客户已流失",
                        "The life-time value earns a large voucher | 终身价值足以赠送大额代金券",
                        "An offer is answered within 14 days | 优惠须在14天内回复");
    }

    @Test
    void aCustomerWhoGetsNoMoreEffortTellsOnlyThat() {
        var gone =
                new CareSituation(
                        CareCause.LOST,
                        Tier.PROMISING_SMALL,
                        ValueClass.C,
                        yuan("2000"),
                        200,
                        0,
                        true);

        assertThat(
                        ShippedRules.shipped(CARE_OFFER).ask(Facts.of(gone)).fired().stream()
                                .map(Fired::reasons)
                                .flatMap(List::stream))
                .containsExactly(
                        "The customer is of the lowest value and answered no offer"
                                + " | 客户价值最低且未回应优惠");
    }

    private static Facts seldom(Record... more) {
        return Facts.of(SELDOM).and(List.of(more));
    }

    private static Facts regular(CareCause cause, int away, int visits) {
        return Facts.of(
                new CareSituation(
                        cause, Tier.LOYAL_REGULAR, ValueClass.B, yuan("100"), away, visits, false));
    }

    private static Facts lost(String lifeTimeValue) {
        return Facts.of(
                new CareSituation(
                        CareCause.LOST,
                        Tier.PROMISING_SMALL,
                        ValueClass.B,
                        yuan(lifeTimeValue),
                        200,
                        0,
                        false));
    }

    private static BigDecimal yuan(String amount) {
        return new BigDecimal(amount);
    }
}
