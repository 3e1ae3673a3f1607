package dev.innkeeper.customer;

import dev.innkeeper.common.Actor;
import dev.innkeeper.common.Contact;
import dev.innkeeper.common.Page;
import dev.innkeeper.common.Refusal;
import dev.innkeeper.common.Texts;
import dev.innkeeper.common.Tier;
import dev.innkeeper.common.Utc;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Every operation on customers, each one transaction or part of the caller's. */
@Service
@Transactional
public class CustomerDesk {

    private static final Tier UNTIL_SET = Tier.PROMISING_SMALL;
    private static final int LONGEST_PAGE = 200;
    private static final int NAME = 200;
    private static final int PHONE = 60;
    private static final int EMAIL = 254;
    private static final int WECHAT = 100;
    private static final int REASON = 4_000;

    private final Customers customers;
    private final CustomerContacts contacts;
    private final JdbcAggregateTemplate aggregates;
    private final Clock clock;

    CustomerDesk(
            Customers customers,
            CustomerContacts contacts,
            JdbcAggregateTemplate aggregates,
            Clock clock) {
        this.customers = customers;
        this.contacts = contacts;
        this.aggregates = aggregates;
        this.clock = clock;
    }

    /**
     * The customer, or the one that it was merged into.
     *
     * @throws Refusal UNKNOWN where there is none
     */
    @Transactional(readOnly = true)
    public CustomerView read(String id) {
        return load(id).view();
    }

    /**
     * Lets pass a customer whose file can be changed.
     *
     * @throws Refusal UNKNOWN where there is none; NOT_NOW where it was merged into another one, or
     *     erased
     */
    @Transactional(readOnly = true)
    public void checkChangeable(String id) {
        changeable(id);
    }

    /**
     * The customers whose name, company, phone, e-mail or WeChat id begins with the text, by name.
     *
     * @param text what to look for; empty for all
     * @param tier only of this tier, or null
     * @param offset how many to leave out, from 0
     * @param limit how many to give, 1 to 200
     */
    @Transactional(readOnly = true)
    public Page<CustomerView> find(String text, @Nullable Tier tier, int offset, int limit) {
        Page<String> page =
                contacts.search(
                        text.strip(),
                        tier,
                        Math.max(offset, 0),
                        Math.min(Math.max(limit, 1), LONGEST_PAGE));
        Map<String, Customer> byId =
                StreamSupport.stream(customers.findAllById(page.items()).spliterator(), false)
                        .collect(Collectors.toMap(Customer::id, Function.identity()));
        return new Page<>(
                page.items().stream().map(byId::get).map(Customer::view).toList(), page.total());
    }

    /** All that happened to the customer's file, oldest first. */
    @Transactional(readOnly = true)
    public List<CustomerChange> timeLine(String id) {
        return contacts.timeLine(load(id).id(), Set.of(), 0, Integer.MAX_VALUE).items();
    }

    /**
     * What happened to the customer's file lately, as far as the reader sees the sections that it
     * happened to, oldest first.
     *
     * @param offset how many of the latest to leave out, from 0
     * @param limit how many to give, 1 to 200
     */
    @Transactional(readOnly = true)
    public Page<CustomerChange> timeLine(String id, Actor by, int offset, int limit) {
        return contacts.timeLine(
                load(id).id(),
                FileSection.eventsHiddenFrom(by),
                offset,
                Math.min(limit, LONGEST_PAGE));
    }

    /**
     * The contact as it is kept.
     *
     * @throws Refusal INVALID where a field cannot be kept
     */
    public static Contact checked(Contact contact) {
        String email = Texts.orNull("email", contact.email(), EMAIL);
        if (email != null && !email.matches("[^@\\s]+@[^@\\s]+")) {
            throw Refusal.invalid(
                    "email",
                    "This is not an e-mail address. | 不是有效的电子邮箱地址。",
                    "Give an address such as guest@example.com, or leave it out. | 请使用如"
                            + " guest@example.com 的地址，或留空。");
        }
        return new Contact(
                Texts.orNull("name", contact.name(), NAME),
                Texts.orNull("company", contact.company(), NAME),
                Texts.orNull("phone", contact.phone(), PHONE),
                email,
                Texts.orNull("weChat", contact.weChat(), WECHAT));
    }

    /**
     * The customer with this contact: matched by phone, then e-mail, then WeChat id, however these
     * are written; else a new one. A customer who is known gets the contacts that were new. Empty
     * where there is nothing to recognise the guest by.
     */
    public Optional<CustomerView> match(Contact contact, Actor by) {
        return recognise(contact, by).map(id -> load(id).view());
    }

    /** Like {@link #match}, for callers who need no more than the id. */
    public Optional<String> recognise(Contact contact, Actor by) {
        Contact given = checked(contact);
        return recognise(given, ContactKey.of(given), by);
    }

    /**
     * The account that a lead or a deal is about: matched by the name of its company before
     * anything else, since people who buy for a company come and go; else as {@link
     * #recognise(Contact, Actor)}.
     */
    public Optional<String> recogniseAccount(Contact contact, Actor by) {
        Contact given = checked(contact);
        List<ContactKey> company = ContactKey.ofCompany(given);
        if (company.isEmpty()) {
            return recognise(given, ContactKey.of(given), by);
        }
        Optional<String> account = recognise(given, company, by);
        account.ifPresent(id -> contacts.claim(id, ContactKey.of(given)));
        return account;
    }

    /**
     * The id under which a customer's file is kept: that of the survivor after a merge.
     *
     * @throws Refusal UNKNOWN where there is no such customer
     */
    @Transactional(readOnly = true)
    public String current(String id) {
        return customers.current(id).orElseThrow(CustomerDesk::unknown);
    }

    /** The customer who has this id in the caller's system, where the house knows one. */
    @Transactional(readOnly = true)
    public Optional<String> lookUp(String externalId) {
        return customers.currentOf(externalId);
    }

    /** The customer with this contact, where the house knows one; changes nothing. */
    @Transactional(readOnly = true)
    public Optional<String> lookUp(Contact contact) {
        return contacts.find(ContactKey.of(checked(contact))).stream()
                .findFirst()
                .map(CustomerContacts.Holder::customerId);
    }

    private Optional<String> recognise(Contact given, List<ContactKey> keys, Actor by) {
        if (keys.isEmpty()) {
            return Optional.empty();
        }
        List<CustomerContacts.Holder> holders = contacts.find(keys);
        if (!holders.isEmpty()) {
            String id = holders.get(0).customerId();
            if (holders.size() < keys.size()
                    || holders.stream().anyMatch(holder -> !holder.customerId().equals(id))) {
                contacts.claim(id, keys);
            }
            return Optional.of(id);
        }
        return Optional.of(
                enterNew(given, UNTIL_SET, keys, by)
                        .map(CustomerView::id)
                        .orElseGet(() -> other(keys)));
    }

    /**
     * Enters a customer.
     *
     * @throws Refusal INVALID without phone, e-mail, WeChat id and company; NOT_NOW where somebody
     *     has one of them already
     */
    public CustomerView enter(Contact contact, Tier tier, Actor by) {
        Contact given = checked(contact);
        List<ContactKey> keys = new ArrayList<>(ContactKey.of(given));
        if (given.name() == null || keys.isEmpty()) {
            // A company without a person is an account, and recognised by its name.
            keys.addAll(ContactKey.ofCompany(given));
        }
        if (keys.isEmpty()) {
            throw Refusal.invalid(
                    "phone",
                    "There is nothing to recognise the customer by. | 没有可识别客户的信息。",
                    "Give a phone number, an e-mail address or a WeChat id. | 请填写电话、电子邮箱或微信号。");
        }
        contacts.find(keys).forEach(CustomerDesk::refuseKnown);
        return enterNew(given, tier, keys, by)
                .orElseThrow(
                        () ->
                                Refusal.notNow(
                                        "Somebody entered this customer at the same moment. |"
                                                + " 他人同时录入了该客户。",
                                        "Look for the customer again. | 请重新查找该客户。"));
    }

    /**
     * Sets the tier; the reason goes to the customer's time line. What a person sets stands for a
     * time before the nightly grading may change it ({@link GradingProperties}).
     *
     * @throws Refusal INVALID without a reason
     */
    public CustomerView setTier(String id, Tier tier, String reason, Actor by) {
        by.refuseAuditor();
        String why = Texts.required("reason", reason, REASON);
        Customer customer = changeable(id);
        Customer changed = customers.save(customer.withTier(tier, by.userId()));
        customers.tierSet(id, Utc.of(clock.instant()));
        note(
                id,
                by,
                "TIER_SET",
                "Tier set from %s to %s | 客户层级由“%s”改为“%s”"
                        .formatted(
                                customer.tier().english().toLowerCase(Locale.ROOT),
                                tier.english().toLowerCase(Locale.ROOT),
                                customer.tier().chinese(),
                                tier.chinese()),
                why);
        return changed.view();
    }

    /**
     * Sets what credit the house grants; the reason goes to the customer's time line.
     *
     * @throws Refusal INVALID without a reason
     */
    public CustomerView setCredit(String id, Credit credit, String reason, Actor by) {
        by.refuseAuditor();
        String why = Texts.required("reason", reason, REASON);
        Customer changed = customers.save(changeable(id).withCredit(credit));
        String limit = credit.limit() == null ? "-" : credit.limit() + " CNY";
        String score = credit.score() == null ? "-" : credit.score().toString();
        note(
                id,
                by,
                "CREDIT_SET",
                "Credit set: limit %1$s, score %2$s%3$s | 信用设定：额度%1$s，评分%2$s%4$s"
                        .formatted(
                                limit,
                                score,
                                credit.hold() ? ", on hold" : "",
                                credit.hold() ? "，已冻结" : ""),
                why);
        return changed.view();
    }

    /**
     * Notes that a complaint of the customer was received and is handled. Until the caller's
     * transaction ends, no other complaint of this customer can be received.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void complaintReceived(String id, Instant receivedAt) {
        if (customers.complaintReceived(id, Utc.of(receivedAt)) == 0) {
            throw new OptimisticLockingFailureException(id + " was merged at the same moment");
        }
    }

    /**
     * Notes that a complaint of the customer is over.
     *
     * @param satisfied what the guest said at the callback, or null where nothing
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void complaintOver(String id, @Nullable Boolean satisfied) {
        customers.complaintOver(id);
        if (satisfied != null) {
            customers.satisfied(id, satisfied, Utc.of(clock.instant()));
        }
    }

    /**
     * Counts the complaints of a customer anew, after some of them have moved.
     *
     * @param complaints how many there are, linked ones counted
     * @param open how many of them are still being handled
     * @param lastAt when the last one was received, or null
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void countComplaints(String id, int complaints, int open, @Nullable Instant lastAt) {
        customers.countComplaints(id, complaints, open, Utc.ofNullable(lastAt));
    }

    private Optional<CustomerView> enterNew(
            Contact contact, Tier tier, List<ContactKey> keys, Actor by) {
        by.refuseAuditor();
        Instant now = clock.instant();
        String id = String.format(Locale.ROOT, "CUS-%06d", customers.nextNumber());
        if (contacts.claim(id, keys) < keys.size()) {
            contacts.release(id);
            return Optional.empty();
        }
        Customer customer = aggregates.insert(Customer.firstSeen(id, contact, tier, now));
        note(id, by, "CUSTOMER_ENTERED", "Customer entered | 客户建档", "");
        return Optional.of(customer.view());
    }

    private String other(List<ContactKey> keys) {
        return contacts.find(keys).stream()
                .findFirst()
                .map(CustomerContacts.Holder::customerId)
                .orElseThrow(
                        () ->
                                Refusal.notNow(
                                        "The customer's file changed at the same moment. |"
                                                + " 客户档案刚被他人更改。",
                                        "Try again. | 请重试。"));
    }

    private void note(String id, Actor by, String event, String what, String why) {
        contacts.note(id, new CustomerChange(clock.instant(), by.userId(), event, what, why));
    }

    private Customer load(String id) {
        Customer found = find(id);
        return found.mergedInto() == null ? found : find(found.mergedInto());
    }

    private Customer changeable(String id) {
        Customer found = find(id);
        if (found.mergedInto() != null) {
            throw Refusal.notNow(
                    "Customer %1$s was merged into %2$s. | 客户%1$s已合并至%2$s。"
                            .formatted(id, found.mergedInto()),
                    "Change %1$s, or undo the merge first. | 请更改%1$s，或先撤销合并。"
                            .formatted(found.mergedInto()));
        }
        if (found.erasedAt() != null) {
            throw Refusal.notNow(
                    "The file of customer %1$s was erased on request. | 客户%1$s的档案已应要求删除。"
                            .formatted(id),
                    "Enter the customer anew where they come again. | 客户再次光临时请重新建档。");
        }
        return found;
    }

    private Customer find(String id) {
        return customers.findById(id).orElseThrow(CustomerDesk::unknown);
    }

    private static Refusal unknown() {
        return Refusal.unknown(
                "customerId",
                "There is no customer with this id. | 没有该编号的客户。",
                "Give an id such as CUS-000123, or leave it out and give a contact. | 请使用如"
                        + " CUS-000123 的编号，或留空并填写联系方式。");
    }

    private static void refuseKnown(CustomerContacts.Holder holder) {
        throw Refusal.notNow(
                ("Customer %1$s has this phone number, e-mail address, WeChat id or company"
                                + " already. | 客户%1$s已使用该电话、电子邮箱、微信号或公司名称。")
                        .formatted(holder.customerId()),
                "Change that customer instead. | 请修改该客户。");
    }
}
