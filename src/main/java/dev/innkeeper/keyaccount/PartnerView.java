package dev.innkeeper.keyaccount;

import dev.innkeeper.common.Contact;
import dev.innkeeper.keyaccount.facts.PartnerKind;
import java.time.Instant;

/**
 * A partner who leads customers to the house.
 *
 * @param id our id, such as {@code PAR-000012}
 * @param kind informant, agent or intermediary: it sets the percentage of a reward
 * @param name the person or the firm
 * @param contact how to reach them
 * @param payTo the account to which rewards are paid, in words, or empty
 * @param ourEmployee one of our own employees, who earns no reward
 * @param customersEmployee an employee of a customer, who earns no reward
 * @param employeeWords whose, and as what, or empty
 * @param note anything else, or empty
 * @param registeredBy who registered them, and so approves no reward of theirs
 * @param registeredAt when
 */
public record PartnerView(
        String id,
        PartnerKind kind,
        String name,
        Contact contact,
        String payTo,
        boolean ourEmployee,
        boolean customersEmployee,
        String employeeWords,
        String note,
        String registeredBy,
        Instant registeredAt) {}
