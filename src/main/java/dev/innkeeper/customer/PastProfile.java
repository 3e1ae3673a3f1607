package dev.innkeeper.customer;

import dev.innkeeper.common.Contact;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a customer's file says while rows of the past are laid over it. */
final class PastProfile {

    private final boolean there;
    private final List<ContactKey> externals = new ArrayList<>(1);
    private final Map<ContactKey, String> claims = new LinkedHashMap<>();
    private final List<String> changed = new ArrayList<>(0);
    private @Nullable String id;
    private boolean erased;
    private Contact contact;
    private @Nullable String registrationNumber;
    private @Nullable LocalDate bornOn;
    private @Nullable LocalDate firstSeenOn;
    private @Nullable LocalDate earlier;
    private String preferences = "";

    private PastProfile(boolean there, @Nullable String id, Contact contact) {
        this.there = there;
        this.id = id;
        this.contact = contact;
    }

    /** A customer who is to be entered. */
    static PastProfile entered(
            @Nullable String id, Contact contact, @Nullable LocalDate firstSeenOn) {
        PastProfile profile = new PastProfile(false, id, contact);
        profile.firstSeenOn = firstSeenOn;
        return profile;
    }

    /** A customer who is there. */
    static PastProfile there(
            String id,
            boolean erased,
            Contact contact,
            @Nullable String registrationNumber,
            @Nullable LocalDate bornOn,
            LocalDate firstSeenOn,
            String preferences) {
        PastProfile profile = new PastProfile(true, id, contact);
        profile.erased = erased;
        profile.registrationNumber = registrationNumber;
        profile.bornOn = bornOn;
        profile.firstSeenOn = firstSeenOn;
        profile.preferences = preferences;
        return profile;
    }

    boolean isThere() {
        return there;
    }

    boolean isChanged() {
        return there && !changed.isEmpty();
    }

    boolean isErased() {
        return erased;
    }

    String id() {
        return Objects.requireNonNull(id);
    }

    void id(String given) {
        id = given;
    }

    Contact contact() {
        return contact;
    }

    @Nullable String registrationNumber() {
        return registrationNumber;
    }

    @Nullable LocalDate bornOn() {
        return bornOn;
    }

    @Nullable LocalDate firstSeenOn() {
        return firstSeenOn;
    }

    /** The day on which the house saw the customer first, where that is earlier than was known. */
    @Nullable LocalDate earlier() {
        return earlier;
    }

    String preferences() {
        return preferences;
    }

    /** The keys that the customer gets, with the words in which they were given. */
    Map<ContactKey, String> claims() {
        return claims;
    }

    /** What rows changed, as a person reads it. */
    String note() {
        return there ? String.join(", ", changed) : "";
    }

    /**
     * Somebody of whom nothing else is said is a company that is called as the other system does.
     */
    void nameless(String external) {
        contact = new Contact(null, external, contact.phone(), contact.email(), contact.weChat());
    }

    /** The customer has this id in another system. */
    void external(ContactKey key) {
        externals.add(key);
    }

    /** Whether the customer has an id in this system, and how many. */
    long idsIn(@Nullable String system) {
        return externals.stream()
                .filter(key -> system == null || key.value().startsWith(system.strip() + ":"))
                .count();
    }

    void claim(ContactKey key, String written) {
        claims.put(key, written);
        if (key.kind() == ContactKey.Kind.EXTERNAL) {
            externals.add(key);
        }
    }

    /**
     * Lays a row over the file: what it says replaces what is there, what it does not say stays.
     *
     * @param gapsOnly the row is one of several of this customer, so that it only fills gaps
     * @return whether that changed anything
     */
    boolean lay(PastCustomer row, boolean gapsOnly) {
        int before = changed.size();
        Contact given = row.contact();
        contact =
                new Contact(
                        laid("name", contact.name(), given.name(), gapsOnly),
                        laid("company", contact.company(), given.company(), gapsOnly),
                        laid("phone", contact.phone(), given.phone(), gapsOnly),
                        laid("email", contact.email(), given.email(), gapsOnly),
                        laid("weChat", contact.weChat(), given.weChat(), gapsOnly));
        registrationNumber =
                laid("registrationNumber", registrationNumber, row.registrationNumber(), gapsOnly);
        bornOn = laid("bornOn", bornOn, row.bornOn(), gapsOnly);
        String likes = laid("preferences", orNull(preferences), row.preferences(), gapsOnly);
        preferences = likes == null ? "" : likes;
        LocalDate seen = row.firstSeenOn();
        if (seen != null && (firstSeenOn == null || seen.isBefore(firstSeenOn))) {
            firstSeenOn = laid("firstSeenOn", firstSeenOn, seen, false);
            earlier = firstSeenOn;
        }
        return changed.size() > before;
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private <T> @Nullable T laid(
            String field, @Nullable T there, @Nullable T given, boolean gapsOnly) {
        if (given == null || given.equals(there) || gapsOnly && there != null) {
            return there;
        }
        changed.add(field);
        return given;
    }
}
