package dev.innkeeper.change;

import dev.innkeeper.common.Refusal;
import dev.innkeeper.workflow.DiagramPublisher;
import dev.innkeeper.workflow.OneTransaction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Sees at the start that the engine has the diagrams of the live release. A folder that the engine
 * does not take is reported and passed over; what was published before goes on serving.
 */
@Component
class LiveDiagrams implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(LiveDiagrams.class);

    private final LiveReleases live;
    private final Releases releases;
    private final UnitContents contents;
    private final DiagramPublisher publisher;
    private final OneTransaction transaction;

    LiveDiagrams(
            LiveReleases live,
            Releases releases,
            UnitContents contents,
            DiagramPublisher publisher,
            OneTransaction transaction) {
        this.live = live;
        this.releases = releases;
        this.contents = contents;
        this.publisher = publisher;
        this.transaction = transaction;
    }

    @Override
    public void afterSingletonsInstantiated() {
        live.open();
        releases.content(releases.stamp().number())
                .hashes()
                .forEach(
                        (unit, hash) -> {
                            if (!unit.isRules()) {
                                publish(unit, hash);
                            }
                        });
    }

    private void publish(Unit unit, String hash) {
        try {
            var files = contents.find(unit, hash).orElseThrow().files();
            transaction.of(
                    () -> {
                        releases.lockLive();
                        publisher.publishIfChanged(unit.shortName(), files);
                        return unit;
                    });
        } catch (Refusal e) {
            LOG.error(
                    "The processes in {} were not published; those published before go on serving."
                            + " {}",
                    unit,
                    e.getMessage());
        }
    }
}
