package dev.innkeeper.customer;

import dev.innkeeper.common.Actor;
import dev.innkeeper.common.Group;
import dev.innkeeper.common.Labelled;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The sections of a customer's file, in the order in which they are read, each with the groups that
 * need it. This is the one table of who sees what of a customer.
 */
public enum FileSection implements Labelled {
    /** Names and how to reach the customer: for those who speak with customers. */
    CONTACTS(
            "Contacts",
            "联系方式",
            Group.LOBBY_SERVICE,
            Group.ROOMS_SERVICE,
            Group.BANQUET_SERVICE,
            Group.KEY_ACCOUNT_SERVICE,
            Group.CALL_CENTRE,
            Group.CUSTOMER_INFORMATION,
            Group.SALES,
            Group.SUPERVISOR,
            Group.CUSTOMER_SERVICE_MANAGER,
            Group.GENERAL_MANAGER,
            Group.AUDITOR),
    /** Whom a bill is made out to: for those who sell to companies, bill them, or answer for it. */
    COMPANY(
            "Company",
            "单位",
            Group.KEY_ACCOUNT_SERVICE,
            Group.CUSTOMER_INFORMATION,
            Group.SALES,
            Group.FINANCE,
            Group.SUPERVISOR,
            Group.CUSTOMER_SERVICE_MANAGER,
            Group.GENERAL_MANAGER,
            Group.AUDITOR),
    /** Birthday, language and what the customer likes: for those who serve the customer. */
    PROFILE(
            "Profile",
            "客户资料",
            Group.LOBBY_SERVICE,
            Group.ROOMS_SERVICE,
            Group.BANQUET_SERVICE,
            Group.KEY_ACCOUNT_SERVICE,
            Group.CALL_CENTRE,
            Group.CUSTOMER_INFORMATION,
            Group.SUPERVISOR,
            Group.CUSTOMER_SERVICE_MANAGER,
            Group.GENERAL_MANAGER,
            Group.AUDITOR),
    /** What the customer agreed to: for those who write to or call customers. */
    CONSENTS(
            "Consents",
            "授权同意",
            Group.KEY_ACCOUNT_SERVICE,
            Group.CALL_CENTRE,
            Group.CUSTOMER_INFORMATION,
            Group.SALES,
            Group.SUPERVISOR,
            Group.CUSTOMER_SERVICE_MANAGER,
            Group.GENERAL_MANAGER,
            Group.AUDITOR),
    /** What the customer is worth: for those who decide on effort and credit. */
    GRADE(
            "Value and life cycle",
            "价值与生命周期",
            Group.KEY_ACCOUNT_SERVICE,
            Group.CUSTOMER_INFORMATION,
            Group.SALES,
            Group.FINANCE,
            Group.SUPERVISOR,
            Group.CUSTOMER_SERVICE_MANAGER,
            Group.GENERAL_MANAGER,
            Group.AUDITOR),
    /** Stays, visits, events and spend: for those who serve and look after customers. */
    STAYS(
            "Stays and spend",
            "入住与消费",
            Group.LOBBY_SERVICE,
            Group.ROOMS_SERVICE,
            Group.BANQUET_SERVICE,
            Group.KEY_ACCOUNT_SERVICE,
            Group.CALL_CENTRE,
            Group.CUSTOMER_INFORMATION,
            Group.SALES,
            Group.SUPERVISOR,
            Group.CUSTOMER_SERVICE_MANAGER,
            Group.GENERAL_MANAGER,
            Group.AUDITOR,
            Group.INTEGRATION),
    /** Invoices: for those who collect, look after accounts, or answer for it. */
    INVOICES(
            "Invoices",
            "账单",
            Group.KEY_ACCOUNT_SERVICE,
            Group.CUSTOMER_INFORMATION,
            Group.SALES,
            Group.FINANCE,
            Group.SUPERVISOR,
            Group.CUSTOMER_SERVICE_MANAGER,
            Group.GENERAL_MANAGER,
            Group.AUDITOR,
            Group.INTEGRATION),
    /** Payments: as invoices. */
    PAYMENTS(
            "Payments",
            "付款",
            Group.KEY_ACCOUNT_SERVICE,
            Group.CUSTOMER_INFORMATION,
            Group.SALES,
            Group.FINANCE,
            Group.SUPERVISOR,
            Group.CUSTOMER_SERVICE_MANAGER,
            Group.GENERAL_MANAGER,
            Group.AUDITOR,
            Group.INTEGRATION),
    /** Complaints: for everybody of the house. */
    COMPLAINTS(
            "Complaints",
            "投诉",
            Group.LOBBY_SERVICE,
            Group.ROOMS_SERVICE,
            Group.BANQUET_SERVICE,
            Group.KEY_ACCOUNT_SERVICE,
            Group.CALL_CENTRE,
            Group.CUSTOMER_INFORMATION,
            Group.SALES,
            Group.FINANCE,
            Group.QUALITY,
            Group.SUPERVISOR,
            Group.CUSTOMER_SERVICE_MANAGER,
            Group.GENERAL_MANAGER,
            Group.AUDITOR,
            Group.INTEGRATION),
    /** Deals: for those who sell, look after key accounts, pay, and answer for it. */
    DEALS(
            "Deals",
            "商机",
            Group.KEY_ACCOUNT_SERVICE,
            Group.CUSTOMER_INFORMATION,
            Group.SALES,
            Group.FINANCE,
            Group.SUPERVISOR,
            Group.CUSTOMER_SERVICE_MANAGER,
            Group.GENERAL_MANAGER,
            Group.AUDITOR,
            Group.INTEGRATION),
    /** Credit terms, present and past: for those who give, use or answer for credit. */
    CREDIT(
            "Credit terms",
            "信用条件",
            Group.KEY_ACCOUNT_SERVICE,
            Group.CUSTOMER_INFORMATION,
            Group.SALES,
            Group.FINANCE,
            Group.CUSTOMER_SERVICE_MANAGER,
            Group.GENERAL_MANAGER,
            Group.AUDITOR,
            Group.INTEGRATION),
    /** Rewards of the partners who brought deals: for those who deal with partners. */
    REWARDS(
            "Partner rewards",
            "合作伙伴奖励",
            Group.KEY_ACCOUNT_SERVICE,
            Group.SALES,
            Group.FINANCE,
            Group.SUPERVISOR,
            Group.CUSTOMER_SERVICE_MANAGER,
            Group.GENERAL_MANAGER,
            Group.AUDITOR,
            Group.INTEGRATION),
    /** Care calls, what was said and offered: for those who speak with customers. */
    CARE(
            "Care calls",
            "客户关怀",
            Group.LOBBY_SERVICE,
            Group.ROOMS_SERVICE,
            Group.BANQUET_SERVICE,
            Group.KEY_ACCOUNT_SERVICE,
            Group.CALL_CENTRE,
            Group.CUSTOMER_INFORMATION,
            Group.SALES,
            Group.SUPERVISOR,
            Group.CUSTOMER_SERVICE_MANAGER,
            Group.GENERAL_MANAGER,
            Group.AUDITOR);

    /** Events of the time line that tell what a section holds. */
    private static final Map<FileSection, Set<String>> EVENTS =
            Map.of(
                    CONSENTS, Set.of("CONSENT_GIVEN", "CONSENT_WITHDRAWN"),
                    GRADE, Set.of("GRADED", "NO_MORE_EFFORT"),
                    INVOICES, Set.of("INVOICE_DISPUTED", "DISPUTE_OVER"),
                    CREDIT, Set.of("CREDIT_SET"));

    private final String english;
    private final String chinese;
    private final Set<Group> readers;

    FileSection(String english, String chinese, Group... readers) {
        this.english = english;
        this.chinese = chinese;
        EnumSet<Group> groups = EnumSet.noneOf(Group.class);
        Collections.addAll(groups, readers);
        this.readers = Collections.unmodifiableSet(groups);
    }

    @Override
    public String english() {
        return english;
    }

    @Override
    public String chinese() {
        return chinese;
    }

    /** The groups that see the section. */
    public Set<Group> readers() {
        return readers;
    }

    /** Whether the actor sees the section. */
    public boolean isShownTo(Actor actor) {
        return actor.groups().stream().anyMatch(readers::contains);
    }

    /** The events of a time line that somebody does not see who does not see their section. */
    static Set<String> eventsHiddenFrom(Actor actor) {
        return EVENTS.entrySet().stream()
                .filter(entry -> !entry.getKey().isShownTo(actor))
                .flatMap(entry -> entry.getValue().stream())
                .collect(Collectors.toSet());
    }

    /** The name in addresses and answers, such as {@code stays}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
