package dev.innkeeper.customer.web;

import dev.innkeeper.common.Actor;
import dev.innkeeper.common.Language;
import dev.innkeeper.common.Tier;
import dev.innkeeper.customer.CustomerChange;
import dev.innkeeper.customer.CustomerFile;
import dev.innkeeper.customer.CustomerView;
import dev.innkeeper.customer.FileSection;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
        @Schema(
                        description =
                                "What happened to the file, the latest 20, oldest first; empty in"
                                        + " lists")
                List<Change> timeLine,
        @Schema(description = "All that happened to the file") String timeLineHref,
        String complaintsHref,
        @Schema(description = "Send it with a change: who was first is then not overwritten")
                long version,
        @Schema(description = "When the person was erased on request") @Nullable Instant erasedAt,
        @Schema(description = "The customers that were merged into this one; null in lists")
                @Nullable List<Merged> merged,
        @Schema(
                        description =
                                "All that is known, by the name of the section; null in lists and"
                                        + " after a change")
                @Nullable Map<String, FileSectionView> sections,
        String href) {

    @Schema(name = "Credit")
    record Credit(
            @Schema(description = "In CNY, null where none is set") @Nullable BigDecimal limit,
            @Schema(description = "0 to 100, null where it was not judged") @Nullable Integer score,
            @Schema(description = "No more credit for now") boolean hold) {}

    @Schema(name = "CustomerChange")
    record Change(Instant at, String by, String event, String what, String note) {

        static Change of(CustomerChange change, Language language) {
            return new Change(
                    change.at(),
                    change.by(),
                    change.event(),
                    language.of(change.what()),
                    note(change, language));
        }

        /** The service gives its reasons in both languages, a line each; people write in one. */
        private static String note(CustomerChange change, Language language) {
            return change.by().equals(Actor.SYSTEM.userId())
                    ? change.note().lines().map(language::of).collect(Collectors.joining("\n"))
                    : change.note();
        }
    }

    @Schema(name = "MergedCustomer")
    record Merged(
            @Schema(example = "CUS-000124") String id,
            @Schema(description = "The merge, by which it can be undone") String mergeHref,
            Instant at,
            String by) {}

    /** The whole file. */
    static CustomerDetails of(CustomerFile file, Actor by, Language language) {
        CustomerView customer = file.customer();
        Map<String, FileSectionView> sections = new LinkedHashMap<>();
        file.sections()
                .forEach(
                        section ->
                                sections.put(
                                        section.section().key(),
                                        FileSectionView.of(section, address(customer), language)));
        return of(
                customer,
                file.timeLine().items(),
                by,
                language,
                file.erasedAt(),
                file.merged().stream()
                        .map(
                                merged ->
                                        new Merged(
                                                merged.id(),
                                                "/api/customers/merges/" + merged.merge(),
                                                merged.at(),
                                                merged.by()))
                        .toList(),
                sections);
    }

    /** The customer as in lists and after a change. */
    static CustomerDetails of(
            CustomerView customer, List<CustomerChange> timeLine, Actor by, Language language) {
        return of(customer, timeLine, by, language, null, null, null);
    }

    private static String address(CustomerView customer) {
        return "/api/customers/" + customer.id();
    }

    private static CustomerDetails of(
            CustomerView customer,
            List<CustomerChange> timeLine,
            Actor by,
            Language language,
            @Nullable Instant erasedAt,
            @Nullable List<Merged> merged,
            @Nullable Map<String, FileSectionView> sections) {
        boolean seesContact = FileSection.CONTACTS.isShownTo(by);
        boolean seesCredit = FileSection.CREDIT.isShownTo(by);
        return new CustomerDetails(
                customer.id(),
                seesContact ? customer.contact().name() : null,
                seesContact || FileSection.COMPANY.isShownTo(by)
                        ? customer.contact().company()
                        : null,
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
                timeLine.stream().map(change -> Change.of(change, language)).toList(),
                address(customer) + "/time-line",
                "/api/complaints?customerId=" + customer.id(),
                customer.version(),
                erasedAt,
                merged,
                sections,
                address(customer));
    }
}
