package dev.innkeeper.keyaccount;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.CrudRepository;

/** The expense claims by number. */
interface Expenses extends CrudRepository<Expense, String> {

    /** The claim that shows this receipt and was not refused. */
    Optional<Expense> findByOpenReceipt(String openReceipt);

    /** The claims of a deal, the latest first. */
    @Query(
            """
            SELECT * FROM deal_expense WHERE deal = :deal
            ORDER BY claimed_at DESC, number DESC LIMIT :limit OFFSET :offset
            """)
    List<Expense> ofDeal(String deal, int offset, int limit);

    long countByDeal(String deal);
}
