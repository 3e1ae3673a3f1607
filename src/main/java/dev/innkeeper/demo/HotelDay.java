package dev.innkeeper.demo;

import static dev.innkeeper.complaint.Intake.said;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;

import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Contact;
import dev.innkeeper.common.Group;
import dev.innkeeper.common.Money;
import dev.innkeeper.common.Tier;
import dev.innkeeper.complaint.Approval;
import dev.innkeeper.complaint.Callback;
import dev.innkeeper.complaint.Intake;
import dev.innkeeper.complaint.Investigation;
import dev.innkeeper.complaint.ProposedRemedy;
import dev.innkeeper.complaint.Reply;
import dev.innkeeper.complaint.ServqualScore;
import dev.innkeeper.complaint.Statement;
import dev.innkeeper.complaint.facts.Category;
import dev.innkeeper.complaint.facts.Channel;
import dev.innkeeper.complaint.facts.Finding;
import dev.innkeeper.complaint.facts.Harm;
import dev.innkeeper.complaint.facts.Kind;
import dev.innkeeper.complaint.facts.RemedyKind;
import dev.innkeeper.complaint.facts.ServqualDimension;
import dev.innkeeper.demo.process.DemoHands;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What happened in the hotel until now: one case in each state that a complaint can be in, each
 * brought there by the people who work on it. Every moment is told by how long ago it was.
 */
final class HotelDay {

    private final Instant now;
    private final DemoHands hands;
    private final List<Moment> moments = new ArrayList<>();

    HotelDay(Instant now, DemoHands hands) {
        this.now = now;
        this.hands = hands;
        cateringOfTheYearEndDinner();
        lateCheckIn();
        noisyAirConditioning();
        wrongInvoiceOfAKeyAccount();
        lostGlasses();
        leakInTheSuite();
        overbooking();
        brokenShower();
        vegetarianBreakfast();
        rudeReceptionist();
        hairInTheBathroom();
        stuckLift();
        foodPoisoning();
    }

    /** Everything that happened, in no order. */
    List<Moment> moments() {
        return moments;
    }

    /**
     * Closed, the guest satisfied; the corrective action waits for quality to verify its effect.
     */
    private void cateringOfTheYearEndDinner() {
        Case dinner = new Case();
        Duration then = ofDays(33);
        dinner.reported(
                then,
                "callcentre1",
                () ->
                        said(
                                        Channel.CALL_CENTRE,
                                        "昨晚公司年会，二十桌的热菜上来都是凉的，主菜等了一个多小时，" + "领导和客户都很不满意，要求给个说法。")
                                .contact(contact("王志强", "苏州恒远机械有限公司", "+86 138 0013 8001"))
                                .category(Category.BANQUET)
                                .dimension(ServqualDimension.RELIABILITY)
                                .harm(Harm.INCONVENIENCE)
                                .lawyerOrPressNamed(false)
                                .reference("宴会 BQ-0117")
                                .remedySought("部分退款")
                                .amountInDispute(Money.of("8800")));
        dinner.then(
                then.minus(ofMinutes(12)),
                number -> hands.acknowledge("supervisor1", number, "已致电王先生道歉，承诺当天查清原因并答复。"));
        dinner.then(
                then.minus(ofHours(3)),
                number ->
                        hands.investigate(
                                "banquet1",
                                number,
                                new Investigation.Found(
                                        Finding.JUSTIFIED,
                                        "当晚两场宴会同时开席，传菜人手只按一场安排，热菜在备餐间滞留约四十分钟。",
                                        "BANQUET_STAFFING",
                                        "两场宴会共用一组传菜人员",
                                        Group.BANQUET_SERVICE,
                                        new ProposedRemedy(
                                                Set.of(RemedyKind.APOLOGY, RemedyKind.DISCOUNT),
                                                Money.of("800"),
                                                "宴会总经理登门致歉，账单减免 800 元。"))));
        dinner.then(
                then.minus(ofHours(4)),
                number -> hands.approve("supervisor2", number, new Approval(true, "情况属实，同意减免。")));
        dinner.then(
                then.minus(ofHours(6)),
                number ->
                        hands.reply(
                                "banquet1",
                                number,
                                new Reply("已登门致歉并减免 800 元，王先生表示接受。", true, "")));
        dinner.then(
                then.minus(ofHours(26)),
                number ->
                        hands.stateMeasure(
                                "banquet1",
                                new Statement(
                                        "两场宴会同时开席时只排了一组传菜人员。",
                                        "同日两场以上宴会须分别排传菜组，由宴会主管在开席前两小时签字确认。")));
        dinner.then(
                then.minus(ofHours(31)),
                number ->
                        hands.callBack(
                                "callcentre1",
                                number,
                                new Callback(
                                        true,
                                        true,
                                        List.of(
                                                new ServqualScore(
                                                        ServqualDimension.RESPONSIVENESS, 6, 7),
                                                new ServqualScore(
                                                        ServqualDimension.RELIABILITY, 6, 5)),
                                        "处理得很快，下次年会还会考虑。")));
    }

    /** The guest has had the answer; the callback is due. */
    private void lateCheckIn() {
        Case checkIn = new Case();
        checkIn.reported(
                ofHours(31),
                "callcentre1",
                () ->
                        said(
                                        Channel.SOCIAL_MEDIA,
                                        "Posted on a review site: we queued for 50 minutes to check"
                                                + " in although we had done the online check-in."
                                                + " Only one desk was open.")
                                .contact(contact("Emma Clarke", null, "+44 20 7946 0102"))
                                .category(Category.SERVICE_SPEED)
                                .dimension(ServqualDimension.RESPONSIVENESS)
                                .harm(Harm.INCONVENIENCE)
                                .lawyerOrPressNamed(false)
                                .reference("Stay 70412")
                                .publiclyVisible(true));
        checkIn.then(
                ofHours(31).minus(ofMinutes(20)),
                number ->
                        hands.acknowledge(
                                "supervisor2",
                                number,
                                "Answered below the review with an apology, and wrote to Ms"
                                        + " Clarke."));
        checkIn.then(
                ofHours(28),
                number ->
                        hands.investigate(
                                "lobby1",
                                number,
                                new Investigation.Found(
                                        Finding.JUSTIFIED,
                                        "Two of three desks were closed for the change of shifts"
                                                + " while a tour group arrived.",
                                        "SPEED_STAFFING",
                                        "Change of shifts at the time of most arrivals",
                                        Group.LOBBY_SERVICE,
                                        new ProposedRemedy(
                                                Set.of(RemedyKind.APOLOGY, RemedyKind.COUPON),
                                                Money.ZERO,
                                                "A letter from the front office manager and early"
                                                        + " check-in at the next stay."))));
        checkIn.then(
                ofHours(26),
                number ->
                        hands.reply(
                                "lobby1",
                                number,
                                new Reply(
                                        "Ms Clarke has the letter; she is content with early"
                                                + " check-in next time.",
                                        true,
                                        "")));
    }

    /** The guest refused the remedy: reopened, one level higher. */
    private void noisyAirConditioning() {
        Case noise = new Case();
        noise.reported(
                ofHours(22),
                "lobby1",
                () ->
                        said(Channel.ROOM, "1812 房空调整夜嗡嗡响，前台说派人来修，等到凌晨两点也没人来，根本没睡好。")
                                .contact(contact("刘晓燕", null, "+86 139 0013 9002"))
                                .category(Category.NOISE)
                                .dimension(ServqualDimension.TANGIBLES)
                                .harm(Harm.INCONVENIENCE)
                                .lawyerOrPressNamed(false)
                                .reference("1812")
                                .inHouse(true)
                                .remedySought("免一晚房费")
                                .amountInDispute(Money.of("680")));
        noise.then(
                ofHours(22).minus(ofMinutes(25)),
                number -> hands.acknowledge("rooms1", number, "已到房间致歉，并送上耳塞和热牛奶。"));
        noise.then(
                ofHours(20),
                number ->
                        hands.investigate(
                                "rooms1",
                                number,
                                new Investigation.Found(
                                        Finding.JUSTIFIED,
                                        "1812 房风机轴承磨损，夜班工程人员未接到派工。",
                                        "NOISE_INSULATION",
                                        "风机轴承磨损",
                                        Group.ROOMS_SERVICE,
                                        new ProposedRemedy(
                                                Set.of(RemedyKind.APOLOGY, RemedyKind.GIFT),
                                                Money.of("100"),
                                                "换至 1906 房，并赠送果篮。"))));
        noise.then(
                ofHours(19),
                number ->
                        hands.reply(
                                "rooms1",
                                number,
                                new Reply("刘女士已换房，但不接受果篮。", false, "客人认为一晚没睡好，果篮不能弥补，坚持减免房费。")));
    }

    /** A key account's complaint, being investigated by finance, with the key-account service. */
    private void wrongInvoiceOfAKeyAccount() {
        Case invoice = new Case();
        invoice.reported(
                ofHours(20),
                "keyaccount1",
                () -> {
                    Contact buyer = contact("陈立", "华东瑞康医药集团", "+86 21 5550 0103");
                    String customer = hands.enterCustomer("keyaccount1", buyer, Tier.KEY_ACCOUNT);
                    return said(Channel.EMAIL, "上月协议房账单多收了 12 间夜，协议价 520 元按门市价 880 元结算，请核对后重新开票。")
                            .customerId(customer)
                            .contact(buyer)
                            .category(Category.BILLING)
                            .dimension(ServqualDimension.RELIABILITY)
                            .harm(Harm.FINANCIAL)
                            .lawyerOrPressNamed(false)
                            .reference("账单 INV-20871")
                            .remedySought("更正账单")
                            .amountInDispute(Money.of("4320"));
                });
        invoice.then(
                ofHours(20).minus(ofMinutes(15)),
                number -> hands.acknowledge("supervisor1", number, "已电话向陈经理致歉，告知财务部两个工作日内给出核对结果。"));
    }

    /** Nothing can be done until the guest answers. */
    private void lostGlasses() {
        Case glasses = new Case();
        glasses.reported(
                ofHours(15),
                "callcentre1",
                () ->
                        said(
                                        Channel.EMAIL,
                                        "I left a pair of reading glasses in my room when I checked"
                                                + " out yesterday. Please send them to me.")
                                .contact(contact("Thomas Berger", null, "+49 30 5550 104"))
                                .category(Category.LOST_PROPERTY)
                                .dimension(ServqualDimension.ASSURANCE)
                                .harm(Harm.INCONVENIENCE)
                                .lawyerOrPressNamed(false)
                                .reference("Stay 70377"));
        glasses.then(
                ofHours(14).plus(ofMinutes(20)),
                number ->
                        hands.acknowledge(
                                "lobby1",
                                number,
                                "Thanked Mr Berger for writing and promised to look at once."));
        glasses.then(
                ofHours(12),
                number ->
                        hands.investigate(
                                "lobby1",
                                number,
                                new Investigation.WaitingForGuest(
                                        "We found two pairs of glasses that day. What do yours look"
                                                + " like, and where may we send them?")));
    }

    /** The compensation waits for the manager's approval. */
    private void leakInTheSuite() {
        Case leak = new Case();
        leak.reported(
                ofHours(11),
                "rooms1",
                () ->
                        said(Channel.LOBBY, "套房天花板漏水，把行李箱和一件羊绒大衣都淋湿了，半夜还要搬房间，要求退还两晚房费。")
                                .contact(contact("孙雅琴", null, "+86 137 0013 7005"))
                                .category(Category.ROOM_CONDITION)
                                .dimension(ServqualDimension.TANGIBLES)
                                .harm(Harm.FINANCIAL)
                                .lawyerOrPressNamed(false)
                                .reference("2101")
                                .inHouse(true)
                                .remedySought("退还两晚房费")
                                .amountInDispute(Money.of("6000")));
        leak.then(
                ofHours(11).minus(ofMinutes(10)),
                number -> hands.acknowledge("supervisor1", number, "到房间当面致歉，安排换房并送洗大衣。"));
        leak.then(
                ofHours(9),
                number ->
                        hands.investigate(
                                "rooms1",
                                number,
                                new Investigation.Found(
                                        Finding.JUSTIFIED,
                                        "楼上 2201 房冷凝水管接头松脱，漏水两小时后才发现。",
                                        "ROOM_MAINTENANCE_MISSED",
                                        "冷凝水管接头松脱",
                                        Group.ROOMS_SERVICE,
                                        new ProposedRemedy(
                                                Set.of(RemedyKind.APOLOGY, RemedyKind.REFUND),
                                                Money.of("2800"),
                                                "退还 2,800 元房费，并承担大衣洗涤费。"))));
    }

    /** Withdrawn: the guest got a room after all. */
    private void overbooking() {
        Case booking = new Case();
        booking.reported(
                ofHours(10),
                "lobby1",
                () ->
                        said(
                                        Channel.LOBBY,
                                        "My booking is not in your system and you say the house is"
                                                + " full. I have the confirmation here.")
                                .contact(contact("Lucas Martin", null, "+33 1 5550 0106"))
                                .category(Category.RESERVATION)
                                .dimension(ServqualDimension.RELIABILITY)
                                .harm(Harm.INCONVENIENCE)
                                .lawyerOrPressNamed(false)
                                .reference("Booking 55120"));
        booking.then(
                ofHours(10).minus(ofMinutes(8)),
                number ->
                        hands.acknowledge(
                                "lobby1", number, "Apologised and offered tea while we look."));
        booking.then(
                ofHours(9).plus(ofMinutes(10)),
                number ->
                        hands.withdraw(
                                "lobby1",
                                number,
                                "The booking was under the company's name; Mr Martin has his room"
                                        + " and takes the complaint back."));
    }

    /** Nobody apologised in time: escalated to the manager, and overdue. */
    private void brokenShower() {
        Case shower = new Case();
        shower.reported(
                ofHours(8),
                "callcentre1",
                () ->
                        said(
                                        Channel.ROOM,
                                        "The shower has only cold water, I called twice and nobody"
                                                + " came. I leave this morning.")
                                .contact(contact("Sofia Rossi", null, "+39 06 5550 107"))
                                .category(Category.FACILITIES)
                                .dimension(ServqualDimension.RESPONSIVENESS)
                                .harm(Harm.INCONVENIENCE)
                                .lawyerOrPressNamed(false)
                                .reference("0915")
                                .inHouse(true)
                                .checkOutAt(ago(ofHours(6))));
    }

    /** A suggestion, not yet answered. */
    private void vegetarianBreakfast() {
        Case breakfast = new Case();
        breakfast.reported(
                ofHours(7),
                "lobby1",
                () ->
                        said(Channel.WEB, "早餐品种不错，建议增加一些素食选择，比如杂粮粥和豆制品。")
                                .kind(Kind.SUGGESTION)
                                .contact(contact("赵敏", null, "+86 136 0013 6008"))
                                .category(Category.FOOD_QUALITY)
                                .dimension(ServqualDimension.EMPATHY)
                                .harm(Harm.NONE)
                                .lawyerOrPressNamed(false));
    }

    /** From the letter box in the lobby, without a name. */
    private void rudeReceptionist() {
        Case rude = new Case();
        rude.reported(
                ofHours(4),
                "lobby1",
                () ->
                        said(Channel.LETTER, "意见箱来信：夜班前台一位工作人员态度冷淡，客人问路时头也不抬，说话很不耐烦。")
                                .category(Category.STAFF_ATTITUDE)
                                .dimension(ServqualDimension.EMPATHY)
                                .harm(Harm.INCONVENIENCE)
                                .lawyerOrPressNamed(false));
        rude.then(
                ofHours(3), number -> hands.acknowledge("lobby1", number, "来信无联系方式，已在大堂意见栏公开致歉。"));
    }

    /** Acknowledged, and being investigated in time. */
    private void hairInTheBathroom() {
        Case bathroom = new Case();
        bathroom.reported(
                ofHours(2),
                "lobby1",
                () ->
                        said(
                                        Channel.LOBBY,
                                        "There was hair in the bath tub and the towels were damp"
                                                + " when we moved in.")
                                .contact(contact("James Wilson", null, "+1 212 555 0109"))
                                .category(Category.CLEANLINESS)
                                .dimension(ServqualDimension.TANGIBLES)
                                .harm(Harm.INCONVENIENCE)
                                .lawyerOrPressNamed(false)
                                .reference("1107")
                                .inHouse(true)
                                .amountInDispute(Money.of("450")));
        bathroom.then(
                ofMinutes(100),
                number ->
                        hands.acknowledge(
                                "rooms1",
                                number,
                                "Apologised in the room; it is cleaned again right now."));
    }

    /** Critical, and nobody has apologised: with the general manager. */
    private void stuckLift() {
        Case lift = new Case();
        lift.reported(
                ofMinutes(50),
                "lobby1",
                () ->
                        said(Channel.LOBBY, "客梯在十二楼停了二十分钟，里面有老人和孩子，按了警铃也没人应答，太吓人了！")
                                .contact(contact("周建国", null, "+86 135 0013 5010"))
                                .category(Category.SAFETY)
                                .dimension(ServqualDimension.ASSURANCE)
                                .harm(Harm.SAFETY)
                                .lawyerOrPressNamed(false)
                                .reference("2 号客梯")
                                .inHouse(true));
    }

    /** Just arrived, critical, only words so far: triage had to read them. */
    private void foodPoisoning() {
        Case poisoning = new Case();
        poisoning.reported(
                ofMinutes(3),
                "callcentre1",
                () ->
                        said(
                                        Channel.CALL_CENTRE,
                                        "中午在你们餐厅吃了海鲜自助，回房后一家三口上吐下泻，孩子发烧，"
                                                + "怀疑食物中毒，正准备去医院，请马上派人处理！")
                                .contact(contact("李海峰", null, "+86 134 0013 4011"))
                                .reference("1520")
                                .inHouse(true));
    }

    private Instant ago(Duration before) {
        return now.minus(before);
    }

    private static Contact contact(String name, @Nullable String company, String phone) {
        return new Contact(name, company, phone, null, null);
    }

    /** One complaint, which has a number from when it is reported. */
    private final class Case {

        private @Nullable CaseNumber number;

        /** The intake is made at that time, since it may enter a customer. */
        void reported(
                Duration before, String user, java.util.function.Supplier<Intake.Builder> intake) {
            moments.add(
                    new Moment(
                            ago(before), () -> number = hands.report(user, intake.get().build())));
        }

        void then(Duration before, Consumer<CaseNumber> deed) {
            moments.add(
                    new Moment(
                            ago(before),
                            () -> {
                                if (number == null) {
                                    throw new IllegalStateException("It was not reported yet");
                                }
                                deed.accept(number);
                            }));
        }
    }
}
