package dev.innkeeper.change;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A change being worked on: new files for some decisions and diagrams. Nothing of it serves before
 * it is published.
 *
 * @param id counted up
 * @param version counted up with every change, so that two editors cannot overwrite each other
 * @param title what it is about
 * @param owner who began it; {@link Release#FOLDER} where it came from the folders
 * @param state how far it has come
 * @param baseRelease the release that was live when it was begun
 * @param createdAt when it was begun
 * @param changedAt when it was changed last
 * @param changedBy who changed it last
 * @param effectiveAt from when on it is to be live, or null for as soon as it is approved
 * @param approvedHash what exactly was approved, or null
 * @param release the release that it became, or null
 */
public record Draft(
        long id,
        int version,
        String title,
        String owner,
        State state,
        long baseRelease,
        Instant createdAt,
        Instant changedAt,
        String changedBy,
        @Nullable Instant effectiveAt,
        @Nullable String approvedHash,
        @Nullable Long release) {

    /** The same with another title. */
    Draft renamed(String words) {
        return copy(
                version, words, state, changedAt, changedBy, effectiveAt, approvedHash, release);
    }

    /** The same, to be live from then on; null for as soon as it is approved. */
    Draft from(@Nullable Instant moment) {
        return copy(version, title, state, changedAt, changedBy, moment, approvedHash, release);
    }

    /** The same, approved as it is, for its time or at once. */
    Draft approved(String hash, Instant now) {
        var moment = effectiveAt == null ? now : effectiveAt;
        return copy(version, title, State.APPROVED, changedAt, changedBy, moment, hash, release);
    }

    /** The same, live. */
    Draft published(long number) {
        return copy(
                version,
                title,
                State.PUBLISHED,
                changedAt,
                changedBy,
                effectiveAt,
                approvedHash,
                number);
    }

    /** The same in a state. */
    Draft in(State other) {
        return copy(
                version, title, other, changedAt, changedBy, effectiveAt, approvedHash, release);
    }

    /** The next version. */
    Draft next(String by, Instant now) {
        return copy(version + 1, title, state, now, by, effectiveAt, approvedHash, release);
    }

    private Draft copy(
            int newVersion,
            String newTitle,
            State newState,
            Instant newChangedAt,
            String newChangedBy,
            @Nullable Instant newEffectiveAt,
            @Nullable String newApprovedHash,
            @Nullable Long newRelease) {
        return new Draft(
                id,
                newVersion,
                newTitle,
                owner,
                newState,
                baseRelease,
                createdAt,
                newChangedAt,
                newChangedBy,
                newEffectiveAt,
                newApprovedHash,
                newRelease);
    }

    /** How far a draft has come. */
    public enum State {
        /** Being written. */
        OPEN,
        /** Waiting for somebody else to approve it or to return it. */
        REQUESTED,
        /** Approved; live from its effective time on. */
        APPROVED,
        /** Live, or was. */
        PUBLISHED,
        /** Given up. */
        WITHDRAWN
    }
}
