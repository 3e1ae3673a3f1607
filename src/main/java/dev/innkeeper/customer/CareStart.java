package dev.innkeeper.customer;

import dev.innkeeper.customer.facts.CareCause;

/**
 * Why the house takes care of a customer.
 *
 * @param customerId the customer
 * @param cause what happened, or did not happen
 * @param period in which the cause counts once: a day, a month or a year
 * @param words what a person said who asked for it; empty where nobody did
 */
public record CareStart(String customerId, CareCause cause, String period, String words) {}
