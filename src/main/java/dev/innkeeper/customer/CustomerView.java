package dev.innkeeper.customer;

import dev.innkeeper.common.Contact;
import dev.innkeeper.common.Money;
import dev.innkeeper.common.Tier;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A customer.
 *
 * @param id our id, such as {@code CUS-000123}
 * @param contact name and contacts as given last
 * @param tier how the house keeps the customer
 * @param tierSetBy who set the tier, or null where nobody has
 * @param firstSeenAt when the customer was first entered
 * @param complaints complaints so far, linked ones counted
 * @param openComplaints those still being handled
 * @param lastComplaintAt when the last one was received, or null
 * @param lastSatisfied what the guest said at the last callback that reached them, or null
 * @param lastSatisfiedAt when, or null
 * @param creditLimit the credit that the house grants, in CNY, or null where none is set
 * @param creditScore 0 to 100, or null where none is set
 * @param creditHold no more credit for now
 * @param version grows with every change
 */
public record CustomerView(
        String id,
        Contact contact,
        Tier tier,
        @Nullable String tierSetBy,
        Instant firstSeenAt,
        int complaints,
        int openComplaints,
        @Nullable Instant lastComplaintAt,
        @Nullable Boolean lastSatisfied,
        @Nullable Instant lastSatisfiedAt,
        @Nullable Money creditLimit,
        @Nullable Integer creditScore,
        boolean creditHold,
        long version) {}
