package dev.innkeeper.customer;

import dev.innkeeper.casefile.CasefileProperties;
import dev.innkeeper.common.Actor;
import dev.innkeeper.common.Contact;
import dev.innkeeper.common.Language;
import dev.innkeeper.common.Phrase;
import dev.innkeeper.common.Refusal;
import dev.innkeeper.common.Texts;
import dev.innkeeper.common.Tier;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Enters customers, and keeps their profiles, contacts and consents. */
@Service
@Transactional
public class ProfileDesk {

    private static final int MOST_CONTACTS = 20;
    private static final int REGISTRATION = 40;
    private static final int PREFERENCES = 2_000;
    private static final int WORDS = 500;
    private static final LocalDate OLDEST = LocalDate.of(1900, 1, 1);

    private final CustomerDesk customers;
    private final ProfileRecords profiles;
    private final CustomerContacts contacts;
    private final Clock clock;
    private final ZoneId zone;

    ProfileDesk(
            CustomerDesk customers,
            ProfileRecords profiles,
            CustomerContacts contacts,
            Clock clock,
            CasefileProperties properties) {
        this.customers = customers;
        this.profiles = profiles;
        this.contacts = contacts;
        this.clock = clock;
        this.zone = properties.zone();
    }

    /**
     * The profile of a customer, or of the one that it was merged into.
     *
     * @throws Refusal UNKNOWN where there is no such customer
     */
    @Transactional(readOnly = true)
    public Profile read(String id) {
        return profiles.find(customers.read(id).id()).orElseThrow().profile();
    }

    /**
     * Enters a customer.
     *
     * @param externalId the caller's own id, or null
     * @throws Refusal INVALID where there is nothing to recognise the customer by; NOT_NOW where
     *     somebody has one of the contacts, or the company, already
     */
    public CustomerView enter(Profile profile, Tier tier, @Nullable String externalId, Actor by) {
        Profile given = checked(profile);
        Ways ways = ways(given);
        if (given.birthday() != null || !given.preferences().isEmpty()) {
            throw Refusal.refused(
                    given.birthday() != null ? "birthday" : "preferences",
                    "There is no consent yet to keep this. | 尚无保存此信息的授权。",
                    "Enter the customer without it, record the consent, then change the profile. |"
                            + " 请先建档，登记授权后再补充。");
        }
        CustomerView entered = customers.enter(ways.main(), tier, by);
        replace(entered.id(), given, ways);
        if (externalId != null) {
            contacts.claim(entered.id(), List.of(ContactKey.ofExternal(null, externalId)));
        }
        return customers.read(entered.id());
    }

    /**
     * Changes the profile of a customer as a whole.
     *
     * @param version the version that the caller has read
     * @throws Refusal NOT_NOW where somebody was first, where another customer has a contact, or
     *     where the file is no longer kept; REFUSED without the consent that a field needs
     */
    public Profile change(String id, Profile profile, long version, Actor by) {
        ProfileRecords.Kept kept = changeable(id, by);
        if (kept.version() != version) {
            throw stale(id);
        }
        Profile given = checked(profile);
        Profile before = kept.profile();
        if (given.birthday() != null && !given.birthday().equals(before.birthday())) {
            requireConsent(id, ConsentPurpose.GREETINGS, "birthday");
        }
        if (!given.preferences().isEmpty() && !given.preferences().equals(before.preferences())) {
            requireConsent(id, ConsentPurpose.PROFILING, "preferences");
        }
        if (given.equals(before)) {
            return before;
        }
        replace(id, given, ways(given));
        Profile after = profiles.find(id).orElseThrow().profile();
        List<Phrased> changed = changed(before, after);
        if (!changed.isEmpty()) {
            note(
                    id,
                    by,
                    "PROFILE_CHANGED",
                    Phrase.both(
                            "Changed: "
                                    + String.join(
                                            ", ", changed.stream().map(Phrased::english).toList()),
                            "已更改："
                                    + String.join(
                                            "、", changed.stream().map(Phrased::chinese).toList())),
                    "");
        }
        return after;
    }

    /** What the customer said of each purpose, the latest first. */
    @Transactional(readOnly = true)
    public List<Consent> consents(String id) {
        return profiles.consents(customers.read(id).id());
    }

    /** Whether the customer agrees to a purpose now. */
    @Transactional(readOnly = true)
    public boolean agrees(String id, ConsentPurpose purpose) {
        return profiles.consent(id, purpose).map(Consent::given).orElse(false);
    }

    /**
     * Records that the customer agreed to a purpose, or took that back. What was collected for a
     * purpose alone is forgotten with it. The same said again changes nothing.
     *
     * @throws Refusal NOT_NOW where the file is no longer kept
     */
    public Consent consent(
            String id,
            ConsentPurpose purpose,
            boolean given,
            ConsentWay how,
            String words,
            Actor by) {
        changeable(id, by);
        String why = Texts.optional("words", words, WORDS);
        var last = profiles.consent(id, purpose);
        if (last.isPresent()
                && last.get().given() == given
                && last.get().how() == how
                && last.get().words().equals(why)) {
            return last.get();
        }
        Consent said = new Consent(purpose, given, clock.instant(), by.userId(), how, why);
        profiles.add(id, said);
        note(
                id,
                by,
                given ? "CONSENT_GIVEN" : "CONSENT_WITHDRAWN",
                Phrase.both(
                        (given ? "Consent given: " : "Consent withdrawn: ")
                                + purpose.english()
                                + ", "
                                + how.english(),
                        (given ? "同意：" : "撤回同意：") + purpose.chinese() + "，" + how.chinese()),
                "");
        if (!given && profiles.forget(id, purpose) > 0) {
            note(
                    id,
                    by,
                    "FORGOTTEN",
                    Phrase.both("What was kept for it alone is erased", "仅为该目的保存的信息已删除"),
                    "");
        }
        return said;
    }

    private ProfileRecords.Kept changeable(String id, Actor by) {
        by.refuseAuditor();
        customers.checkChangeable(id);
        return profiles.lock(id).orElseThrow();
    }

    private void requireConsent(String id, ConsentPurpose purpose, String field) {
        if (!agrees(id, purpose)) {
            throw Refusal.refused(
                    field,
                    "The customer has not agreed to this purpose: %s. | 客户尚未同意该用途：%s。"
                            .formatted(purpose.english(), purpose.chinese()),
                    ("Record the consent first (PUT …/consents/%s), or leave the field out. |"
                                    + " 请先登记授权（PUT …/consents/%s），或留空。")
                            .formatted(purpose.name(), purpose.name()));
        }
    }

    private Refusal stale(String id) {
        String who =
                profiles.lastChange(id)
                        .map(
                                last ->
                                        "The file was changed meanwhile; last by %1$s, %2$s: %3$s. |"
                                                        .formatted(
                                                                last.by(),
                                                                Phrase.of(last.at(), zone),
                                                                english(last.what()))
                                                + " 档案已被更改；最近一次由%1$s于%2$s：%3$s。"
                                                        .formatted(
                                                                last.by(),
                                                                Phrase.of(last.at(), zone),
                                                                chinese(last.what())))
                        .orElse("The file was changed meanwhile. | 档案已被更改。");
        return Refusal.notNow(
                who,
                "Read the file again, and send your change with its version. |"
                        + " 请重新读取档案，并使用其版本号提交。");
    }

    private static String english(String phrase) {
        return Language.ENGLISH.of(phrase);
    }

    private static String chinese(String phrase) {
        return Language.CHINESE.of(phrase);
    }

    private Profile checked(Profile profile) {
        String registration =
                Texts.orNull("registrationNumber", profile.registrationNumber(), REGISTRATION);
        if (registration != null && !registration.matches("[0-9A-Za-z][0-9A-Za-z -]*")) {
            throw Refusal.invalid(
                    "registrationNumber",
                    "This is not a registration number. | 不是有效的登记号。",
                    "Give letters and digits, such as 91320500MA1XXXXX0X. |"
                            + " 请填写字母与数字，如 91320500MA1XXXXX0X。");
        }
        LocalDate birthday = profile.birthday();
        if (birthday != null
                && (birthday.isBefore(OLDEST)
                        || birthday.isAfter(LocalDate.ofInstant(clock.instant(), zone)))) {
            throw Refusal.invalid(
                    "birthday",
                    "Nobody is born on this day. | 生日日期无效。",
                    "Give a day from 1900 to today, or leave it out. | 请填写1900年至今的日期，或留空。");
        }
        if (profile.contacts().size() > MOST_CONTACTS) {
            throw Refusal.refused(
                    "contacts",
                    "There are more than %1$d contacts. | 联系方式超过%1$d个。".formatted(MOST_CONTACTS),
                    "Keep those that are in use. | 请仅保留在用的联系方式。");
        }
        return new Profile(
                profile.name(),
                profile.company(),
                registration,
                profile.language(),
                birthday,
                Texts.optional("preferences", profile.preferences(), PREFERENCES),
                profile.strategicAs(),
                profile.contacts());
    }

    /** The contacts of a profile, ready to be kept. */
    private record Ways(
            Map<ContactKey, ContactWay> byKey, Contact main, @Nullable ContactKey preferred) {}

    private static Ways ways(Profile profile) {
        Map<ContactKey, ContactWay> byKey = new LinkedHashMap<>();
        ContactKey preferred = null;
        for (ContactWay way : profile.contacts()) {
            ContactKey key = key(way);
            if (byKey.put(key, way) != null) {
                throw Refusal.invalid(
                        "contacts",
                        "The contact %1$s is given twice. | 联系方式%1$s重复。".formatted(way.value()),
                        "Give it once. | 请只填写一次。");
            }
            if (way.preferred()) {
                if (preferred != null) {
                    throw Refusal.invalid(
                            "contacts",
                            "More than one contact is preferred. | 首选联系方式多于一个。",
                            "Mark one. | 请只选一个。");
                }
                preferred = key;
            }
        }
        ContactKey first = preferred;
        Contact main =
                CustomerDesk.checked(
                        new Contact(
                                profile.name(),
                                profile.company(),
                                main(byKey, ContactKey.Kind.PHONE, first),
                                main(byKey, ContactKey.Kind.EMAIL, first),
                                main(byKey, ContactKey.Kind.WECHAT, first)));
        if (byKey.isEmpty() && main.company() == null) {
            throw Refusal.invalid(
                    "contacts",
                    "There is nothing to recognise the customer by. | 没有可识别客户的信息。",
                    "Give a company, a phone number, an e-mail address or a WeChat id. |"
                            + " 请填写公司、电话、电子邮箱或微信号。");
        }
        return new Ways(byKey, main, preferred);
    }

    private static ContactKey key(ContactWay way) {
        Contact alone =
                CustomerDesk.checked(
                        switch (way.kind()) {
                            case PHONE -> new Contact(null, null, way.value(), null, null);
                            case EMAIL -> new Contact(null, null, null, way.value(), null);
                            case WECHAT -> new Contact(null, null, null, null, way.value());
                        });
        return ContactKey.of(alone).stream()
                .findFirst()
                .orElseThrow(
                        () ->
                                Refusal.invalid(
                                        "contacts",
                                        "This is no contact: %1$s. | 联系方式无效：%1$s。"
                                                .formatted(way.value()),
                                        "Give a number of 5 to 20 digits, or an address. |"
                                                + " 请填写5至20位号码或地址。"));
    }

    private static @Nullable String main(
            Map<ContactKey, ContactWay> byKey,
            ContactKey.Kind kind,
            @Nullable ContactKey preferred) {
        ContactWay first =
                preferred != null && preferred.kind() == kind ? byKey.get(preferred) : null;
        if (first != null) {
            return first.value();
        }
        return byKey.entrySet().stream()
                .filter(way -> way.getKey().kind() == kind)
                .map(way -> way.getValue().value())
                .findFirst()
                .orElse(null);
    }

    private void replace(String id, Profile profile, Ways ways) {
        contacts.keepOnly(id, ways.byKey().keySet());
        ways.byKey()
                .forEach(
                        (key, way) ->
                                contacts.write(id, key, way.value())
                                        .ifPresent(holder -> refuseHeld(way.value(), holder)));
        contacts.renameCompany(id, ContactKey.ofCompany(ways.main()))
                .ifPresent(holder -> refuseHeld(Objects.toString(ways.main().company()), holder));
        contacts.register(id, ContactKey.ofRegistration(profile.registrationNumber()));
        profiles.change(id, profile, ways.main(), ways.preferred());
    }

    private static void refuseHeld(String what, String holder) {
        throw Refusal.notNow(
                "Customer %1$s has this already: %2$s. | 客户%1$s已使用：%2$s。".formatted(holder, what),
                "Leave it out, or merge the two customers if they are one. |"
                        + " 请留空；如为同一客户，请合并档案。");
    }

    private record Phrased(String english, String chinese) {}

    private static List<Phrased> changed(Profile before, Profile after) {
        List<Phrased> changed = new ArrayList<>();
        add(changed, before.name(), after.name(), "name", "姓名");
        add(changed, before.company(), after.company(), "company", "公司");
        add(
                changed,
                before.registrationNumber(),
                after.registrationNumber(),
                "registration number",
                "登记号");
        add(changed, before.language(), after.language(), "language", "语言");
        add(changed, before.birthday(), after.birthday(), "birthday", "生日");
        add(changed, before.preferences(), after.preferences(), "preferences", "偏好");
        add(changed, before.strategicAs(), after.strategicAs(), "strategic mark", "战略标记");
        add(changed, before.contacts(), after.contacts(), "contacts", "联系方式");
        return changed;
    }

    private static void add(
            List<Phrased> changed,
            @Nullable Object before,
            @Nullable Object after,
            String english,
            String chinese) {
        if (!Objects.equals(before, after)) {
            changed.add(new Phrased(english, chinese));
        }
    }

    private void note(String id, Actor by, String event, String what, String why) {
        contacts.note(id, new CustomerChange(clock.instant(), by.userId(), event, what, why));
    }
}
