package dev.innkeeper.customer;

import java.time.LocalDate;
import java.util.List;

/** Says why something of a customer may not be erased now. */
public interface HoldsCustomer {

    /**
     * The legal holds on a customer; none where all may go.
     *
     * @param today the date in the house's zone
     */
    List<LegalHold> holds(String customerId, LocalDate today);
}
