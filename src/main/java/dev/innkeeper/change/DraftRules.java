package dev.innkeeper.change;

import dev.innkeeper.decision.load.Sources;
import java.util.Map;

/** The rules of a draft, for those who try them. */
public interface DraftRules {

    /** Whether there is such a draft. */
    boolean exists(long draft);

    /**
     * The decisions that a draft changes, each with all its files: those of the draft, and those of
     * the live release that it leaves as they are.
     *
     * @return by name, {@code feature/decision}
     */
    Map<String, Sources> changed(long draft);

    /** The SHA-256 of everything that the draft changes, in hex: other content, another hash. */
    String contentHash(long draft);
}
