package dev.innkeeper.customer;

import dev.innkeeper.calendar.Calendars;
import dev.innkeeper.casefile.CaseNumbers;
import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Group;
import dev.innkeeper.common.Phrase;
import dev.innkeeper.common.Tier;
import dev.innkeeper.customer.facts.CareCause;
import dev.innkeeper.customer.facts.CareOffer;
import dev.innkeeper.notification.Notice;
import dev.innkeeper.notification.Notifications;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Greets customers on birthdays and holidays: by mail where there is an address; else those who
 * look after the customer are told, of a holiday only for customers who are more than a passing
 * guest. Who does not want greetings gets none.
 */
@Service
public class Greetings {

    private static final int NAMED = 20;

    private final CareRecords records;
    private final CareJudgements judgements;
    private final Calendars calendars;
    private final CaseNumbers numbers;
    private final Notifications notifications;
    private final Clock clock;

    Greetings(
            CareRecords records,
            CareJudgements judgements,
            Calendars calendars,
            CaseNumbers numbers,
            Notifications notifications,
            Clock clock) {
        this.records = records;
        this.judgements = judgements;
        this.calendars = calendars;
        this.numbers = numbers;
        this.notifications = notifications;
        this.clock = clock;
    }

    /** Whether customers are greeted on that day whoever they are. */
    public boolean isHoliday(LocalDate day) {
        return calendars.holidayFrom(day).isPresent();
    }

    /**
     * Greets those of these customers who are to be greeted on that day, each once.
     *
     * @return how many
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int greet(Collection<CareFigures> customers, LocalDate day) {
        List<CareFigures> born =
                customers.stream().filter(customer -> isBirthday(customer, day)).toList();
        int greeted =
                greet(
                        CareCause.BIRTHDAY,
                        born,
                        day,
                        Integer.toString(day.getYear()),
                        Phrase.of(CareCause.BIRTHDAY),
                        "care.birthday");
        return greeted
                + calendars
                        .holidayFrom(day)
                        .map(
                                holiday ->
                                        greet(
                                                CareCause.HOLIDAY,
                                                customers,
                                                day,
                                                day.toString(),
                                                holiday,
                                                "care.holiday"))
                        .orElse(0);
    }

    /** Who was born on the last of February is greeted on the last of February. */
    private static boolean isBirthday(CareFigures customer, LocalDate day) {
        LocalDate born = customer.bornOn();
        return born != null && born.withYear(day.getYear()).equals(day);
    }

    private int greet(
            CareCause cause,
            Collection<CareFigures> customers,
            LocalDate day,
            String period,
            String what,
            String kind) {
        List<CareFigures> due = new ArrayList<>();
        Set<Group> tellers = EnumSet.noneOf(Group.class);
        for (CareFigures customer : customers) {
            if (customer.noMoreEffort()) {
                continue;
            }
            CareOffer offer = judgements.look(cause, customer, day);
            if (offer.care()) {
                due.add(customer);
                tellers.addAll(offer.who());
            }
        }
        Instant now = clock.instant();
        Set<String> taken =
                records.takeAll(
                        due.stream().map(CareFigures::customerId).toList(), cause, period, now);
        Set<String> welcome = records.welcomeGreetings(taken);
        if (welcome.isEmpty()) {
            return 0;
        }
        CaseNumber number = numbers.next(CaseNumbers.Kind.CARE);
        Set<String> mailed =
                notifications.reachesCustomers() ? records.withAddress(welcome) : Set.of();
        notifications.notify(
                new Notice(number, kind, Map.of("holiday", what), Set.of(), Set.of(), mailed));
        tell(
                number,
                what,
                due.stream()
                        .filter(customer -> welcome.contains(customer.customerId()))
                        .filter(customer -> !mailed.contains(customer.customerId()))
                        .filter(customer -> isToldOf(cause, customer))
                        .map(CareFigures::customerId)
                        .toList(),
                tellers);
        return welcome.size();
    }

    private static boolean isToldOf(CareCause cause, CareFigures customer) {
        return cause == CareCause.BIRTHDAY || customer.tier() != Tier.PROMISING_SMALL;
    }

    private void tell(CaseNumber number, String what, List<String> customers, Set<Group> groups) {
        if (customers.isEmpty()) {
            return;
        }
        String names = String.join(", ", customers.stream().limit(NAMED).toList());
        notifications.notify(
                new Notice(
                        number,
                        "care.greet",
                        Map.of(
                                "what",
                                what,
                                "count",
                                Integer.toString(customers.size()),
                                "customers",
                                customers.size() > NAMED ? names + " …" : names),
                        groups,
                        Set.of()));
    }
}
