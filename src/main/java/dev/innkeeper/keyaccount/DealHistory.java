package dev.innkeeper.keyaccount;

import dev.innkeeper.casefile.CaseLink;
import dev.innkeeper.casefile.CaseLinks;
import dev.innkeeper.casefile.CaseNumbers;
import dev.innkeeper.casefile.CasefileProperties;
import dev.innkeeper.common.Actor;
import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Contact;
import dev.innkeeper.common.Phrase;
import dev.innkeeper.common.Refusal;
import dev.innkeeper.common.Texts;
import dev.innkeeper.customer.CustomerDesk;
import dev.innkeeper.keyaccount.facts.LeadSource;
import dev.innkeeper.keyaccount.facts.Need;
import dev.innkeeper.keyaccount.facts.Stage;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes in deals from before the service, with their own dates. They pass no gates and start no
 * process, clock or notice; they count in the figures.
 */
@Service
@Transactional
public class DealHistory {

    private static final int LONGEST_EXTERNAL_ID = 200;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_PRODUCT = 100;
    private static final int LONGEST_OWNER = 64;
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);

    /** The customer of all deals whose source names none. */
    private static final Contact NOT_NAMED =
            new Contact(null, "Company not named in the source 来源未注明公司", null, null, null);

    private final DealFiles files;
    private final DealRecords records;
    private final CustomerDesk customers;
    private final CaseNumbers numbers;
    private final CaseLinks links;
    private final Clock clock;
    private final ZoneId zone;

    DealHistory(
            DealFiles files,
            DealRecords records,
            CustomerDesk customers,
            CaseNumbers numbers,
            CaseLinks links,
            Clock clock,
            CasefileProperties properties) {
        this.files = files;
        this.records = records;
        this.customers = customers;
        this.numbers = numbers;
        this.links = links;
        this.clock = clock;
        this.zone = properties.zone();
    }

    /**
     * Takes a deal in. Open deals of one company about one product that different people hunt are
     * linked to each other.
     *
     * @throws Refusal INVALID where its dates do not fit its stage or each other; NOT_NOW where the
     *     caller has given the external id before
     */
    public ImportedDeal take(PastDeal past, Actor by) {
        by.refuseAuditor();
        Instant now = clock.instant();
        refuseImpossible(past, LocalDate.ofInstant(now, zone));
        Instant begun = past.engagedOn() == null ? now : startOf(past.engagedOn());
        Contact contact = CustomerDesk.checked(new Contact(null, past.company(), null, null, null));
        Origin origin =
                new Origin(
                        Texts.orNull("externalId", past.externalId(), LONGEST_EXTERNAL_ID),
                        by.userId(),
                        begun,
                        LeadSource.OWN_RESEARCH,
                        null,
                        customer(contact, by),
                        contact,
                        Texts.optional(
                                "product",
                                Objects.requireNonNullElse(past.product(), ""),
                                LONGEST_PRODUCT),
                        "");
        Instant closed = past.closedOn() == null ? null : startOf(past.closedOn());
        CaseNumber number = numbers.next(CaseNumbers.Kind.DEAL);
        Deal deal =
                Deal.imported(
                        number,
                        lead(past, contact, origin),
                        origin,
                        past.stage(),
                        closed == null ? begun : closed);
        DealFile file = files.create(deal, now, by);
        file.note("IMPORTED", Phrase.both("Imported", "历史导入"), words(past));
        files.save(file, deal.stage());
        records.enterAll(number, Deal.PURSUED, begun, past.stage(), closed);
        return new ImportedDeal(number, collisions(deal, now));
    }

    private String customer(Contact contact, Actor by) {
        return customers
                .recogniseAccount(contact, by)
                .or(() -> customers.recogniseAccount(NOT_NAMED, by))
                .orElseThrow();
    }

    private static Lead lead(PastDeal past, Contact contact, Origin origin) {
        return new Lead(
                origin.externalId(),
                origin.registeredAt(),
                origin.source(),
                null,
                null,
                contact,
                origin.product(),
                "",
                Need.LATENT,
                false,
                false,
                null,
                past.value(),
                null,
                Texts.orNull("owner", past.owner(), LONGEST_OWNER));
    }

    private static String words(PastDeal past) {
        return Stream.of(
                        named(
                                "Manager",
                                "经理",
                                Texts.orNull("manager", past.manager(), LONGEST_NAME)),
                        named("Sector", "行业", Texts.orNull("sector", past.sector(), LONGEST_NAME)))
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n"));
    }

    private static @Nullable String named(String english, String chinese, @Nullable String what) {
        return what == null ? null : "%s %s: %s".formatted(english, chinese, what);
    }

    private List<CaseNumber> collisions(Deal deal, Instant now) {
        if (!deal.isOpen() || deal.origin().contact().company() == null) {
            return List.of();
        }
        List<CaseNumber> others = records.collisions(deal.number());
        others.forEach(other -> links.add(deal.number(), CaseLink.Kind.COLLIDES_WITH, other, now));
        return others;
    }

    private Instant startOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    private static void refuseImpossible(PastDeal past, LocalDate today) {
        if (past.stage() == Stage.LINKED) {
            throw Refusal.invalid(
                    "stage",
                    "No deal is imported as part of another one. | 不能导入已并入其他商机的商机。",
                    "Give the stage that it reached itself. | 请填写其自身到达的阶段。");
        }
        refuseImpossible("engagedOn", past.engagedOn(), today);
        refuseImpossible("closedOn", past.closedOn(), today);
        boolean over = Deal.isEnd(past.stage());
        if (over && past.closedOn() == null) {
            throw Refusal.invalid(
                    "closedOn",
                    "A deal that is over has the day on which it ended. | 已结束的商机必须有结束日期。",
                    "Give that day. | 请填写结束日期。");
        }
        if (!over && past.closedOn() != null) {
            throw Refusal.invalid(
                    "closedOn",
                    "A deal that is open has not ended. | 未结束的商机不能有结束日期。",
                    "Leave the day out, or give the stage in which it ended. | 请留空，或填写其结束时的阶段。");
        }
        if (over && past.engagedOn() == null) {
            throw Refusal.invalid(
                    "engagedOn",
                    "A deal that is over has the day on which it began. | 已结束的商机必须有开始日期。",
                    "Give that day: how long it took is counted from it. | 请填写开始日期，用于计算历时。");
        }
        if (past.engagedOn() != null
                && past.closedOn() != null
                && past.closedOn().isBefore(past.engagedOn())) {
            throw Refusal.invalid(
                    "closedOn",
                    "It ended before it began. | 结束日期早于开始日期。",
                    "Correct one of the two days. | 请更正其中一个日期。");
        }
    }

    private static void refuseImpossible(String field, @Nullable LocalDate day, LocalDate today) {
        if (day != null && (day.isBefore(EARLIEST) || day.isAfter(today))) {
            throw Refusal.invalid(
                    field,
                    "The day %1$s is before 2000 or lies ahead. | 日期%1$s早于2000年或在未来。"
                            .formatted(day),
                    "Give a day from 2000 on that is past. | 请填写2000年以后且不晚于今天的日期。");
        }
    }
}
