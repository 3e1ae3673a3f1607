package dev.innkeeper.customer;

import dev.innkeeper.common.Contact;
import dev.innkeeper.common.Language;
import dev.innkeeper.common.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Profiles and consents of customers. */
@Repository
class ProfileRecords {

    private final JdbcClient jdbc;

    ProfileRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A profile as it is kept. */
    record Kept(Profile profile, long version, @Nullable String mergedInto, boolean erased) {}

    Optional<Kept> find(String id) {
        return select(id, "");
    }

    /** Nobody else changes the customer until the caller's transaction ends. */
    Optional<Kept> lock(String id) {
        return select(id, " FOR UPDATE");
    }

    private Optional<Kept> select(String id, String mode) {
        return jdbc.sql(
                        """
                        SELECT version, contact_name, contact_company, contact_phone, contact_email,
                               contact_we_chat, registration_number, language, born_on, preferences,
                               strategic_as, preferred_kind, preferred_contact, merged_into, erased_at
                        FROM customer WHERE id = ?\
                        """
                                + mode)
                .param(id)
                .query((row, n) -> kept(row, keys(id)))
                .optional();
    }

    /** A key with how it was written, if somebody wrote it into the profile. */
    private record Key(ContactKey key, @Nullable String written) {}

    private List<Key> keys(String id) {
        return jdbc.sql(
                        """
                        SELECT kind, contact, written FROM customer_contact
                        WHERE customer_id = ? AND kind IN ('PHONE', 'EMAIL', 'WECHAT')
                        ORDER BY FIELD(kind, 'PHONE', 'EMAIL', 'WECHAT'), contact\
                        """)
                .param(id)
                .query(
                        (row, n) ->
                                new Key(
                                        new ContactKey(
                                                ContactKey.Kind.valueOf(row.getString("kind")),
                                                row.getString("contact")),
                                        row.getString("written")))
                .list();
    }

    private static Kept kept(ResultSet row, List<Key> keys) throws SQLException {
        Contact main =
                new Contact(
                        row.getString("contact_name"),
                        row.getString("contact_company"),
                        row.getString("contact_phone"),
                        row.getString("contact_email"),
                        row.getString("contact_we_chat"));
        String preferredKind = row.getString("preferred_kind");
        String preferred = row.getString("preferred_contact");
        List<ContactKey> first = ContactKey.of(main);
        List<ContactWay> ways = new ArrayList<>();
        for (Key key : keys) {
            boolean isMain = first.contains(key.key());
            ContactWay way =
                    new ContactWay(
                            key.key().kind().asContact(),
                            written(key, isMain ? main : Contact.NOBODY),
                            key.key().kind().name().equals(preferredKind)
                                    && key.key().value().equals(preferred));
            ways.add(isMain ? firstOfKind(ways, way.kind()) : ways.size(), way);
        }
        String language = row.getString("language");
        String strategicAs = row.getString("strategic_as");
        return new Kept(
                new Profile(
                        main.name(),
                        main.company(),
                        row.getString("registration_number"),
                        language == null ? null : Language.valueOf(language),
                        row.getObject("born_on", LocalDate.class),
                        row.getString("preferences"),
                        strategicAs == null ? null : StrategicMark.valueOf(strategicAs),
                        ways),
                row.getLong("version"),
                row.getString("merged_into"),
                row.getObject("erased_at") != null);
    }

    private static int firstOfKind(List<ContactWay> ways, ContactKind kind) {
        int at = 0;
        while (at < ways.size() && ways.get(at).kind() != kind) {
            at++;
        }
        return at;
    }

    private static String written(Key key, Contact main) {
        if (key.written() != null) {
            return key.written();
        }
        String given =
                switch (key.key().kind().asContact()) {
                    case PHONE -> main.phone();
                    case EMAIL -> main.email();
                    case WECHAT -> main.weChat();
                };
        return given == null ? key.key().value() : given;
    }

    /** Writes what is not a contact, and the first contact of each kind. */
    void change(String id, Profile profile, Contact main, @Nullable ContactKey preferred) {
        jdbc.sql(
                        """
                        UPDATE customer SET version = version + 1, contact_name = :name,
                            contact_company = :company, contact_phone = :phone,
                            contact_email = :email, contact_we_chat = :weChat,
                            registration_number = :registration, language = :language,
                            born_on = :birthday, preferences = :preferences,
                            strategic_as = :strategicAs, preferred_kind = :preferredKind,
                            preferred_contact = :preferred
                        WHERE id = :id\
                        """)
                .param("name", main.name())
                .param("company", main.company())
                .param("phone", main.phone())
                .param("email", main.email())
                .param("weChat", main.weChat())
                .param("registration", profile.registrationNumber())
                .param("language", name(profile.language()))
                .param("birthday", profile.birthday())
                .param("preferences", profile.preferences())
                .param("strategicAs", name(profile.strategicAs()))
                .param("preferredKind", preferred == null ? null : preferred.kind().name())
                .param("preferred", preferred == null ? null : preferred.value())
                .param("id", id)
                .update();
    }

    /** The last one first counts; none where nothing was said of a purpose. */
    List<Consent> consents(String customerId) {
        return jdbc.sql(
                        """
                        SELECT purpose, given, at, actor, how, words FROM customer_consent
                        WHERE customer_id = ? ORDER BY at DESC, id DESC\
                        """)
                .param(customerId)
                .query((row, n) -> consent(row))
                .list();
    }

    Optional<Consent> consent(String customerId, ConsentPurpose purpose) {
        return jdbc.sql(
                        """
                        SELECT purpose, given, at, actor, how, words FROM customer_consent
                        WHERE customer_id = ? AND purpose = ? ORDER BY at DESC, id DESC LIMIT 1\
                        """)
                .params(customerId, purpose.name())
                .query((row, n) -> consent(row))
                .optional();
    }

    void add(String customerId, Consent consent) {
        jdbc.sql(
                        """
                        INSERT INTO customer_consent
                            (customer_id, purpose, given, at, actor, how, words)
                        VALUES (?, ?, ?, ?, ?, ?, ?)\
                        """)
                .params(
                        customerId,
                        consent.purpose().name(),
                        consent.given(),
                        Utc.of(consent.at()),
                        consent.by(),
                        consent.how().name(),
                        consent.words())
                .update();
    }

    /** Forgets what was collected for a purpose alone. */
    int forget(String customerId, ConsentPurpose purpose) {
        String columns =
                switch (purpose) {
                    case GREETINGS -> "born_on = NULL";
                    case PROFILING -> "preferences = ''";
                    case MARKETING, CREDIT -> "";
                };
        return columns.isEmpty()
                ? 0
                : jdbc.sql(
                                "UPDATE customer SET version = version + 1, "
                                        + columns
                                        + " WHERE id = ?")
                        .param(customerId)
                        .update();
    }

    /** The last thing that happened to a file. */
    record LastChange(String by, Instant at, String what) {}

    Optional<LastChange> lastChange(String customerId) {
        return jdbc.sql(
                        """
                        SELECT actor, at, what FROM customer_event
                        WHERE customer_id = ? ORDER BY id DESC LIMIT 1\
                        """)
                .param(customerId)
                .query(
                        (row, n) ->
                                new LastChange(
                                        row.getString("actor"),
                                        Utc.read(row, "at"),
                                        row.getString("what")))
                .optional();
    }

    private static Consent consent(ResultSet row) throws SQLException {
        return new Consent(
                ConsentPurpose.valueOf(row.getString("purpose")),
                row.getBoolean("given"),
                Utc.read(row, "at"),
                row.getString("actor"),
                ConsentWay.valueOf(row.getString("how")),
                row.getString("words"));
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }
}
