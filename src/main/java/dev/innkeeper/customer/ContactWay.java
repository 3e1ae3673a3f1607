package dev.innkeeper.customer;

/**
 * A way to reach a customer.
 *
 * @param value the number or address as it was given
 * @param preferred the customer wants to be reached so; true for one way at most
 */
public record ContactWay(ContactKind kind, String value, boolean preferred) {}
