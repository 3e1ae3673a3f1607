package dev.innkeeper.customer;

import dev.innkeeper.casefile.CasefileProperties;
import dev.innkeeper.common.Contact;
import dev.innkeeper.common.Texts;
import dev.innkeeper.common.Utc;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Customers as another system keeps them, taken many at once. A row is recognised by the id there,
 * then by registration number, telephone, e-mail and WeChat id; what it says replaces what the file
 * says, and what it does not say stays. Two rows of one system with one telephone are two
 * customers, who are hinted at as perhaps the same.
 */
@Service
@Transactional
public class CustomerHistory {

    private static final int EXTERNAL_ID = 100;
    private static final int REGISTRATION = 40;
    private static final int PREFERENCES = 4_000;

    private final PastCustomers customers;
    private final CustomerContacts contacts;
    private final JdbcTemplate jdbc;
    private final NamedParameterJdbcTemplate named;
    private final Clock clock;
    private final CasefileProperties properties;

    CustomerHistory(
            PastCustomers customers,
            CustomerContacts contacts,
            JdbcTemplate jdbc,
            NamedParameterJdbcTemplate named,
            Clock clock,
            CasefileProperties properties) {
        this.customers = customers;
        this.contacts = contacts;
        this.jdbc = jdbc;
        this.named = named;
        this.clock = clock;
        this.properties = properties;
    }

    /** A key that a customer gave and another one has. */
    private record Clash(ContactKey key, PastProfile giver) {}

    /**
     * Takes the rows that can be taken.
     *
     * @return what became of each, in their order
     * @throws org.springframework.dao.DuplicateKeyException where somebody entered one of them at
     *     the same moment: to be done again
     */
    public List<PastRow> take(List<PastCustomer> rows, PastSource source) {
        source.by().refuseAuditor();
        LocalDate today = LocalDate.ofInstant(clock.instant(), properties.zone());
        PastRows<PastCustomer> checked = new PastRows<>(rows, row -> checked(row, today));
        Set<ContactKey> keys = new LinkedHashSet<>();
        checked.say(row -> keys.addAll(keys(row, source).keySet()));
        Map<ContactKey, PastProfile> byKey = profiles(keys);
        Set<PastProfile> touched = new LinkedHashSet<>();
        List<Clash> clashes = new ArrayList<>();
        List<PastRow> outcomes = checked.lay(row -> lay(row, source, byKey, touched, clashes));
        write(touched, clashes, source);
        return outcomes;
    }

    private static PastCustomer checked(PastCustomer row, LocalDate today) {
        Contact contact = CustomerDesk.checked(row.contact());
        String id = Texts.required("externalId", row.externalId(), EXTERNAL_ID);
        return new PastCustomer(
                id,
                contact,
                Texts.orNull("registrationNumber", row.registrationNumber(), REGISTRATION),
                row.bornOn() == null ? null : LedgerDays.notAhead("bornOn", row.bornOn(), today),
                row.firstSeenOn() == null
                        ? null
                        : LedgerDays.notAhead("firstSeenOn", row.firstSeenOn(), today),
                Texts.orNull("preferences", row.preferences(), PREFERENCES));
    }

    /** What the customer is recognised by, the surest first, as it was written. */
    private static Map<ContactKey, String> keys(PastCustomer row, PastSource source) {
        Map<ContactKey, String> keys = new LinkedHashMap<>();
        keys.put(ContactKey.ofExternal(source.system(), row.externalId()), row.externalId());
        String registration = row.registrationNumber();
        if (registration != null) {
            ContactKey.ofRegistration(registration).forEach(key -> keys.put(key, registration));
        }
        for (ContactKey key : ContactKey.of(row.contact())) {
            String written =
                    switch (key.kind()) {
                        case PHONE -> row.contact().phone();
                        case EMAIL -> row.contact().email();
                        default -> row.contact().weChat();
                    };
            keys.put(key, Objects.requireNonNull(written));
        }
        return keys;
    }

    private static PastRow lay(
            PastCustomer row,
            PastSource source,
            Map<ContactKey, PastProfile> byKey,
            Set<PastProfile> touched,
            List<Clash> clashes) {
        Map<ContactKey, String> keys = keys(row, source);
        ContactKey external = ContactKey.ofExternal(source.system(), row.externalId());
        PastProfile profile = byKey.get(external);
        if (profile == null) {
            profile =
                    keys.keySet().stream()
                            .map(byKey::get)
                            .filter(Objects::nonNull)
                            .filter(found -> !found.isErased())
                            .filter(found -> found.idsIn(source.system()) == 0)
                            .findFirst()
                            .orElse(null);
        }
        boolean isNew = profile == null;
        if (profile == null) {
            profile = PastProfile.entered(null, Contact.NOBODY, null);
        }
        if (profile.isErased()) {
            return PastRow.refused(LedgerCustomers.erased());
        }
        boolean learnt = false;
        for (Map.Entry<ContactKey, String> key : keys.entrySet()) {
            PastProfile holder = byKey.putIfAbsent(key.getKey(), profile);
            if (holder == null) {
                profile.claim(key.getKey(), key.getValue());
                learnt = true;
            } else if (holder != profile) {
                clashes.add(new Clash(key.getKey(), profile));
            }
        }
        boolean changed = profile.lay(row, profile.idsIn(source.system()) > 1);
        if (isNew && profile.contact().name() == null && profile.contact().company() == null) {
            profile.nameless(row.externalId());
        }
        touched.add(profile);
        if (isNew) {
            return PastRow.TAKEN;
        }
        return learnt || changed ? PastRow.CHANGED : PastRow.UNCHANGED;
    }

    private Map<ContactKey, PastProfile> profiles(Set<ContactKey> keys) {
        Map<ContactKey, PastProfile> byKey = new HashMap<>();
        List<CustomerContacts.Holder> holders = contacts.find(List.copyOf(keys));
        if (holders.isEmpty()) {
            return byKey;
        }
        Set<String> ids = new HashSet<>();
        holders.forEach(holder -> ids.add(holder.customerId()));
        Map<String, PastProfile> byId = new HashMap<>();
        named.query(
                """
                SELECT id, contact_name, contact_company, contact_phone, contact_email,
                    contact_we_chat, registration_number, born_on, first_seen_at, preferences,
                    erased_at IS NOT NULL AS erased
                FROM customer WHERE id IN (:ids)
                """,
                Map.of("ids", ids),
                row -> {
                    String id = row.getString("id");
                    byId.put(
                            id,
                            PastProfile.there(
                                    id,
                                    row.getBoolean("erased"),
                                    new Contact(
                                            row.getString("contact_name"),
                                            row.getString("contact_company"),
                                            row.getString("contact_phone"),
                                            row.getString("contact_email"),
                                            row.getString("contact_we_chat")),
                                    row.getString("registration_number"),
                                    row.getObject("born_on", LocalDate.class),
                                    LocalDate.ofInstant(
                                            Utc.read(row, "first_seen_at"), properties.zone()),
                                    row.getString("preferences")));
                });
        named.query(
                """
                SELECT customer_id, contact FROM customer_contact
                WHERE customer_id IN (:ids) AND kind = 'EXTERNAL'
                """,
                Map.of("ids", ids),
                row -> {
                    byId.get(row.getString("customer_id"))
                            .external(
                                    new ContactKey(
                                            ContactKey.Kind.EXTERNAL, row.getString("contact")));
                });
        holders.forEach(holder -> byKey.put(holder.key(), byId.get(holder.customerId())));
        return byKey;
    }

    private void write(Collection<PastProfile> touched, List<Clash> clashes, PastSource source) {
        Instant now = clock.instant();
        List<PastProfile> entered = touched.stream().filter(each -> !each.isThere()).toList();
        List<String> ids = customers.newIds(entered.size());
        for (int place = 0; place < entered.size(); place++) {
            entered.get(place).id(ids.get(place));
        }
        customers.insert(entered, source, now, properties.zone());
        List<PastProfile> there = touched.stream().filter(PastProfile::isThere).toList();
        customers.claim(there);
        List<PastProfile> changed = there.stream().filter(PastProfile::isChanged).toList();
        jdbc.batchUpdate(
                """
                UPDATE customer SET version = version + 1, contact_name = ?, contact_company = ?,
                    contact_phone = ?, contact_email = ?, contact_we_chat = ?,
                    registration_number = ?, born_on = ?, preferences = ?,
                    first_seen_at = COALESCE(?, first_seen_at)
                WHERE id = ?
                """,
                changed.stream()
                        .map(
                                profile ->
                                        new @Nullable Object[] {
                                            profile.contact().name(),
                                            profile.contact().company(),
                                            profile.contact().phone(),
                                            profile.contact().email(),
                                            profile.contact().weChat(),
                                            profile.registrationNumber(),
                                            profile.bornOn(),
                                            profile.preferences(),
                                            Utc.ofNullable(earlier(profile)),
                                            profile.id()
                                        })
                        .toList());
        customers.note(
                changed,
                "CUSTOMER_CHANGED",
                "Changed by %1$s | 由%1$s更新".formatted(source.reference()),
                source,
                now);
        ManyRows.insert(
                jdbc,
                "INSERT IGNORE INTO customer_clash (kind, contact, customer_id, at)",
                clashes.stream()
                        .map(
                                clash ->
                                        new @Nullable Object[] {
                                            clash.key().kind().name(),
                                            clash.key().value(),
                                            clash.giver().id(),
                                            Utc.of(now)
                                        })
                        .toList());
    }

    private @Nullable Instant earlier(PastProfile profile) {
        LocalDate day = profile.earlier();
        return day == null ? null : day.atStartOfDay(properties.zone()).toInstant();
    }
}
