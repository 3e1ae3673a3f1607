package dev.innkeeper.keyaccount;

import dev.innkeeper.casefile.CasefileProperties;
import dev.innkeeper.common.Actor;
import dev.innkeeper.common.Contact;
import dev.innkeeper.common.Page;
import dev.innkeeper.common.Phrase;
import dev.innkeeper.common.Refusal;
import dev.innkeeper.common.Texts;
import dev.innkeeper.customer.CustomerDesk;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Every operation on partners, each one transaction or part of the caller's. */
@Service
@Transactional
public class PartnerDesk {

    private static final int NAME = 200;
    private static final int PAY_TO = 500;
    private static final int EMPLOYEE_WORDS = 500;
    private static final int DOCUMENT = 200;
    private static final int LONGEST_WORDS = 4_000;
    private static final int LONGEST_LIST = 200;

    /** Clocks of callers differ. */
    private static final Duration SKEW = Duration.ofMinutes(10);

    private final Partners partners;
    private final PartnerRecords records;
    private final RewardRecords rewardRecords;
    private final RewardReception reception;
    private final AuditFindings findings;
    private final CustomerDesk customers;
    private final JdbcAggregateTemplate aggregates;
    private final Clock clock;
    private final ZoneId zone;

    PartnerDesk(
            Partners partners,
            PartnerRecords records,
            RewardRecords rewardRecords,
            RewardReception reception,
            AuditFindings findings,
            CustomerDesk customers,
            JdbcAggregateTemplate aggregates,
            Clock clock,
            CasefileProperties properties) {
        this.partners = partners;
        this.records = records;
        this.rewardRecords = rewardRecords;
        this.reception = reception;
        this.findings = findings;
        this.customers = customers;
        this.aggregates = aggregates;
        this.clock = clock;
        this.zone = properties.zone();
    }

    /**
     * Registers a partner.
     *
     * @throws Refusal INVALID where a field is missing or cannot be kept; NOT_NOW where a partner
     *     has the same phone number, e-mail address or WeChat id; FORBIDDEN outside the groups that
     *     enter partners
     */
    public PartnerView register(NewPartner given, Actor by) {
        PartnerRights.mayEnter(by);
        NewPartner partner = checked(given);
        Contact contact = partner.contact();
        partners.reachedBy(contact.phone(), contact.email(), contact.weChat())
                .ifPresent(PartnerDesk::refuseKnown);
        String id = String.format(Locale.ROOT, "PAR-%06d", partners.nextNumber());
        return aggregates
                .insert(Partner.registered(id, partner, by.userId(), clock.instant()))
                .view();
    }

    /**
     * Notes that a partner named a prospect. It counts for the leads that come later, and, where
     * its date is proven, for the open deals whose lead came after that date; for one deal at a
     * time, until that is lost or the reward of it paid.
     *
     * @throws Refusal INVALID where nothing tells who the prospect is, for a date ahead, and for a
     *     past one without proof; NOT_NOW where the partner named the prospect before; FORBIDDEN
     *     outside the groups that enter partners
     */
    public RegistrationView register(String partnerId, NewRegistration given, Actor by) {
        PartnerRights.mayEnter(by);
        load(partnerId);
        Instant now = clock.instant();
        NewRegistration registration =
                new NewRegistration(
                        given.customerId(),
                        CustomerDesk.checked(given.prospect()),
                        given.at(),
                        Texts.optional("proof", given.proof(), LONGEST_WORDS),
                        Texts.optional("proofDocument", given.proofDocument(), DOCUMENT),
                        Texts.required("project", given.project(), LONGEST_WORDS));
        Instant at = at(registration, now);
        String customerId = customer(registration, by);
        refuseRepeated(partnerId, customerId, at);
        RegistrationView entered =
                records.register(partnerId, customerId, registration, at, by.userId(), now);
        if (entered.isBackdated()) {
            reception.joinOpenDeals(entered, by);
        }
        return entered;
    }

    /**
     * The partner.
     *
     * @throws Refusal UNKNOWN where there is none
     */
    @Transactional(readOnly = true)
    public PartnerView read(String id) {
        return load(id);
    }

    /**
     * The partner of this id, or of this name.
     *
     * @throws Refusal UNKNOWN where there is none, REFUSED where several have the name
     */
    @Transactional(readOnly = true)
    public PartnerView find(String idOrName) {
        String text = idOrName.strip();
        if (partners.existsById(text)) {
            return load(text);
        }
        List<String> named = records.named(text);
        if (named.size() > 1) {
            throw Refusal.refused(
                    "partner",
                    "Several partners are called %1$s. | 有多位合作伙伴名为%1$s。".formatted(text),
                    "Give one of the ids %1$s. | 请使用编号：%1$s。".formatted(String.join(", ", named)));
        }
        return named.stream()
                .findFirst()
                .map(this::load)
                .orElseThrow(() -> RewardReception.unknown("partner", text));
    }

    /** All that is known of a partner. */
    @Transactional(readOnly = true)
    public PartnerFile file(String id) {
        PartnerView partner = load(id);
        return new PartnerFile(
                partner,
                records.of(id),
                rewardRecords
                        .find(new RewardFilter(Set.of(), id, null, null), 0, LONGEST_LIST)
                        .items(),
                findings.of(List.of(id)));
    }

    /**
     * A page of the partners that pass the filter, by name.
     *
     * @param offset how many to leave out, from 0
     * @param limit how many to give, 1 to 200
     */
    @Transactional(readOnly = true)
    public Page<PartnerRow> find(PartnerFilter filter, int offset, int limit) {
        return records.find(filter, offset, limit);
    }

    private NewPartner checked(NewPartner given) {
        boolean employee = given.ourEmployee() || given.customersEmployee();
        return new NewPartner(
                given.kind(),
                Texts.required("name", given.name(), NAME),
                CustomerDesk.checked(given.contact()),
                Texts.optional("payTo", given.payTo(), PAY_TO),
                given.ourEmployee(),
                given.customersEmployee(),
                employee
                        ? Texts.required("employeeWords", given.employeeWords(), EMPLOYEE_WORDS)
                        : Texts.optional("employeeWords", given.employeeWords(), EMPLOYEE_WORDS),
                Texts.optional("note", given.note(), LONGEST_WORDS));
    }

    private static Instant at(NewRegistration registration, Instant now) {
        Instant at = registration.at();
        if (at == null) {
            return now;
        }
        if (at.isAfter(now.plus(SKEW))) {
            throw Refusal.invalid(
                    "at",
                    "The registration lies ahead. | 登记时间晚于当前时间。",
                    "Leave the date out for now. | 若为当前登记，请留空。");
        }
        if (at.isBefore(now) && registration.proof().isEmpty()) {
            throw Refusal.invalid(
                    "proof",
                    "A date in the past needs a proof. | 补登以往日期须提供证明。",
                    "Say what proves it, such as the partner's message of that day, or leave the"
                            + " date out. | 请说明依据，例如合作伙伴当日的信息；或将日期留空。");
        }
        return at.isAfter(now) ? now : at;
    }

    private String customer(NewRegistration registration, Actor by) {
        String id = registration.customerId();
        if (id != null) {
            return customers.read(id).id();
        }
        return customers
                .recogniseAccount(registration.prospect(), by)
                .orElseThrow(
                        () ->
                                Refusal.invalid(
                                        "prospect",
                                        "Nothing says who the prospect is. | 未说明潜在客户是谁。",
                                        "Give the company, a phone number, an e-mail address or a"
                                                + " WeChat id, or the id of the customer. |"
                                                + " 请填写公司、电话、电子邮箱、微信号，或客户编号。"));
    }

    private void refuseRepeated(String partnerId, String customerId, Instant at) {
        records.free(customerId).stream()
                .filter(before -> before.partnerId().equals(partnerId))
                .filter(before -> !at.isBefore(before.at()))
                .findFirst()
                .ifPresent(
                        before -> {
                            String since = Phrase.of(before.at(), zone);
                            throw Refusal.notNow(
                                    ("The partner named this prospect on %1$s. |"
                                                    + " 该合作伙伴已于%1$s登记此潜在客户。")
                                            .formatted(since),
                                    "That registration counts; it need not be entered again. |"
                                            + " 该登记有效，无需重复录入。");
                        });
    }

    private static void refuseKnown(String id) {
        throw Refusal.notNow(
                ("Partner %1$s has this phone number, e-mail address or WeChat id already. |"
                                + " 合作伙伴%1$s已使用该电话、电子邮箱或微信号。")
                        .formatted(id),
                "Use that partner. | 请使用该合作伙伴。");
    }

    private PartnerView load(String id) {
        return partners.findById(id)
                .orElseThrow(() -> RewardReception.unknown("partnerId", id))
                .view();
    }
}
