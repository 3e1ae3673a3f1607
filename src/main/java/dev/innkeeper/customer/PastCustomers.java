package dev.innkeeper.customer;

import dev.innkeeper.common.Contact;
import dev.innkeeper.common.Refusal;
import dev.innkeeper.common.Tier;
import dev.innkeeper.common.Utc;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Repository;

/** The customers that rows of the past name, found and entered many at once. */
@Repository
class PastCustomers {

    private static final Pattern OURS = Pattern.compile("CUS-\\d{6,12}");

    private final JdbcTemplate jdbc;
    private final NamedParameterJdbcTemplate named;
    private final CustomerContacts contacts;

    PastCustomers(JdbcTemplate jdbc, NamedParameterJdbcTemplate named, CustomerContacts contacts) {
        this.jdbc = jdbc;
        this.named = named;
        this.contacts = contacts;
    }

    /** A customer as rows name it; one for all rows that name the same. */
    static final class Mention {

        private final String external;
        private Contact contact = Contact.NOBODY;
        private @Nullable LocalDate first;
        private @Nullable LocalDate last;
        private @Nullable String id;
        private @Nullable Refusal refusal;

        Mention(String external) {
            this.external = external;
        }

        /** Our id of the customer; null before one is entered. */
        @Nullable String id() {
            return id;
        }

        /** Why nothing can be entered for this customer, or null. */
        @Nullable Refusal refusal() {
            return refusal;
        }

        /** A row says this of the customer. */
        void says(Contact more) {
            if (contact.equals(Contact.NOBODY)) {
                contact = more;
            }
        }

        /** The house saw the customer on this day. */
        void seen(LocalDate day) {
            first = first == null || day.isBefore(first) ? day : first;
        }

        /** The customer left the house on this day. */
        void left(LocalDate day) {
            last = last == null || day.isAfter(last) ? day : last;
        }

        /** A company that is called as the other system calls it, where nothing else is said. */
        private Contact named() {
            return contact.name() == null && contact.company() == null
                    ? new Contact(null, external, null, null, null)
                    : contact;
        }
    }

    /** The customers with these ids of another system, or of ours; nobody is entered. */
    Map<String, Mention> find(Collection<String> externals, @Nullable String system) {
        Map<String, Mention> mentions = new LinkedHashMap<>();
        externals.forEach(external -> mentions.computeIfAbsent(external, Mention::new));
        Map<ContactKey, Mention> byKey = new HashMap<>();
        Map<String, Mention> byId = new HashMap<>();
        for (Mention mention : mentions.values()) {
            if (OURS.matcher(mention.external).matches()) {
                byId.put(mention.external, mention);
            } else {
                byKey.put(ContactKey.ofExternal(system, mention.external), mention);
            }
        }
        for (CustomerContacts.Holder holder : contacts.find(List.copyOf(byKey.keySet()))) {
            byKey.get(holder.key()).id = holder.customerId();
        }
        findOurs(byId);
        return mentions;
    }

    private void findOurs(Map<String, Mention> byId) {
        if (byId.isEmpty()) {
            return;
        }
        named.query(
                """
                SELECT id, COALESCE(merged_into, id) AS survivor, erased_at IS NOT NULL AS erased
                FROM customer WHERE id IN (:ids)
                """,
                Map.of("ids", byId.keySet()),
                row -> {
                    Mention mention = byId.get(row.getString("id"));
                    mention.id = row.getString("survivor");
                    mention.refusal = row.getBoolean("erased") ? LedgerCustomers.erased() : null;
                });
        byId.values().stream()
                .filter(mention -> mention.id == null)
                .forEach(mention -> mention.refusal = LedgerCustomers.unknown());
    }

    /** Enters those that are not there. */
    void enter(Collection<Mention> mentions, PastSource source, Instant now, ZoneId zone) {
        List<Mention> unknown = mentions.stream().filter(mention -> mention.id == null).toList();
        List<String> ids = newIds(unknown.size());
        List<PastProfile> entered = new ArrayList<>(unknown.size());
        for (int place = 0; place < unknown.size(); place++) {
            Mention mention = unknown.get(place);
            mention.id = ids.get(place);
            PastProfile profile = PastProfile.entered(mention.id, mention.named(), mention.first);
            profile.claim(
                    ContactKey.ofExternal(source.system(), mention.external), mention.external);
            entered.add(profile);
        }
        insert(entered, source, now, zone);
    }

    /** So many new ids. */
    List<String> newIds(int count) {
        List<String> ids = new ArrayList<>(count);
        for (int first = 0; first < count; first += 100) {
            int some = Math.min(100, count - first);
            jdbc.query(
                    "SELECT NEXT VALUE FOR customer_number AS number FROM seq_1_to_" + some,
                    row -> {
                        ids.add(String.format(Locale.ROOT, "CUS-%06d", row.getLong("number")));
                    });
        }
        return ids;
    }

    /** Enters customers with what they are recognised by. */
    void insert(List<PastProfile> profiles, PastSource source, Instant now, ZoneId zone) {
        claim(profiles);
        ManyRows.insert(
                jdbc,
                """
                INSERT INTO customer (id, version, contact_name, contact_company, contact_phone,
                    contact_email, contact_we_chat, tier, first_seen_at, complaints,
                    open_complaints, registration_number, born_on, preferences)
                """,
                profiles.stream()
                        .map(
                                profile ->
                                        new @Nullable Object[] {
                                            profile.id(),
                                            0,
                                            profile.contact().name(),
                                            profile.contact().company(),
                                            profile.contact().phone(),
                                            profile.contact().email(),
                                            profile.contact().weChat(),
                                            Tier.PROMISING_SMALL.name(),
                                            Utc.of(since(profile, now, zone)),
                                            0,
                                            0,
                                            profile.registrationNumber(),
                                            profile.bornOn(),
                                            profile.preferences()
                                        })
                        .toList());
        note(
                profiles,
                "CUSTOMER_ENTERED",
                "Customer entered by %1$s | 由%1$s建档".formatted(source.reference()),
                source,
                now);
    }

    private static Instant since(PastProfile profile, Instant now, ZoneId zone) {
        LocalDate day = profile.firstSeenOn();
        return day == null ? now : day.atStartOfDay(zone).toInstant();
    }

    /** Gives customers the keys that nobody had when they were looked for. */
    void claim(Collection<PastProfile> profiles) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (PastProfile profile : profiles) {
            profile.claims()
                    .forEach(
                            (key, written) ->
                                    rows.add(
                                            new @Nullable Object[] {
                                                key.kind().name(),
                                                key.value(),
                                                profile.id(),
                                                written
                                            }));
        }
        ManyRows.insert(
                jdbc, "INSERT INTO customer_contact (kind, contact, customer_id, written)", rows);
    }

    /** Notes one line on the time lines of all of them. */
    void note(
            Collection<PastProfile> profiles,
            String event,
            String what,
            PastSource source,
            Instant now) {
        ManyRows.insert(
                jdbc,
                "INSERT INTO customer_event (customer_id, at, actor, event, what, note)",
                profiles.stream()
                        .map(
                                profile ->
                                        new @Nullable Object[] {
                                            profile.id(),
                                            Utc.of(now),
                                            source.by().userId(),
                                            event,
                                            what,
                                            profile.note()
                                        })
                        .toList());
    }

    /** Notes when the house saw customers first and last, where rows say it earlier or later. */
    void seen(Collection<Mention> mentions, ZoneId zone) {
        Map<String, Mention> byId = new HashMap<>();
        mentions.stream()
                .filter(mention -> mention.id != null)
                .forEach(mention -> byId.put(mention.id, mention));
        if (byId.isEmpty()) {
            return;
        }
        List<@Nullable Object[]> changes = new ArrayList<>();
        named.query(
                "SELECT id, first_seen_at, last_visit_on FROM customer WHERE id IN (:ids)",
                Map.of("ids", byId.keySet()),
                row -> {
                    Mention mention = byId.get(row.getString("id"));
                    Instant first = Utc.read(row, "first_seen_at");
                    LocalDate last = row.getObject("last_visit_on", LocalDate.class);
                    Instant told =
                            mention.first == null
                                    ? first
                                    : mention.first.atStartOfDay(zone).toInstant();
                    boolean earlier = told.isBefore(first);
                    boolean later =
                            mention.last != null && (last == null || mention.last.isAfter(last));
                    if (earlier || later) {
                        changes.add(
                                new @Nullable Object[] {
                                    Utc.of(earlier ? told : first),
                                    later ? mention.last : last,
                                    mention.id
                                });
                    }
                });
        jdbc.batchUpdate(
                "UPDATE customer SET first_seen_at = ?, last_visit_on = ? WHERE id = ?", changes);
    }
}
