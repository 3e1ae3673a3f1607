package dev.innkeeper.nightly;

import java.time.LocalDate;
import java.util.List;

/**
 * Something that is done every night for the customers that are due for it. To do it twice for one
 * customer and day changes nothing the second time.
 */
public interface NightlyWork {

    /** Its name in the list of runs, such as {@code credit-review-selection}. */
    String name();

    /** The works of a night are done by this, the smallest first. */
    int order();

    /** How many customers one transaction takes. */
    default int pageSize() {
        return 100;
    }

    /**
     * The next customers that are due.
     *
     * @param after only ids behind this one; empty at first
     * @param limit how many at most
     * @param asOf the day of the run
     * @return ids in ascending order; empty at the end
     */
    List<String> due(String after, int limit, LocalDate asOf);

    /**
     * Does the work, as part of the caller's transaction.
     *
     * @param customerIds what {@link #due} answered
     * @param asOf the day of the run
     * @return for how many of them something was done
     */
    int handle(List<String> customerIds, LocalDate asOf);
}
