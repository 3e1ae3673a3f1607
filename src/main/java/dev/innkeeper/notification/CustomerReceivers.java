package dev.innkeeper.notification;

import java.util.Optional;

/** Where customers are reached and in which language, read when a mail leaves. */
public interface CustomerReceivers {

    /** The customer with this id; empty where there is none (any more). */
    Optional<Receiver> find(String customerId);
}
