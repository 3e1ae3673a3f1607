package dev.innkeeper.change;

import dev.innkeeper.common.Finding;
import dev.innkeeper.decision.Decision;
import dev.innkeeper.decision.DecisionCatalog;
import dev.innkeeper.decision.load.RuleFolder;
import dev.innkeeper.decision.load.RuleSetLoader;
import dev.innkeeper.decision.load.Sources;
import dev.innkeeper.decision.serve.LiveRules;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The live release. What the database does not have yet (all of it at the very first start, a new
 * decision after an update of the program) is taken from the folders.
 */
@Component
class LiveReleases implements LiveRules {

    private static final Logger LOG = LoggerFactory.getLogger(LiveReleases.class);

    private final Releases releases;
    private final UnitContents contents;
    private final FolderStates folderStates;
    private final Workplace workplace;
    private final ChangeLog log;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Map<String, Decision<?, ?>> decisions;

    LiveReleases(
            Releases releases,
            UnitContents contents,
            FolderStates folderStates,
            Workplace workplace,
            ChangeLog log,
            TransactionTemplate transaction,
            Clock clock,
            ObjectProvider<DecisionCatalog> catalogs) {
        this.releases = releases;
        this.contents = contents;
        this.folderStates = folderStates;
        this.workplace = workplace;
        this.log = log;
        this.transaction = transaction;
        this.clock = clock;
        this.decisions =
                catalogs.stream()
                        .flatMap(catalog -> catalog.decisions().stream())
                        .collect(Collectors.toMap(Decision::name, decision -> decision));
    }

    @Override
    public Stamp stamp() {
        return releases.stamp();
    }

    @Override
    public Map<String, String> hashes(long number) {
        var rules = new HashMap<String, String>();
        releases.content(number)
                .hashes()
                .forEach(
                        (unit, hash) -> {
                            if (unit.isRules()) {
                                rules.put(unit.shortName(), hash);
                            }
                        });
        return rules;
    }

    @Override
    public Optional<Sources> sources(String decision, String hash) {
        return contents.find(Unit.ofRules(decision), hash);
    }

    @Override
    public void open() {
        transaction.executeWithoutResult(status -> seed());
    }

    private void seed() {
        long live = releases.lockLive();
        var content = releases.content(live);
        var missing = new TreeMap<Unit, String>();
        for (Unit unit : workplace.units()) {
            if (!content.hashes().containsKey(unit)) {
                var sources = seed(unit);
                if (!sources.isEmpty()) {
                    contents.keep(unit, sources);
                    folderStates.seen(unit, sources.hash());
                    missing.put(unit, sources.hash());
                }
            }
        }
        if (missing.isEmpty()) {
            return;
        }
        var seeded = content.with(missing);
        releases.goLive(
                new Release(
                        live + 1,
                        seeded.hash(),
                        Release.Source.SEED,
                        null,
                        null,
                        Release.FOLDER,
                        Release.FOLDER,
                        "What the folders held at the start. | 启动时文件夹中的内容。",
                        clock.instant(),
                        "{}"),
                seeded);
        log.add(
                Release.FOLDER,
                ChangeEvent.Kind.SEEDED,
                null,
                live + 1,
                "From the folders, since the database had none of them: %s | 数据库中尚无，取自文件夹：%1$s"
                        .formatted(
                                missing.keySet().stream()
                                        .map(Unit::name)
                                        .collect(Collectors.joining(", "))));
    }

    /** The files of the folder, or, where those are broken, the ones packed with the program. */
    private Sources seed(Unit unit) {
        var sources = workplace.read(unit);
        if (!unit.isRules()) {
            return sources;
        }
        var found = errors(unit, sources);
        if (found.isEmpty()) {
            return sources;
        }
        found.ifPresent(
                why ->
                        LOG.error(
                                "The rules in {} are broken, those packed with the program serve"
                                        + " instead: {}",
                                unit,
                                why));
        var packed = RuleFolder.asPacked(unit.shortName());
        return errors(unit, packed).isEmpty() ? packed : new Sources(Map.of());
    }

    private Optional<String> errors(Unit unit, Sources sources) {
        var found =
                RuleSetLoader.check(decisions.get(unit.shortName()), sources).problems().stream()
                        .filter(Finding::isError)
                        .map(Finding::toString)
                        .toList();
        return found.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", found));
    }
}
