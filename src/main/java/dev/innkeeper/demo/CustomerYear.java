package dev.innkeeper.demo;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;

import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Contact;
import dev.innkeeper.common.Money;
import dev.innkeeper.common.Tier;
import dev.innkeeper.creditreview.CreditCause;
import dev.innkeeper.customer.NewInvoice;
import dev.innkeeper.customer.NewPayment;
import dev.innkeeper.customer.NewStay;
import dev.innkeeper.customer.StayKind;
import dev.innkeeper.demo.process.DemoHands;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A year of customers who have an account or come often: what they spent, were billed and paid, so
 * that reviews of credit, dunning and care are there in each state.
 */
final class CustomerYear {

    private static final String MACHINE = "pms";
    private static final Duration ENTERED = ofDays(33);
    private static final int MONTHS = 12;
    private static final int DAYS_OF_A_MONTH = 30;
    private static final int TERM_DAYS = 30;

    /** So that the last payment was made before everything was entered. */
    private static final int BEFORE = 5;

    private static final BigDecimal MARGIN = new BigDecimal("0.35");

    private final Instant now;
    private final DemoHands hands;
    private final LocalDate today;
    private final List<Moment> moments = new ArrayList<>();
    private int entered;

    CustomerYear(Instant now, DemoHands hands, ZoneId zone) {
        this.now = now;
        this.hands = hands;
        this.today = LocalDate.ofInstant(now, zone);
        reliableAgency();
        consultantsInTrouble();
        partsMakerWhoDoesNotPay();
        fairOrganiserWhoPaysLate();
        regularWhoStaysAway();
        guestWhoIsLost();
        night(ofDays(1));
        night(Duration.ZERO);
    }

    /** Everything that happened, in no order. */
    List<Moment> moments() {
        return moments;
    }

    /** Pays in time: the first review gave it terms. */
    private void reliableAgency() {
        Account account = account("苏州天域传媒有限公司", "薛宁", "+86 139 0014 3101", 26_000, 3);
        account.reviewed(ofDays(31), 82, 78, 75, 80);
        account.approved(ofDays(30), "finance2");
    }

    /** Lost its largest client: the second review would cut its terms, which waits for approval. */
    private void consultantsInTrouble() {
        Account account = account("杭州云栖咨询有限公司", "裴然", "+86 139 0014 3102", 40_000, 6);
        account.reviewed(ofDays(32), 75, 70, 70, 72);
        account.approved(ofDays(31), "finance2");
        account.asked(ofDays(4), CreditCause.KEY_PERSONNEL, "创始合伙人离职，最大客户未续约。");
        account.reviewed(ofDays(3), 40, 55, 45, 50);
    }

    /** Two invoices are overdue for long: on hold, a letter is due, its review is open. */
    private void partsMakerWhoDoesNotPay() {
        Account account = account("上海锦程汽车配件有限公司", "石磊", "+86 139 0014 3103", 18_000, 12);
        account.billed(75, 21_600, false);
        account.billed(68, 9_800, false);
    }

    /** One invoice is overdue for three weeks: finance is to call. */
    private void fairOrganiserWhoPaysLate() {
        Account account = account("北京时代会展服务有限公司", "霍燕", "+86 139 0014 3104", 32_000, 9);
        account.billed(52, 34_500, false);
        account.billed(50, 2_200, true);
    }

    /** Came every week for a year and then no more: a manager calls. */
    private void regularWhoStaysAway() {
        Supplier<String> id = enter(contact("顾晓岚", null, "+86 139 0014 3105"));
        for (int ago = 17; ago <= 360; ago += 7) {
            visited(id, StayKind.VISIT, ago, 460);
        }
    }

    /** Came every three weeks until half a year ago: the reason is asked, a voucher may follow. */
    private void guestWhoIsLost() {
        Supplier<String> id = enter(contact("何伟", null, "+86 139 0014 3106"));
        for (int ago = 200; ago <= 500; ago += 21) {
            visited(id, StayKind.STAY, ago, 1_480);
        }
    }

    private Account account(
            String company, String person, String phone, int monthly, int paidDaysLate) {
        Account account = new Account(enter(contact(person, company, phone)), 1_000 + entered);
        for (int month = MONTHS; month >= 1; month--) {
            int ago = month * DAYS_OF_A_MONTH + TERM_DAYS + paidDaysLate + BEFORE;
            account.spentAndPaid(ago, monthly, paidDaysLate);
        }
        return account;
    }

    private Supplier<String> enter(Contact contact) {
        Map<String, String> ids = new HashMap<>();
        entered++;
        then(
                ENTERED,
                () -> ids.put("id", hands.enterCustomer("info1", contact, Tier.PROMISING_SMALL)));
        return () -> ids.getOrDefault("id", "");
    }

    private void visited(Supplier<String> id, StayKind kind, int daysAgo, int spend) {
        String externalId = "PMS-%d-%d".formatted(entered, daysAgo);
        LocalDate day = today.minusDays(daysAgo);
        Duration ago = Duration.ofDays(Math.min(daysAgo, ENTERED.toDays()));
        then(
                ago.equals(ENTERED) ? ENTERED.minusMinutes(5) : ago,
                () ->
                        hands.stay(
                                MACHINE,
                                new NewStay(
                                        externalId,
                                        id.get(),
                                        kind,
                                        day,
                                        day,
                                        Money.of(spend),
                                        BigDecimal.valueOf(spend)
                                                .multiply(MARGIN)
                                                .setScale(2, RoundingMode.DOWN))));
    }

    /** The work of the night before that day began. */
    private void night(Duration ago) {
        then(ago.plus(ofHours(1)), () -> hands.night(today.minusDays(ago.toDays())));
    }

    private void then(Duration ago, Runnable deed) {
        moments.add(new Moment(now.minus(ago), deed));
    }

    private static Contact contact(String name, @Nullable String company, String phone) {
        return new Contact(name, company, phone, null, null);
    }

    /** A customer with an account. */
    private final class Account {

        private final Supplier<String> id;
        private final int numbers;
        private final Map<String, CaseNumber> reviews = new HashMap<>();
        private int invoices;

        Account(Supplier<String> id, int numbers) {
            this.id = id;
            this.numbers = numbers;
        }

        void spentAndPaid(int daysAgo, int amount, int paidDaysLate) {
            visited(id, StayKind.EVENT, daysAgo, amount);
            String number = billed(daysAgo, amount, false);
            then(
                    ENTERED.minusMinutes(20),
                    () ->
                            hands.payInvoice(
                                    MACHINE,
                                    new NewPayment(
                                            "ICBC-" + number,
                                            number,
                                            today.minusDays(daysAgo - TERM_DAYS - paidDaysLate),
                                            Money.of(amount))));
        }

        String billed(int daysAgo, int amount, boolean disputed) {
            String number = "INV-%d-%02d".formatted(numbers, ++invoices);
            LocalDate day = today.minusDays(daysAgo);
            then(
                    ENTERED.minusMinutes(10),
                    () ->
                            hands.bill(
                                    MACHINE,
                                    new NewInvoice(
                                            number,
                                            id.get(),
                                            day,
                                            day.plusDays(TERM_DAYS),
                                            Money.of(amount),
                                            disputed)));
            return number;
        }

        void asked(Duration ago, CreditCause cause, String words) {
            then(
                    ago,
                    () -> reviews.put("open", hands.review("keyaccount1", id.get(), cause, words)));
        }

        /** Both departments judged it; asked for by hand where no review was open. */
        void reviewed(Duration ago, int finances, int guarantees, int company, int market) {
            then(
                    ago.plus(ofHours(3)),
                    () ->
                            reviews.computeIfAbsent(
                                    "open",
                                    open ->
                                            hands.review(
                                                    "keyaccount1",
                                                    id.get(),
                                                    CreditCause.REQUEST,
                                                    "客户希望挂账结算。")));
            then(
                    ago,
                    () ->
                            judge(
                                    Objects.requireNonNull(reviews.get("open")),
                                    finances,
                                    guarantees,
                                    company,
                                    market));
        }

        private void judge(
                CaseNumber review, int finances, int guarantees, int company, int market) {
            hands.complete(
                    "info1",
                    review,
                    "assessCompany",
                    Map.of(
                            "company",
                            company,
                            "market",
                            market,
                            "economy",
                            65,
                            "companyWords",
                            "已查企业信用公示与行业数据。"));
            hands.complete(
                    "finance1",
                    review,
                    "assessFinances",
                    Map.of(
                            "finances", finances,
                            "guarantees", guarantees,
                            "financesWords", "已看最近一年报表。"));
        }

        void approved(Duration ago, String user) {
            then(
                    ago,
                    () ->
                            hands.complete(
                                    user,
                                    reviews.remove("open"),
                                    "approveTerms",
                                    Map.of("verdict", "APPROVE", "reason", "")));
        }
    }
}
