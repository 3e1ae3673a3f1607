package dev.innkeeper.keyaccount;

import dev.innkeeper.casefile.CaseLink;
import dev.innkeeper.casefile.CaseLinks;
import dev.innkeeper.casefile.CaseNumbers;
import dev.innkeeper.common.Actor;
import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Contact;
import dev.innkeeper.common.Group;
import dev.innkeeper.common.Phrase;
import dev.innkeeper.common.Refusal;
import dev.innkeeper.common.Texts;
import dev.innkeeper.customer.CustomerDesk;
import dev.innkeeper.decision.Decided;
import dev.innkeeper.keyaccount.facts.LeadCollision;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes leads in. */
@Component
class DealReception {

    static final int LONGEST_WORDS = 4_000;
    private static final int LONGEST_EXTERNAL_ID = 200;
    private static final int LONGEST_PRODUCT = 100;
    private static final int LONGEST_USER = 64;
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    private final DealFiles files;
    private final DealJudgements judgements;
    private final Deals deals;
    private final CustomerDesk customers;
    private final CaseNumbers numbers;
    private final CaseLinks links;
    private final Clock clock;

    DealReception(
            DealFiles files,
            DealJudgements judgements,
            Deals deals,
            CustomerDesk customers,
            CaseNumbers numbers,
            CaseLinks links,
            Clock clock) {
        this.files = files;
        this.judgements = judgements;
        this.deals = deals;
        this.customers = customers;
        this.numbers = numbers;
        this.links = links;
        this.clock = clock;
    }

    LeadTaken register(Lead lead, Actor by) {
        by.refuseAuditor();
        Instant now = clock.instant();
        Origin origin = checked(lead, by, now);
        CaseNumber number = numbers.next(CaseNumbers.Kind.DEAL);
        Deal deal = Deal.received(number, lead, origin);
        DealFile file = files.create(deal, now, by);
        file.note("LEAD_RECEIVED", Phrase.both("Lead received", "收到线索"), "");
        Optional<Decided<LeadCollision>> collision =
                judgements.collision(deal).filter(decided -> decided.result().linked());
        if (collision.isPresent()) {
            return join(file, collision.get());
        }
        file.tell(
                "deal.lead",
                Map.of("customer", customer(origin.contact()), "product", origin.product()),
                Set.of(Group.CUSTOMER_INFORMATION));
        file.publish(
                new LeadRegistered(
                        number, origin.customerId(), origin.registeredAt(), origin.partnerId()));
        files.save(file, null);
        return new LeadTaken(number, null);
    }

    private LeadTaken join(DealFile file, Decided<LeadCollision> collision) {
        CaseNumber number = file.number();
        CaseNumber first = new CaseNumber(collision.result().number());
        file.deal().link(first);
        file.judged(
                "LEAD_LINKED", Phrase.both("Handled in " + first, "并入" + first + "处理"), collision);
        files.save(file, null);
        links.add(number, CaseLink.Kind.HANDLED_IN, first, file.now());
        DealFile earlier = files.open(first, Actor.SYSTEM);
        earlier.judged(
                "LEAD_JOINED",
                Phrase.both(
                        "Another lead of this customer came in: " + number, "该客户又有线索：" + number),
                collision);
        String owner = earlier.deal().owner();
        earlier.tell(
                "deal.collision",
                Map.of("other", number.value(), "by", file.by().userId()),
                owner == null ? Set.of(Group.CUSTOMER_INFORMATION) : Set.of(),
                owner == null ? Set.of() : Set.of(owner));
        files.log(earlier);
        return new LeadTaken(number, first);
    }

    /** The lead as it is kept; its customer is known, or entered. */
    Origin checked(Lead lead, Actor by, Instant now) {
        Instant received = lead.receivedAt() == null ? now : lead.receivedAt();
        if (received.isAfter(now.plus(CLOCKS_DIFFER)) || received.isBefore(EARLIEST)) {
            throw Refusal.invalid(
                    "receivedAt",
                    "The lead cannot have come then. | 线索不可能在该时间收到。",
                    "Give a date from 2000 on that is not in the future, or leave it out. |"
                            + " 请填写2000年以后且不晚于现在的日期，或留空。");
        }
        String externalId = Texts.orNull("externalId", lead.externalId(), LONGEST_EXTERNAL_ID);
        if (externalId != null && deals.numberOf(by.userId(), externalId).isPresent()) {
            throw DealFiles.repeated(null);
        }
        Texts.orNull("owner", lead.owner(), LONGEST_USER);
        Contact contact = CustomerDesk.checked(lead.contact());
        return new Origin(
                externalId,
                by.userId(),
                received,
                lead.source(),
                Texts.orNull("partnerId", lead.partnerId(), LONGEST_USER),
                customer(lead.customerId(), contact, by),
                contact,
                Texts.optional("product", lead.product(), LONGEST_PRODUCT),
                Texts.optional("words", lead.words(), LONGEST_WORDS));
    }

    private String customer(@Nullable String id, Contact contact, Actor by) {
        if (id != null) {
            return customers.read(id).id();
        }
        return customers
                .recogniseAccount(contact, by)
                .orElseThrow(
                        () ->
                                Refusal.invalid(
                                        "contact",
                                        "There is nothing to recognise the customer by. |"
                                                + " 没有可识别客户的信息。",
                                        "Give the customer's id, a company, a phone number, an"
                                                + " e-mail address or a WeChat id. |"
                                                + " 请填写客户编号、公司、电话、电子邮箱或微信号。"));
    }

    private static String customer(Contact contact) {
        String company = contact.company();
        String name = contact.name();
        return company != null ? company : name != null ? name : "-";
    }
}
