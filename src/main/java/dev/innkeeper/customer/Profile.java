package dev.innkeeper.customer;

import dev.innkeeper.common.Language;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person enters of a customer; the whole of it, so that what is left out goes.
 *
 * @param registrationNumber of the company, such as a unified social credit code
 * @param language in which the customer is written to, or null where it was not said
 * @param birthday kept for greetings, only with consent to them
 * @param preferences what the customer likes, only with consent to profiling; may be empty
 * @param strategicAs why a new customer is worth an effort, or null
 * @param contacts the ways to reach the customer, the first of a kind counts most
 */
public record Profile(
        @Nullable String name,
        @Nullable String company,
        @Nullable String registrationNumber,
        @Nullable Language language,
        @Nullable LocalDate birthday,
        String preferences,
        @Nullable StrategicMark strategicAs,
        List<ContactWay> contacts) {

    /** Copies the contacts. */
    public Profile {
        contacts = List.copyOf(contacts);
    }
}
