package dev.innkeeper.customer;

import dev.innkeeper.common.Contact;
import dev.innkeeper.common.Money;
import dev.innkeeper.common.Tier;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Table;

/** A customer, kept by id. */
@Table("customer")
record Customer(
        @Id String id,
        @Version @Nullable Integer version,
        @Embedded.Empty(prefix = "contact_") Contact contact,
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
        @Nullable String mergedInto,
        @Nullable Instant erasedAt) {

    static Customer firstSeen(String id, Contact contact, Tier tier, Instant now) {
        return new Customer(
                id, null, contact, tier, null, now, 0, 0, null, null, null, null, null, false, null,
                null);
    }

    Customer withTier(Tier newTier, String by) {
        return new Customer(
                id,
                version,
                contact,
                newTier,
                by,
                firstSeenAt,
                complaints,
                openComplaints,
                lastComplaintAt,
                lastSatisfied,
                lastSatisfiedAt,
                creditLimit,
                creditScore,
                creditHold,
                mergedInto,
                erasedAt);
    }

    Customer withCredit(Credit credit) {
        return new Customer(
                id,
                version,
                contact,
                tier,
                tierSetBy,
                firstSeenAt,
                complaints,
                openComplaints,
                lastComplaintAt,
                lastSatisfied,
                lastSatisfiedAt,
                credit.limit(),
                credit.score(),
                credit.hold(),
                mergedInto,
                erasedAt);
    }

    CustomerView view() {
        return new CustomerView(
                id,
                contact,
                tier,
                tierSetBy,
                firstSeenAt,
                complaints,
                openComplaints,
                lastComplaintAt,
                lastSatisfied,
                lastSatisfiedAt,
                creditLimit,
                creditScore,
                creditHold,
                version == null ? 0 : version);
    }
}
