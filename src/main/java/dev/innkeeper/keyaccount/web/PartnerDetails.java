package dev.innkeeper.keyaccount.web;

import dev.innkeeper.api.GroupCheck;
import dev.innkeeper.common.Actor;
import dev.innkeeper.common.Contact;
import dev.innkeeper.keyaccount.AuditFindingView;
import dev.innkeeper.keyaccount.PartnerFile;
import dev.innkeeper.keyaccount.PartnerRights;
import dev.innkeeper.keyaccount.PartnerView;
import dev.innkeeper.keyaccount.facts.PartnerKind;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything about one partner, as far as the reader's groups need it. */
@Schema(name = "Partner", description = "A partner with prospects, rewards and audit findings")
record PartnerDetails(
        @Schema(example = "PAR-000012") String id,
        PartnerKind kind,
        String name,
        @Schema(description = "Null where nothing was said, or where `contactHidden`")
                @Nullable Reach contact,
        @Schema(description = "Your groups do not see how partners are reached")
                boolean contactHidden,
        @Schema(description = "Null where your groups do not see accounts") @Nullable String payTo,
        boolean ourEmployee,
        boolean customersEmployee,
        String employeeWords,
        String note,
        String registeredBy,
        Instant registeredAt,
        @Schema(description = "An audit finding about the partner is open") boolean openFinding,
        @Schema(description = "The latest first, at most 200")
                List<RegistrationDetails> registrations,
        @Schema(description = "The latest first, at most 200") List<RewardRowView> rewards,
        List<FindingDetails> findings,
        String href) {

    @Schema(name = "PartnerReach")
    record Reach(
            @Nullable String name,
            @Nullable String company,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String weChat) {

        static @Nullable Reach of(Contact contact) {
            return contact.equals(Contact.NOBODY)
                    ? null
                    : new Reach(
                            contact.name(),
                            contact.company(),
                            contact.phone(),
                            contact.email(),
                            contact.weChat());
        }
    }

    static PartnerDetails of(PartnerFile file, Actor by) {
        PartnerView partner = file.partner();
        boolean seesContact = GroupCheck.isIn(by, PartnerRights.SEE_CONTACTS);
        return new PartnerDetails(
                partner.id(),
                partner.kind(),
                partner.name(),
                seesContact ? Reach.of(partner.contact()) : null,
                !seesContact && !partner.contact().equals(Contact.NOBODY),
                GroupCheck.isIn(by, PartnerRights.SEE_ACCOUNTS) ? partner.payTo() : null,
                partner.ourEmployee(),
                partner.customersEmployee(),
                partner.employeeWords(),
                partner.note(),
                partner.registeredBy(),
                partner.registeredAt(),
                file.findings().stream().anyMatch(AuditFindingView::isOpen),
                file.registrations().stream().map(RegistrationDetails::of).toList(),
                file.rewards().stream().map(RewardRowView::of).toList(),
                file.findings().stream().map(FindingDetails::of).toList(),
                PartnerLinks.partner(partner.id()));
    }
}
