package dev.innkeeper.customer;

import java.util.List;
import java.util.Set;

/** Erases what a feature holds of a person, or makes it anonymous, so that figures stay right. */
public interface ErasesCustomer {

    /**
     * Erases what may go.
     *
     * @param customerIds the customer and those merged into it
     * @param kept the numbers of the cases that are to be left as they are
     * @return what was erased
     */
    List<Erased> erase(Set<String> customerIds, Set<String> kept);

    /**
     * What was erased of a section.
     *
     * @param rows how many rows were deleted or made anonymous
     */
    record Erased(FileSection section, int rows) {}
}
