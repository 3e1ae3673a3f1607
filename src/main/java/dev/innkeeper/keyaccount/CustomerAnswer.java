package dev.innkeeper.keyaccount;

import org.jspecify.annotations.Nullable;

/**
 * What the customer says of a closed deal.
 *
 * @param reached whether the customer could be asked
 * @param words what decided it in the customer's words; where not reached, what was tried
 * @param satisfaction with how we dealt with them, 1 to 7; null where not reached
 * @param wouldBuyAgain whether they would buy from us another time; null where not reached or not
 *     said
 */
public record CustomerAnswer(
        boolean reached,
        String words,
        @Nullable Integer satisfaction,
        @Nullable Boolean wouldBuyAgain) {

    /** Nobody could be asked. */
    public static CustomerAnswer notReached(String words) {
        return new CustomerAnswer(false, words, null, null);
    }
}
