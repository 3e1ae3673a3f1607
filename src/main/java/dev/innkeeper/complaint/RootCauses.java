package dev.innkeeper.complaint;

import java.util.List;

/**
 * The list of root causes; shipped for each category and extended in the table {@code root_cause}.
 */
public interface RootCauses {

    /** Every cause, in the order of the categories. */
    List<RootCause> all();
}
