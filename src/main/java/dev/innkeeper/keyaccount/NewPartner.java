package dev.innkeeper.keyaccount;

import dev.innkeeper.common.Contact;
import dev.innkeeper.keyaccount.facts.PartnerKind;

/**
 * A partner as somebody of the house registers one.
 *
 * @param kind informant, agent or intermediary
 * @param name the person or the firm
 * @param contact how to reach them
 * @param payTo the account to which rewards are paid, in words, or empty
 * @param ourEmployee one of our own employees
 * @param customersEmployee an employee of a customer
 * @param employeeWords whose, and as what; needed where one of the two is so
 * @param note anything else, or empty
 */
public record NewPartner(
        PartnerKind kind,
        String name,
        Contact contact,
        String payTo,
        boolean ourEmployee,
        boolean customersEmployee,
        String employeeWords,
        String note) {}
