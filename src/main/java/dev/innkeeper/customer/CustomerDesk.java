package dev.innkeeper.customer;

import dev.innkeeper.common.Actor;
import dev.innkeeper.common.Contact;
import dev.innkeeper.common.Page;
import dev.innkeeper.common.Tier;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Every operation on customers. */
@Service
public class CustomerDesk {

    /**
     * The customer.
     *
     * @throws dev.innkeeper.common.Refusal UNKNOWN where there is none
     */
    public CustomerView read(String id) {
        throw new UnsupportedOperationException();
    }

    /**
     * The customers whose name, company, phone, e-mail or WeChat id begins with the text, by name.
     *
     * @param text what to look for; empty for all
     * @param tier only of this tier, or null
     */
    public Page<CustomerView> find(String text, @Nullable Tier tier, int offset, int limit) {
        throw new UnsupportedOperationException();
    }

    /** What happened to the customer's file, oldest first. */
    public List<CustomerChange> timeLine(String id) {
        throw new UnsupportedOperationException();
    }

    /**
     * The customer with this contact: matched by phone, then e-mail, then WeChat id, however these
     * are written; else a new one. Empty where the contact has none of them.
     */
    public Optional<CustomerView> match(Contact contact, Actor by) {
        throw new UnsupportedOperationException();
    }

    /**
     * Enters a customer.
     *
     * @throws dev.innkeeper.common.Refusal NOT_NOW where one has the phone, e-mail or WeChat id
     *     already
     */
    public CustomerView enter(Contact contact, Tier tier, Actor by) {
        throw new UnsupportedOperationException();
    }

    /** Sets the tier; the reason goes to the customer's time line. */
    public CustomerView setTier(String id, Tier tier, String reason, Actor by) {
        throw new UnsupportedOperationException();
    }

    /** Notes that a complaint of the customer was received. */
    public void complaintReceived(String id, Instant receivedAt, boolean handled) {
        throw new UnsupportedOperationException();
    }

    /**
     * Notes that a complaint of the customer is over, and what the guest said at the callback, null
     * where nothing.
     */
    public void complaintOver(String id, @Nullable Boolean satisfied, Instant at) {
        throw new UnsupportedOperationException();
    }
}
