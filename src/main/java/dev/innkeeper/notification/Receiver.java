package dev.innkeeper.notification;

import java.util.Locale;

/**
 * A person or a customer whom a mail reaches.
 *
 * @param userId the id at sign-in, or that of the customer
 * @param name the name to greet
 * @param email the address, empty where the person has none
 * @param language {@link Locale#ENGLISH} or {@link Locale#CHINESE}
 */
public record Receiver(String userId, String name, String email, Locale language) {}
