package dev.innkeeper.demo;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;

import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Contact;
import dev.innkeeper.common.Money;
import dev.innkeeper.demo.process.DemoHands;
import dev.innkeeper.keyaccount.FollowUp;
import dev.innkeeper.keyaccount.Lead;
import dev.innkeeper.keyaccount.NewExpense;
import dev.innkeeper.keyaccount.NewPartner;
import dev.innkeeper.keyaccount.facts.ExpenseKind;
import dev.innkeeper.keyaccount.facts.LeadSource;
import dev.innkeeper.keyaccount.facts.Need;
import dev.innkeeper.keyaccount.facts.PartnerKind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What happened in sales until now: one deal in each state that a deal can be in, each brought
 * there by the people who work on it. Every moment is told by how long ago it was.
 */
final class SalesSeason {

    private static final String HUNTER = "sales1";

    private final Instant now;
    private final DemoHands hands;
    private final ZoneId zone;
    private final List<Moment> moments = new ArrayList<>();

    SalesSeason(Instant now, DemoHands hands, ZoneId zone) {
        this.now = now;
        this.hands = hands;
        this.zone = zone;
        lostToTheHouseNextDoor();
        standingStill();
        wonConferences();
        negotiatingChamber();
        proposedFair();
        plannedSoftware();
        planForLawyers();
        nurturedTravelAgency();
        freshLogistics();
    }

    /** Everything that happened, in no order. */
    List<Moment> moments() {
        return moments;
    }

    /** Lost; its review is accepted, so that its lesson is found. */
    private void lostToTheHouseNextDoor() {
        Season deal = new Season();
        deal.brought(
                ofDays(30), lead("无锡博雅软件有限公司", "周倩", "会议", "明年两次用户大会，每次 300 人。", Need.CLEAR, 60));
        deal.through(ofDays(29), Step.PROPOSED, 60, 180_000);
        deal.then(
                ofDays(12),
                number ->
                        hands.complete(
                                HUNTER,
                                number,
                                "negotiateDeal",
                                Map.of(
                                        "next", "LOST",
                                        "lostReason", "PRICE",
                                        "competitor", "太湖国际酒店",
                                        "endWords", "对方会议套餐低 12%，客户当场签约。")));
        deal.then(
                ofDays(10),
                number ->
                        hands.complete(
                                HUNTER,
                                number,
                                "writeReview",
                                Map.of(
                                        "reason1", "PRICE",
                                        "competitor", "太湖国际酒店",
                                        "ourPrice", 180_000,
                                        "theirPrice", 158_000,
                                        "decidedAt", "PROPOSED",
                                        "account", "客户先收到竞争对手的套餐价，我们晚了五天报价。",
                                        "toRepeat", "提前带客户看场地，反馈很好。",
                                        "toAvoid", "报价不能晚于看场后两天。",
                                        "topics", "会议报价时效\n竞争对手套餐分析")));
        deal.then(
                ofDays(9),
                number ->
                        hands.complete(
                                "callcentre1",
                                number,
                                "askCustomer",
                                Map.of(
                                        "reached", "yes",
                                        "words", "价格是主要原因，服务印象不错。",
                                        "satisfaction", 5,
                                        "wouldBuyAgain", "yes")));
        deal.then(
                ofDays(8),
                number ->
                        hands.complete(
                                "manager1", number, "acceptReview", Map.of("accepted", "yes")));
    }

    /** Nobody has moved it for five weeks: the manager was told. */
    private void standingStill() {
        Season deal = new Season();
        deal.brought(
                ofDays(36), lead("南京华泰教育集团", "沈洁", "协议房", "培训讲师住宿，每月约 30 间夜。", Need.CLEAR, 50));
        deal.through(ofDays(35), Step.PLANNED, 50, 150_000);
    }

    /**
     * Won, brought by a partner: the customer is to be taken over, the review to be written, the
     * reward to be approved.
     */
    private void wonConferences() {
        moments.add(
                new Moment(
                        now.minus(ofDays(28)),
                        () ->
                                hands.partner(
                                        HUNTER,
                                        new NewPartner(
                                                PartnerKind.AGENT,
                                                "汇通会议咨询",
                                                new Contact(
                                                        "林栋",
                                                        "苏州汇通会议咨询有限公司",
                                                        "+86 133 0013 3012",
                                                        null,
                                                        null),
                                                "工商银行苏州分行 6222 0000 0000 0000",
                                                false,
                                                false,
                                                "",
                                                ""),
                                        "苏州金鸡湖会展有限公司",
                                        "全年展会的住宿与会议")));
        Season deal = new Season();
        deal.brought(
                ofDays(26),
                lead("苏州金鸡湖会展有限公司", "顾建平", "会议与住宿", "全年 12 场展会的住宿与会议。", Need.CLEAR, 40));
        deal.through(ofDays(25), Step.NEGOTIATING, 40, 620_000);
        deal.then(
                ofDays(2),
                number ->
                        hands.complete(
                                HUNTER,
                                number,
                                "closeDeal",
                                contract("HT-2026-118", 620_000, "TOP_LEVEL_CONTACT")));
    }

    /** Being negotiated; it asks for credit, so finance was asked. */
    private void negotiatingChamber() {
        Season deal = new Season();
        deal.brought(ofDays(15), lead("江南国际商会", "徐岚", "宴会", "年会与四次季度酒会。", Need.CLEAR, 25));
        deal.through(ofDays(14), Step.NEGOTIATING, 25, 320_000);
        deal.then(
                ofHours(20),
                number ->
                        hands.followUp(
                                HUNTER,
                                number,
                                new FollowUp(
                                        "与徐秘书长确认菜单，价格基本认可。",
                                        "周五前提交合同草案",
                                        Need.CLEAR,
                                        true,
                                        day(ofDays(-9)))));
    }

    /** Proposed; an entertainment beyond its limit waits for the general manager. */
    private void proposedFair() {
        Season deal = new Season();
        deal.brought(
                ofDays(11),
                lead(
                        "Berlin Messe Services GmbH",
                        "Anna Vogel",
                        "Contract rate",
                        "120 room nights" + " around each of two fairs.",
                        Need.CLEAR,
                        70));
        deal.through(ofDays(10), Step.PROPOSED, 70, 410_000);
        deal.then(
                ofDays(1),
                number ->
                        hands.claim(
                                HUNTER,
                                number,
                                new NewExpense(
                                        ExpenseKind.ENTERTAINMENT,
                                        Money.of(2600),
                                        day(ofDays(2)),
                                        "Dinner with the buyers after the visit",
                                        "Anna Vogel, two buyers, sales1",
                                        "FP-20931")));
    }

    /** Planned; the proposal is being made. */
    private void plannedSoftware() {
        Season deal = new Season();
        deal.brought(
                ofDays(6), lead("杭州新禾科技股份有限公司", "方旭", "协议房", "研发团队往返，每月约 45 间夜。", Need.CLEAR, 80));
        deal.through(ofDays(5), Step.PLANNED, 80, 210_000);
    }

    /** The plan waits for the manager's approval. */
    private void planForLawyers() {
        Season deal = new Season();
        deal.brought(ofDays(3), lead("上海明德律师事务所", "陆遥", "会议", "合伙人季度会，60 人，需要同传。", Need.CLEAR, 50));
        deal.then(ofDays(2), number -> hands.complete("info1", number, "verifyLead", valid(50)));
        deal.then(ofHours(30), number -> hands.complete(HUNTER, number, "planDeal", plan()));
    }

    /** Nothing before the spring: looked at again then. */
    private void nurturedTravelAgency() {
        Season deal = new Season();
        deal.brought(ofDays(2), lead("云帆国际旅行社", "何敏", "团队房", "明春入境团，尚无预算。", Need.LATENT, null));
        deal.then(
                ofDays(1),
                number ->
                        hands.complete(
                                "info1",
                                number,
                                "verifyLead",
                                Map.of(
                                        "verdict", "NURTURE",
                                        "contactVerified", true,
                                        "need", "LATENT",
                                        "nurtureUntil", day(ofDays(-60)).toString(),
                                        "words", "已电话联系何经理，三月确定团队计划。")));
    }

    /** Just brought in by a system: to be verified. */
    private void freshLogistics() {
        Season deal = new Season();
        deal.brought(
                ofMinutes(40),
                lead("宁波海川物流有限公司", "郑海", "协议房", "官网留言：司机与商务住宿，每月约 60 间夜。", Need.CLEAR, 85));
    }

    /** How far a deal is taken by the usual answers. */
    private enum Step {
        PLANNED,
        PROPOSED,
        NEGOTIATING
    }

    private Lead lead(
            String company,
            String contact,
            String product,
            String words,
            Need need,
            @Nullable Integer expectedInDays) {
        return new Lead(
                null,
                null,
                LeadSource.OWN_RESEARCH,
                null,
                null,
                new Contact(contact, company, null, null, null),
                product,
                words,
                need,
                need == Need.CLEAR,
                need == Need.CLEAR,
                null,
                Money.ZERO,
                expectedInDays == null ? null : day(ofDays(-expectedInDays)),
                HUNTER);
    }

    private Map<String, Object> valid(int expectedInDays) {
        return Map.of(
                "verdict",
                "QUALIFY",
                "contactVerified",
                true,
                "need",
                "CLEAR",
                "budgetKnown",
                true,
                "decisionMakerKnown",
                true,
                "expectedCloseOn",
                day(ofDays(-expectedInDays)).toString(),
                "owner",
                HUNTER,
                "words",
                "已与联系人通话核实。");
    }

    private static Map<String, Object> plan() {
        return Map.of(
                "team", HUNTER + ", banquet1, keyaccount1",
                "budgetTravel", 3000,
                "budgetEntertainment", 2000,
                "budgetSamples", 800,
                "steps", "看场、试菜、报价、拜访决策人。");
    }

    private Map<String, Object> contract(String number, int value, String reason) {
        Map<String, Object> answers = new HashMap<>();
        answers.put("next", "WON");
        answers.put("contractNumber", number);
        answers.put("contractDate", day(ofDays(2)).toString());
        answers.put("termMonths", 12);
        answers.put("value", value);
        answers.put("prepaid", true);
        answers.put("strategic", true);
        answers.put("wonReason", reason);
        answers.put("endWords", "董事长会面后一周签约。");
        return answers;
    }

    private LocalDate day(Duration before) {
        return LocalDate.ofInstant(now.minus(before), zone);
    }

    /** One deal, which has a number from when it is brought. */
    private final class Season {

        private @Nullable CaseNumber number;

        void brought(Duration before, Lead lead) {
            moments.add(new Moment(now.minus(before), () -> number = hands.bring("info1", lead)));
        }

        /** Takes it as far as that, a few hours from step to step. */
        void through(Duration before, Step step, int expectedInDays, int value) {
            then(before, it -> hands.complete("info1", it, "verifyLead", valid(expectedInDays)));
            then(before.minus(ofHours(3)), it -> hands.complete(HUNTER, it, "planDeal", plan()));
            then(
                    before.minus(ofHours(6)),
                    it -> hands.complete("manager1", it, "approvePlan", Map.of("approved", "yes")));
            if (step == Step.PLANNED) {
                return;
            }
            then(
                    before.minus(ofHours(30)),
                    it ->
                            hands.complete(
                                    HUNTER,
                                    it,
                                    "proposeDeal",
                                    Map.of(
                                            "next", "GO_ON",
                                            "proposedOn", day(before.minus(ofHours(30))).toString(),
                                            "value", value,
                                            "topLevelContact", "总经理",
                                            "words", "已提交全年方案与价格。")));
            if (step == Step.PROPOSED) {
                return;
            }
            then(
                    before.minus(ofHours(72)),
                    it ->
                            hands.complete(
                                    HUNTER,
                                    it,
                                    "negotiateDeal",
                                    Map.of(
                                            "next", "GO_ON",
                                            "customersAnswer", "认可方案，希望含早餐。",
                                            "noCompetitor", true)));
        }

        void then(Duration before, Consumer<CaseNumber> deed) {
            moments.add(
                    new Moment(
                            now.minus(before),
                            () -> {
                                if (number == null) {
                                    throw new IllegalStateException("It was not brought yet");
                                }
                                deed.accept(number);
                            }));
        }
    }
}
