package dev.innkeeper.customer;

import dev.innkeeper.casefile.CasefileProperties;
import dev.innkeeper.common.Actor;
import dev.innkeeper.common.Page;
import dev.innkeeper.common.Phrase;
import dev.innkeeper.common.Refusal;
import dev.innkeeper.common.Texts;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Erases persons on request. One asks, somebody else approves; what the law holds is kept and
 * named, everything else goes or loses its name, and the figures stay as they were. While something
 * that is kept cannot be done without the name, name and contacts stay too, and the rest goes.
 */
@Service
@Transactional
public class ErasureDesk {

    private static final int REASON = 4_000;
    private static final int KEPT = 500;
    private static final int LONGEST_PAGE = 200;

    private final CustomerDesk customers;
    private final PersonErasure person;
    private final List<HoldsCustomer> holders;
    private final List<ErasesCustomer> erasers;
    private final ErasureRecords requests;
    private final CustomerContacts contacts;
    private final Clock clock;
    private final ZoneId zone;

    ErasureDesk(
            CustomerDesk customers,
            PersonErasure person,
            List<HoldsCustomer> holders,
            List<ErasesCustomer> erasers,
            ErasureRecords requests,
            CustomerContacts contacts,
            Clock clock,
            CasefileProperties properties) {
        this.customers = customers;
        this.person = person;
        this.holders = holders;
        this.erasers = erasers;
        this.requests = requests;
        this.contacts = contacts;
        this.clock = clock;
        this.zone = properties.zone();
    }

    /**
     * Asks that a person be erased. The reason names nobody: it stays readable.
     *
     * @throws Refusal UNKNOWN where there is no such customer; NOT_NOW where the customer was
     *     merged or erased, or somebody asked already
     */
    public ErasureView request(String id, String reason, Actor by) {
        by.refuseAuditor();
        String why = Texts.required("reason", reason, REASON);
        customers.checkChangeable(id);
        Instant now = clock.instant();
        long number;
        try {
            number = requests.add(id, why, by.userId(), now);
        } catch (DuplicateKeyException waiting) {
            throw Refusal.notNow(
                    "Somebody asked to erase customer %1$s already. | 已有删除客户%1$s资料的申请。"
                            .formatted(id),
                    "Have that request judged first. | 请先审批该申请。");
        }
        note(id, now, by, "ERASURE_REQUESTED", Phrase.both("Erasure requested", "申请删除资料"));
        return read(number);
    }

    /**
     * A request, with what was erased and kept; while it waits, with what would be kept now.
     *
     * @throws Refusal UNKNOWN where there is none of this number
     */
    @Transactional(readOnly = true)
    public ErasureView read(long number) {
        ErasureView request = requests.find(number).orElseThrow(ErasureDesk::unknown);
        return request.state() == ErasureState.WAITING
                ? with(request, parts(Map.of(), holds(person.ids(request.customerId()))))
                : request;
    }

    /** The requests, the latest first, without their parts. */
    @Transactional(readOnly = true)
    public Page<ErasureView> list(int offset, int limit) {
        return requests.list(Math.max(offset, 0), Math.min(limit, LONGEST_PAGE));
    }

    /**
     * Approves a request, upon which all that may go is erased, or refuses it.
     *
     * @throws Refusal UNKNOWN where there is none of this number; FORBIDDEN for who asked; NOT_NOW
     *     where it was judged already
     */
    public ErasureView judge(long number, boolean approved, String words, Actor by) {
        by.refuseAuditor();
        String why = Texts.optional("words", words, REASON);
        ErasureView request = requests.lock(number).orElseThrow(ErasureDesk::unknown);
        if (request.state() != ErasureState.WAITING) {
            throw Refusal.notNow(
                    "Request %1$d was judged already, by %2$s. | 申请%1$d已由%2$s审批。"
                            .formatted(number, request.judgedBy()),
                    "Read what became of it. | 请查看处理结果。");
        }
        if (request.requestedBy().equals(by.userId())) {
            throw Refusal.forbidden(
                    "You have asked for this yourself. | 不能审批本人提出的申请。",
                    "Have another manager judge it. | 请由其他经理审批。");
        }
        if (!approved && why.isEmpty()) {
            throw Refusal.invalid(
                    "words",
                    "A refusal needs a reason. | 拒绝须说明理由。",
                    "Say why nothing is erased. | 请说明不予删除的理由。");
        }
        Instant now = clock.instant();
        String customer = request.customerId();
        requests.judged(
                number, approved ? ErasureState.DONE : ErasureState.REFUSED, why, by.userId(), now);
        if (approved) {
            requests.keep(number, erase(customer, now));
        }
        note(
                customer,
                now,
                by,
                approved ? "ERASED" : "ERASURE_REFUSED",
                approved
                        ? Phrase.both("Erased on request", "已应要求删除资料")
                        : Phrase.both("Erasure refused", "拒绝删除资料"));
        return read(number);
    }

    private List<ErasureView.Part> erase(String customer, Instant now) {
        Set<String> ids = person.ids(customer);
        List<LegalHold> holds = holds(ids);
        Set<String> kept = new TreeSet<>();
        boolean nameNeeded = false;
        for (LegalHold hold : holds) {
            if (hold.caseNumber() != null) {
                kept.add(hold.caseNumber());
            }
            nameNeeded |= hold.nameNeeded();
        }
        Map<FileSection, Integer> erased = new EnumMap<>(FileSection.class);
        for (ErasesCustomer eraser : erasers) {
            eraser.erase(ids, kept)
                    .forEach(part -> erased.merge(part.section(), part.rows(), Integer::sum));
        }
        person.erase(ids, nameNeeded, now)
                .forEach(part -> erased.merge(part.section(), part.rows(), Integer::sum));
        List<LegalHold> all = new ArrayList<>(holds);
        if (nameNeeded) {
            all.add(
                    new LegalHold(
                            FileSection.CONTACTS,
                            Phrase.both(
                                    "Needed for what is kept elsewhere; ask again when it is over",
                                    "其他保留事项所需；了结后请再次申请"),
                            null,
                            true));
        }
        return parts(erased, all);
    }

    private List<LegalHold> holds(Set<String> ids) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        return holders.stream()
                .flatMap(holder -> ids.stream().flatMap(id -> holder.holds(id, today).stream()))
                .toList();
    }

    private static List<ErasureView.Part> parts(
            Map<FileSection, Integer> erased, List<LegalHold> holds) {
        Map<FileSection, Set<String>> english = new EnumMap<>(FileSection.class);
        Map<FileSection, Set<String>> chinese = new EnumMap<>(FileSection.class);
        for (LegalHold hold : holds) {
            String of = hold.caseNumber() == null ? "" : hold.caseNumber() + ": ";
            String[] halves = hold.why().split(" \\| ", 2);
            english.computeIfAbsent(hold.section(), section -> new LinkedHashSet<>())
                    .add(of + halves[0]);
            chinese.computeIfAbsent(hold.section(), section -> new LinkedHashSet<>())
                    .add(of + halves[halves.length - 1]);
        }
        List<ErasureView.Part> parts = new ArrayList<>();
        for (FileSection section : FileSection.values()) {
            int rows = erased.getOrDefault(section, 0);
            String kept =
                    english.containsKey(section)
                            ? Phrase.both(
                                    shortened(String.join("; ", english.get(section))),
                                    shortened(String.join("；", chinese.get(section))))
                            : "";
            if (rows > 0 || !kept.isEmpty()) {
                parts.add(new ErasureView.Part(section, rows, kept));
            }
        }
        return parts;
    }

    private static String shortened(String text) {
        int longest = KEPT / 2 - 5;
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }

    private static ErasureView with(ErasureView request, List<ErasureView.Part> parts) {
        return new ErasureView(
                request.number(),
                request.customerId(),
                request.state(),
                request.requestedBy(),
                request.requestedAt(),
                request.reason(),
                request.judgedBy(),
                request.judgedAt(),
                request.judgement(),
                parts);
    }

    private static Refusal unknown() {
        return Refusal.unknown(
                "number",
                "There is no request of this number. | 没有该编号的申请。",
                "Take a number from the list of requests. | 请使用申请列表中的编号。");
    }

    private void note(String id, Instant at, Actor by, String event, String what) {
        contacts.note(id, new CustomerChange(at, by.userId(), event, what, ""));
    }
}
