package dev.innkeeper.complaint;

import dev.innkeeper.common.Page;

/** Lists complaints. */
public interface ComplaintList {

    /**
     * A page of the complaints that pass the filter.
     *
     * @param offset how many to leave out, from 0
     * @param limit how many to give, 1 to 200
     */
    Page<ComplaintRow> find(ComplaintFilter filter, ComplaintSort sort, int offset, int limit);
}
