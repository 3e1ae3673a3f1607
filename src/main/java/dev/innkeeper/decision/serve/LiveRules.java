package dev.innkeeper.decision.serve;

import dev.innkeeper.decision.load.Sources;
import java.util.Map;
import java.util.Optional;

/** Tells which rules are live, the same to all nodes. */
public interface LiveRules {

    /**
     * The release that is live.
     *
     * @param number of the release; 0 before there is one
     * @param hash of all that it holds
     */
    record Stamp(long number, String hash) {

        /** Before there is any. */
        public static final Stamp NONE = new Stamp(0, "");
    }

    /** Makes sure that every decision has rules where there are any, before the first question. */
    void open();

    /** What is live, as the caller's transaction sees it; asked at every decision, so cheap. */
    Stamp stamp();

    /** The hash of the files of each decision in a release, by the name of the decision. */
    Map<String, String> hashes(long number);

    /** The files of a decision as they were at any time, known by their hash. */
    Optional<Sources> sources(String decision, String hash);
}
