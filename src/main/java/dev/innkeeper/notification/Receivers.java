package dev.innkeeper.notification;

import java.util.Optional;

/** Where people are reached and in which language. */
public interface Receivers {

    /** The person with this id, or empty where there is none (any more). */
    Optional<Receiver> find(String userId);
}
