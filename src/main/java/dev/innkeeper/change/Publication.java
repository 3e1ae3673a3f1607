package dev.innkeeper.change;

import dev.innkeeper.change.Publisher.Overtaken;
import dev.innkeeper.common.Finding;
import dev.innkeeper.common.Refusal;
import dev.innkeeper.decision.load.Sources;
import dev.innkeeper.decision.serve.RuleBook;
import dev.innkeeper.workflow.OneTransaction;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Makes approved drafts live when their time has come. They are checked once more beside what is
 * live then; one that no longer passes goes back to its writers, with the reason.
 */
@Service
class Publication {

    private static final Logger LOG = LoggerFactory.getLogger(Publication.class);
    private static final int ATTEMPTS = 5;

    private final Drafts drafts;
    private final DraftDesk desk;
    private final CheckDesk checks;
    private final Releases releases;
    private final Publisher publisher;
    private final ChangeLog log;
    private final RuleBook rules;
    private final OneTransaction transaction;
    private final Clock clock;

    Publication(
            Drafts drafts,
            DraftDesk desk,
            CheckDesk checks,
            Releases releases,
            Publisher publisher,
            ChangeLog log,
            RuleBook rules,
            OneTransaction transaction,
            Clock clock) {
        this.drafts = drafts;
        this.desk = desk;
        this.checks = checks;
        this.releases = releases;
        this.publisher = publisher;
        this.log = log;
        this.rules = rules;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Makes every approved draft live whose time has come. */
    void publishDue() {
        drafts.due(clock.instant()).forEach(this::publish);
    }

    /** Makes an approved draft live now, or returns it to its writers with the reason. */
    void publish(long id) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            var draft = desk.find(id);
            if (draft.state() != Draft.State.APPROVED) {
                return;
            }
            long live = releases.stamp().number();
            var units = desk.units(id, live);
            var report = checks.report(id, units);
            if (!report.passed()) {
                giveBack(draft, live, report);
                return;
            }
            try {
                transaction.of(() -> goLive(draft, live, units, report));
                rules.refresh();
                return;
            } catch (Overtaken e) {
                LOG.info("Another release went live while draft {} was checked; again", id);
            } catch (Refusal e) {
                transaction.of(() -> returned(id, e.getMessage()));
                return;
            }
        }
    }

    private Release goLive(Draft checked, long live, Map<Unit, Sources> units, CheckReport report) {
        var draft = desk.locked(checked.id());
        if (draft.state() != Draft.State.APPROVED || draft.version() != checked.version()) {
            throw new Overtaken();
        }
        if (!desk.contentHash(draft.id()).equals(draft.approvedHash())) {
            throw Refusal.notNow(
                    "The draft is not what was approved. | 草稿与批准的内容不一致。",
                    "Ask for approval again. | 请重新申请审批。");
        }
        var approver =
                drafts.people(draft.id()).stream()
                        .filter(person -> person.part() == Person.Part.APPROVER)
                        .map(Person::id)
                        .filter(person -> person.equals(draft.changedBy()))
                        .findFirst()
                        .orElseThrow();
        var release =
                publisher.publish(
                        live,
                        units,
                        (number, hash) ->
                                new Release(
                                        number,
                                        hash,
                                        Release.Source.DRAFT,
                                        draft.id(),
                                        null,
                                        draft.owner(),
                                        approver,
                                        draft.title(),
                                        clock.instant(),
                                        checks.write(report)));
        published(draft, release, approver);
        return release;
    }

    /** Notes on the draft that it is live. */
    void published(Draft draft, Release release, String by) {
        drafts.save(draft.published(release.number()).next(by, clock.instant()));
        log.add(
                by,
                ChangeEvent.Kind.PUBLISHED,
                draft.id(),
                release.number(),
                "Live as release %d. | 已作为版本%1$d上线。".formatted(release.number()));
    }

    private void giveBack(Draft draft, long live, CheckReport report) {
        String why =
                report.results().stream()
                        .flatMap(result -> result.findings().stream())
                        .filter(Finding::isError)
                        .limit(5)
                        .map(Finding::toString)
                        .collect(Collectors.joining("; "));
        transaction.of(
                () -> {
                    checks.keep(
                            draft.id(),
                            desk.contentHash(draft.id()),
                            live,
                            report,
                            draft.changedBy());
                    return returned(draft.id(), why);
                });
    }

    private Draft returned(long id, String why) {
        var draft = desk.locked(id);
        LOG.warn("Draft {} could not go live and was returned: {}", id, why);
        return desk.moved(
                draft,
                Draft.State.OPEN,
                draft.changedBy(),
                ChangeEvent.Kind.REFUSED,
                "It could not go live: %s | 无法上线：%1$s".formatted(why));
    }
}
