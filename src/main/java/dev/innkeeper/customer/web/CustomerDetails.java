package dev.innkeeper.customer.web;

import dev.innkeeper.common.Language;
import dev.innkeeper.common.Tier;
import dev.innkeeper.customer.CustomerChange;
import dev.innkeeper.customer.CustomerView;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A customer; name and contacts are null for groups that do not need them. */
@Schema(name = "Customer", description = "A customer with what happened to the file")
record CustomerDetails(
        @Schema(example = "CUS-000123") String id,
        @Nullable String name,
        @Nullable String company,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String weChat,
        @Schema(description = "Your groups do not see who the customer is") boolean contactHidden,
        Tier tier,
        @Nullable String tierSetBy,
        Instant firstSeenAt,
        @Schema(description = "Complaints so far, linked ones counted") int complaints,
        int openComplaints,
        @Nullable Instant lastComplaintAt,
        @Schema(description = "What the guest said at the last callback that reached them")
                @Nullable Boolean lastSatisfied,
        @Nullable Instant lastSatisfiedAt,
        @Schema(
                        description =
                                "The credit that the house grants; null for groups that do not see"
                                        + " it")
                @Nullable Credit credit,
        @Schema(description = "What happened to the file, oldest first; empty in lists")
                List<Change> timeLine,
        String complaintsHref,
        String href) {

    @Schema(name = "Credit")
    record Credit(
            @Schema(description = "In CNY, null where none is set") @Nullable BigDecimal limit,
            @Schema(description = "0 to 100, null where it was not judged") @Nullable Integer score,
            @Schema(description = "No more credit for now") boolean hold) {}

    @Schema(name = "CustomerChange")
    record Change(Instant at, String by, String event, String what, String note) {}

    static CustomerDetails of(
            CustomerView customer,
            List<CustomerChange> timeLine,
            boolean seesContact,
            boolean seesCredit,
            Language language) {
        return new CustomerDetails(
                customer.id(),
                seesContact ? customer.contact().name() : null,
                seesContact ? customer.contact().company() : null,
                seesContact ? customer.contact().phone() : null,
                seesContact ? customer.contact().email() : null,
                seesContact ? customer.contact().weChat() : null,
                !seesContact,
                customer.tier(),
                customer.tierSetBy(),
                customer.firstSeenAt(),
                customer.complaints(),
                customer.openComplaints(),
                customer.lastComplaintAt(),
                customer.lastSatisfied(),
                customer.lastSatisfiedAt(),
                seesCredit
                        ? new Credit(
                                customer.creditLimit() == null
                                        ? null
                                        : customer.creditLimit().amount(),
                                customer.creditScore(),
                                customer.creditHold())
                        : null,
                timeLine.stream()
                        .map(
                                change ->
                                        new Change(
                                                change.at(),
                                                change.by(),
                                                change.event(),
                                                language.of(change.what()),
                                                change.note()))
                        .toList(),
                "/api/complaints?customerId=" + customer.id(),
                "/api/customers/" + customer.id());
    }
}
