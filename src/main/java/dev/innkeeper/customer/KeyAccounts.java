package dev.innkeeper.customer;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says which customers are key accounts; the feature that knows their contracts does. */
public interface KeyAccounts {

    /**
     * Those of these customers who are key accounts on that day.
     *
     * @param customers in queries of constant number
     * @param asOf the day of which is asked
     */
    Set<String> among(Collection<Candidate> customers, LocalDate asOf);

    /**
     * A customer of whom is asked.
     *
     * @param keyAccount whether the house keeps the customer as a key account now
     * @param sharePercent of the turnover of the house in twelve months, or null where it had none
     * @param creditScore 0 to 100, or null before the first review
     * @param strategic the file says that the customer is a brand, a reference or a new field
     */
    record Candidate(
            String customerId,
            boolean keyAccount,
            @Nullable BigDecimal sharePercent,
            @Nullable Integer creditScore,
            boolean strategic) {}
}
