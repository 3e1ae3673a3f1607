package dev.innkeeper.notification;

import java.util.Collection;
import java.util.List;

/** A way out of the machine. */
interface Channel {

    /** The name in the outbox. */
    String name();

    /** Whether it is set up on this node. */
    boolean isOn();

    /** Whether it also reaches customers of the house. */
    default boolean reachesCustomers() {
        return false;
    }

    /** Whom this channel writes to when a notice goes to these. */
    List<Address> receiversOf(Collection<Address> addresses);

    /**
     * Sends to one receiver.
     *
     * @param key the same at every attempt, so that a receiver can tell a repetition
     * @return whether anybody was reached; no where the receiver has no address
     * @throws Exception where it failed and is to be tried again
     */
    boolean send(String key, Address receiver, Notification notification) throws Exception;
}
