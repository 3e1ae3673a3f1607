package dev.innkeeper.keyaccount;

import dev.innkeeper.common.Page;

/** The deals as lists. */
public interface DealList {

    /**
     * A part of a list.
     *
     * @param offset how many to leave out, from 0
     * @param limit how many to give, 1 to 200
     */
    Page<DealRow> find(DealFilter filter, DealSort sort, int offset, int limit);
}
