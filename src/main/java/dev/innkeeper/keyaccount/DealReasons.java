package dev.innkeeper.keyaccount;

import dev.innkeeper.keyaccount.facts.Stage;
import java.util.List;

/**
 * The list of reasons why deals are won, lost or discarded; shipped, and extended in the table
 * {@code deal_reason}. It serves the closing of a deal and its review alike.
 */
public interface DealReasons {

    /** Every reason, in the order of the list. */
    List<DealReason> all();

    /** Whether this code may explain this outcome. */
    boolean known(String code, Stage outcome);
}
