package dev.innkeeper.customer;

import dev.innkeeper.common.Refusal;
import java.util.List;

/**
 * What a feature keeps of customers in its own tables, so that it goes to the survivor when two
 * files of one customer are merged, and comes back when that is undone.
 */
public interface MovesWithCustomer {

    /**
     * Stops a merge that the feature cannot bear.
     *
     * @param survivor the file that stays
     * @param other the file that goes into it
     * @throws Refusal NOT_NOW or REFUSED with the remedy
     */
    default void check(String survivor, String other) {}

    /**
     * The tables whose rows go with the customer. Each has a column {@code customer_id}.
     *
     * @param survivor the file that stays
     * @param other the file that goes into it
     */
    List<Rows> rows(String survivor, String other);

    /**
     * Told after rows have moved, there or back, in the same transaction: for what is counted.
     *
     * @param survivor the file that stayed
     * @param other the file that went into it or came out of it again
     * @param back it came out again
     */
    default void moved(String survivor, String other, boolean back) {}

    /** How the rows of a table move. */
    enum Manner {
        /** As they are. */
        PLAIN,
        /**
         * The table has a column {@code version}, which a move raises, so that whoever has read a
         * row before sees that it was moved.
         */
        VERSIONED,
        /** A row whose like the survivor has already stays where it is. */
        WHERE_FREE
    }

    /**
     * The rows of one table.
     *
     * @param table its name
     * @param key an expression of SQL over one row that is never the same for two, does not hold
     *     the customer's id, and is at most 300 characters long as text
     * @param manner how they move
     */
    record Rows(String table, String key, Manner manner) {

        /** Rows that move as they are. */
        public static Rows of(String table, String key) {
            return new Rows(table, key, Manner.PLAIN);
        }

        /** Rows of aggregates with a version. */
        public static Rows versioned(String table, String key) {
            return new Rows(table, key, Manner.VERSIONED);
        }

        /** Rows that move where the survivor has none like them. */
        public static Rows whereFree(String table, String key) {
            return new Rows(table, key, Manner.WHERE_FREE);
        }
    }
}
