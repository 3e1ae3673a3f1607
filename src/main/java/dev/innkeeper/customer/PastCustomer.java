package dev.innkeeper.customer;

import dev.innkeeper.common.Contact;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A customer as another system keeps it; what is null says nothing.
 *
 * @param externalId the id there, 1 to 100 characters
 * @param contact name and contacts
 * @param registrationNumber the number under which the company is registered, at most 40 characters
 * @param bornOn the birthday
 * @param firstSeenOn the day on which the house saw the customer first
 * @param preferences what the customer likes, at most 4,000 characters
 */
public record PastCustomer(
        String externalId,
        Contact contact,
        @Nullable String registrationNumber,
        @Nullable LocalDate bornOn,
        @Nullable LocalDate firstSeenOn,
        @Nullable String preferences) {}
