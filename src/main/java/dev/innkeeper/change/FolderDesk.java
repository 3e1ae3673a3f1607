package dev.innkeeper.change;

import dev.innkeeper.change.CheckReport.Check;
import dev.innkeeper.common.Finding;
import dev.innkeeper.database.DatabaseProperties;
import dev.innkeeper.decision.load.Sources;
import dev.innkeeper.decision.serve.RuleBook;
import dev.innkeeper.decision.serve.RuleBook.Saved;
import dev.innkeeper.workflow.OneTransaction;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Takes what editors save in the folders: it becomes a draft of the folder, and goes live by itself
 * where it passes all checks and touches nothing that went live by another way since.
 */
@Component
class FolderDesk implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(FolderDesk.class);

    private final Workplace workplace;
    private final FolderStates states;
    private final Releases releases;
    private final UnitContents contents;
    private final Drafts drafts;
    private final DraftDesk desk;
    private final CheckDesk checks;
    private final Publisher publisher;
    private final Publication publication;
    private final RuleBook rules;
    private final OneTransaction transaction;
    private final Clock clock;
    private final boolean publishing;
    private final FolderWatcher watcher;
    private volatile boolean running;

    FolderDesk(
            Workplace workplace,
            FolderStates states,
            Releases releases,
            UnitContents contents,
            Drafts drafts,
            DraftDesk desk,
            CheckDesk checks,
            Publisher publisher,
            Publication publication,
            RuleBook rules,
            OneTransaction transaction,
            Clock clock,
            ChangeProperties properties,
            DatabaseProperties database) {
        this.workplace = workplace;
        this.states = states;
        this.releases = releases;
        this.contents = contents;
        this.drafts = drafts;
        this.desk = desk;
        this.checks = checks;
        this.publisher = publisher;
        this.publication = publication;
        this.rules = rules;
        this.transaction = transaction;
        this.clock = clock;
        this.publishing =
                Optional.ofNullable(properties.publishFromFolder()).orElse(database.embedded());
        this.watcher = new FolderWatcher(workplace, properties.rulesPoll(), this::take);
    }

    @Override
    public void start() {
        if (publishing) {
            watcher.start();
            LOG.info("Files saved in the folders go live once they pass all checks");
        } else {
            LOG.info("Files saved in the folders do not go live; changes go through drafts");
        }
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        watcher.close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Takes the files of a folder as they are now. */
    void take(Unit unit) {
        var saved = workplace.read(unit);
        if (states.last(unit).filter(saved.hash()::equals).isPresent()) {
            transaction.of(() -> withdrawOpen(unit));
            noteNothingWrong(unit, saved);
            return;
        }
        long live = releases.stamp().number();
        @Nullable Draft draft = transaction.of(() -> keep(unit, saved));
        if (draft == null) {
            noteNothingWrong(unit, saved);
            return;
        }
        var units = desk.units(draft.id(), live);
        var report = checks.report(draft.id(), units);
        note(unit, saved, report);
        if (!report.passed()) {
            transaction.of(
                    () ->
                            checks.keep(
                                    draft.id(),
                                    desk.contentHash(draft.id()),
                                    live,
                                    report,
                                    Release.FOLDER));
            LOG.error(
                    "What was saved in {} is NOT live, what was live goes on serving; it waits as"
                            + " draft {}: {}",
                    unit,
                    draft.id(),
                    report.results().stream()
                            .flatMap(result -> result.findings().stream())
                            .filter(Finding::isError)
                            .map(Finding::toString)
                            .toList());
            return;
        }
        var release = transaction.of(() -> goLive(draft, unit, saved, live, units, report));
        rules.refresh();
        LOG.info("What was saved in {} is live as release {}", unit, release.number());
    }

    /** The draft of the folder with what differs from what was last taken from it. */
    private @Nullable Draft keep(Unit unit, Sources saved) {
        releases.lockLive();
        var taken = states.last(unit);
        if (taken.filter(saved.hash()::equals).isPresent()) {
            return null;
        }
        Map<String, byte[]> base =
                taken.flatMap(hash -> contents.find(unit, hash))
                        .map(Sources::files)
                        .map(Map::copyOf)
                        .orElse(Map.of());
        var draft =
                drafts.openOfFolder(unit)
                        .orElseGet(() -> desk.begin("Saved in " + unit, Release.FOLDER));
        var known = drafts.hashes(draft.id());
        Set<String> names = new HashSet<>(base.keySet());
        names.addAll(saved.files().keySet());
        for (String name : names) {
            var path = unit.path(name);
            byte[] content = saved.files().get(name);
            var hash = FileHash.of(content);
            var before = known.stream().filter(file -> file.path().equals(path)).findFirst();
            if (hash.equals(FileHash.of(base.get(name)))) {
                if (before.isPresent()) {
                    drafts.leave(draft.id(), path);
                }
            } else if (before.filter(file -> file.hash().equals(hash)).isEmpty()) {
                draft = desk.put(draft, path, content, Release.FOLDER, base.get(name));
            }
        }
        return draft;
    }

    private Release goLive(
            Draft draft,
            Unit unit,
            Sources saved,
            long live,
            Map<Unit, Sources> units,
            CheckReport report) {
        var locked = desk.locked(draft.id());
        if (locked.version() != draft.version()) {
            throw new Publisher.Overtaken();
        }
        var release =
                publisher.publish(
                        live,
                        units,
                        (number, hash) ->
                                new Release(
                                        number,
                                        hash,
                                        Release.Source.FOLDER,
                                        draft.id(),
                                        null,
                                        Release.FOLDER,
                                        Release.FOLDER,
                                        draft.title(),
                                        clock.instant(),
                                        checks.write(report)));
        contents.keep(unit, saved);
        states.seen(unit, saved.hash());
        publication.published(locked, release, Release.FOLDER);
        return release;
    }

    private Optional<Draft> withdrawOpen(Unit unit) {
        return drafts.openOfFolder(unit)
                .map(
                        draft ->
                                desk.moved(
                                        draft,
                                        Draft.State.WITHDRAWN,
                                        Release.FOLDER,
                                        ChangeEvent.Kind.WITHDRAWN,
                                        "The folder holds again what it held before. |"
                                                + " 文件夹已恢复原内容。"));
    }

    private void noteNothingWrong(Unit unit, Sources saved) {
        if (unit.isRules()) {
            rules.saved(unit.shortName(), new Saved(saved.hash(), clock.instant(), List.of(), 0));
        }
    }

    private void note(Unit unit, Sources saved, CheckReport report) {
        if (unit.isRules()) {
            rules.saved(
                    unit.shortName(),
                    new Saved(
                            saved.hash(),
                            clock.instant(),
                            report.results().stream()
                                    .flatMap(result -> result.findings().stream())
                                    .toList(),
                            report.results().stream()
                                    .filter(result -> result.check() == Check.SCENARIOS)
                                    .mapToInt(CheckReport.Result::tried)
                                    .sum()));
        }
    }
}
