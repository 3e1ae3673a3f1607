package dev.innkeeper.creditreview;

/**
 * What a customer was told of a cut.
 *
 * @param said what was said
 * @param answer what the customer answered; may be empty
 */
public record CreditInformation(String said, String answer) {}
