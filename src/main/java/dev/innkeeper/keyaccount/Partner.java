package dev.innkeeper.keyaccount;

import dev.innkeeper.common.Contact;
import dev.innkeeper.keyaccount.facts.PartnerKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Table;

/** A partner, kept by id. */
@Table("partner")
record Partner(
        @Id String id,
        @Version @Nullable Integer version,
        PartnerKind kind,
        String name,
        @Embedded.Empty(prefix = "contact_") Contact contact,
        String payTo,
        boolean ourEmployee,
        boolean customersEmployee,
        String employeeWords,
        String note,
        String registeredBy,
        Instant registeredAt) {

    static Partner registered(String id, NewPartner partner, String by, Instant now) {
        return new Partner(
                id,
                null,
                partner.kind(),
                partner.name(),
                partner.contact(),
                partner.payTo(),
                partner.ourEmployee(),
                partner.customersEmployee(),
                partner.employeeWords(),
                partner.note(),
                by,
                now);
    }

    PartnerView view() {
        return new PartnerView(
                id,
                kind,
                name,
                contact,
                payTo,
                ourEmployee,
                customersEmployee,
                employeeWords,
                note,
                registeredBy,
                registeredAt);
    }
}
