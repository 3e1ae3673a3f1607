package dev.innkeeper.change;

import dev.innkeeper.decision.load.Sources;
import dev.innkeeper.workflow.DiagramPublisher;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Makes changed units live: files, diagrams and the release that holds them, or nothing at all. */
@Component
class Publisher {

    private final Releases releases;
    private final UnitContents contents;
    private final DiagramPublisher diagrams;

    Publisher(Releases releases, UnitContents contents, DiagramPublisher diagrams) {
        this.releases = releases;
        this.contents = contents;
        this.diagrams = diagrams;
    }

    /** Thrown where another release went live since the change was checked. */
    static final class Overtaken extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /**
     * Publishes in the caller's transaction, which nobody else does until it ends.
     *
     * @param checkedBeside the live release beside which the change was checked
     * @param changed units with all their files
     * @param release makes the release of its number and hash
     * @throws Overtaken where another one is live by now
     */
    Release publish(long checkedBeside, Map<Unit, Sources> changed, Making release) {
        if (releases.lockLive() != checkedBeside) {
            throw new Overtaken();
        }
        var hashes = new TreeMap<Unit, String>();
        changed.forEach(
                (unit, sources) -> {
                    contents.keep(unit, sources);
                    hashes.put(unit, sources.hash());
                });
        var content = releases.content(checkedBeside).with(hashes);
        var made = release.of(checkedBeside + 1, content.hash());
        releases.goLive(made, content);
        changed.forEach(
                (unit, sources) -> {
                    if (!unit.isRules()) {
                        diagrams.publish(unit.shortName(), sources.files());
                    }
                });
        return made;
    }

    /** Makes the release. */
    interface Making {
        Release of(long number, String hash);
    }
}
