package dev.innkeeper.customer;

/**
 * What the customer answers to an offer.
 *
 * @param accepted yes or no
 * @param words what the customer said; may be empty
 */
public record CareAnswer(boolean accepted, String words) {}
