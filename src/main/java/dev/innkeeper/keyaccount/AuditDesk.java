package dev.innkeeper.keyaccount;

import dev.innkeeper.casefile.CaseFile;
import dev.innkeeper.casefile.CaseFiles;
import dev.innkeeper.common.Actor;
import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Phrase;
import dev.innkeeper.common.Refusal;
import dev.innkeeper.common.Texts;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What auditors find about partners and deals. While a finding is open, no reward of the partner or
 * for the deal becomes payable or is paid.
 */
@Service
@Transactional
public class AuditDesk {

    private static final int LONGEST_WORDS = 4_000;

    private final AuditFindings findings;
    private final Partners partners;
    private final Rewards rewards;
    private final DealDesk deals;
    private final CaseFiles files;
    private final Clock clock;

    AuditDesk(
            AuditFindings findings,
            Partners partners,
            Rewards rewards,
            DealDesk deals,
            CaseFiles files,
            Clock clock) {
        this.findings = findings;
        this.partners = partners;
        this.rewards = rewards;
        this.deals = deals;
        this.files = files;
        this.clock = clock;
    }

    /**
     * Records what an auditor found about a partner.
     *
     * @throws Refusal FORBIDDEN for anybody but auditors, UNKNOWN where there is no such partner
     */
    public AuditFindingView openOnPartner(String partnerId, String words, Actor by) {
        return open(partner(partnerId), words, by);
    }

    /**
     * Records what an auditor found about a deal.
     *
     * @throws Refusal FORBIDDEN for anybody but auditors, UNKNOWN where there is no such deal
     */
    public AuditFindingView openOnDeal(CaseNumber deal, String words, Actor by) {
        return open(deals.read(deal).number().value(), words, by);
    }

    /**
     * Closes a finding about a partner.
     *
     * @throws Refusal FORBIDDEN for anybody but auditors, UNKNOWN where there is no such finding,
     *     NOT_NOW where it is closed
     */
    public AuditFindingView closeOnPartner(String partnerId, long id, String words, Actor by) {
        return close(partner(partnerId), id, words, by);
    }

    /** The same about a deal. */
    public AuditFindingView closeOnDeal(CaseNumber deal, long id, String words, Actor by) {
        return close(deals.read(deal).number().value(), id, words, by);
    }

    /** What was found about a deal, the latest first. */
    @Transactional(readOnly = true)
    public List<AuditFindingView> ofDeal(CaseNumber deal) {
        return findings.of(List.of(deals.read(deal).number().value()));
    }

    private AuditFindingView open(String subject, String words, Actor by) {
        PartnerRights.mayAudit(by);
        String said = Texts.required("words", words, LONGEST_WORDS);
        AuditFindingView finding = findings.add(subject, said, by.userId(), clock.instant());
        tell(
                subject,
                "AUDIT_FINDING_OPENED",
                Phrase.both("Audit finding on " + subject, subject + "的审计问题"),
                said,
                by);
        return finding;
    }

    private AuditFindingView close(String subject, long id, String words, Actor by) {
        PartnerRights.mayAudit(by);
        String said = Texts.required("words", words, LONGEST_WORDS);
        AuditFindingView open = find(subject, id);
        if (!findings.close(open.id(), said, by.userId(), clock.instant())) {
            throw Refusal.notNow(
                    "Audit finding %1$s is closed already. | 审计问题%1$s已结案。".formatted(id),
                    "Record a new one where there is something new. | 如有新情况，请另行登记。");
        }
        tell(
                subject,
                "AUDIT_FINDING_CLOSED",
                Phrase.both("Audit finding on %s closed".formatted(subject), subject + "的审计问题已结案"),
                said,
                by);
        return find(subject, id);
    }

    private AuditFindingView find(String subject, long id) {
        return findings.find(subject, id)
                .orElseThrow(
                        () ->
                                Refusal.unknown(
                                        "finding",
                                        "There is no audit finding %2$s on %1$s. | %1$s没有编号为%2$s的审计问题。"
                                                .formatted(subject, id),
                                        "Look for it where its partner or deal is read. |"
                                                + " 请在相应的合作伙伴或商机中查找。"));
    }

    /** The deals that it concerns: the deal itself, or those for which the partner waits. */
    private void tell(String subject, String event, String what, String words, Actor by) {
        for (CaseNumber deal : dealsOf(subject)) {
            CaseFile file = new CaseFile(deal, clock.instant(), by);
            file.note(event, what, words);
            file.publish(new AuditFindingChanged(deal));
            files.log(file);
        }
    }

    private List<CaseNumber> dealsOf(String subject) {
        return partners.existsById(subject)
                ? rewards.findByPartnerIdOrderByNumber(subject).stream()
                        .filter(Reward::isOpen)
                        .map(Reward::deal)
                        .toList()
                : List.of(new CaseNumber(subject));
    }

    private String partner(String id) {
        if (!partners.existsById(id)) {
            throw RewardReception.unknown("partnerId", id);
        }
        return id;
    }
}
