package dev.innkeeper.casefile;

import dev.innkeeper.common.CaseNumber;
import java.time.Instant;

/**
 * Another case that belongs to this one.
 *
 * @param other the other case
 * @param kind how they belong together
 * @param at since when
 */
public record CaseLink(CaseNumber other, Kind kind, Instant at) {

    /** How two cases belong together, seen from the one at hand. */
    public enum Kind {
        /** This case is handled in the other one. */
        HANDLED_IN,
        /** The other case is handled in this one. */
        HANDLES,
        /** The other case removes the cause of this one. */
        CORRECTED_BY,
        /** This case removes the cause of the other one. */
        CORRECTS,
        /** Both are open deals about the same thing, hunted by different people. */
        COLLIDES_WITH,
        /** This case is the reward for the other one. */
        REWARDS,
        /** The other case is the reward for this one. */
        REWARDED_BY,
        /** Because of the other case the credit is reviewed in this one. */
        REVIEWS,
        /** Because of this case the credit is reviewed in the other one. */
        REVIEWED_IN;

        /** The same link, seen from the other case. */
        public Kind opposite() {
            return switch (this) {
                case HANDLED_IN -> HANDLES;
                case HANDLES -> HANDLED_IN;
                case CORRECTED_BY -> CORRECTS;
                case CORRECTS -> CORRECTED_BY;
                case COLLIDES_WITH -> COLLIDES_WITH;
                case REWARDS -> REWARDED_BY;
                case REWARDED_BY -> REWARDS;
                case REVIEWS -> REVIEWED_IN;
                case REVIEWED_IN -> REVIEWS;
            };
        }
    }
}
