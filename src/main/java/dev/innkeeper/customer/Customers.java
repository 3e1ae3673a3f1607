package dev.innkeeper.customer;

import java.time.LocalDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.CrudRepository;

/** The customers by id. */
interface Customers extends CrudRepository<Customer, String> {

    @Query("SELECT NEXT VALUE FOR customer_number")
    long nextNumber();

    /** The customer under whose id the file is kept: that of the survivor after a merge. */
    @Query("SELECT COALESCE(merged_into, id) FROM customer WHERE id = :id")
    Optional<String> current(String id);

    /** The same by the id that the customer has in the caller's system. */
    @Query(
            """
            SELECT COALESCE(c.merged_into, c.id) FROM customer_contact k
            JOIN customer c ON c.id = k.customer_id
            WHERE k.kind = 'EXTERNAL' AND k.contact = :externalId
            """)
    Optional<String> currentOf(String externalId);

    /** Locks the customer, so that two complaints at the same moment see each other. */
    @Modifying
    @Query(
            """
            UPDATE customer SET complaints = complaints + 1, version = version + 1,
                open_complaints = open_complaints + 1,
                last_complaint_at = GREATEST(COALESCE(last_complaint_at, :at), :at)
            WHERE id = :id AND merged_into IS NULL
            """)
    int complaintReceived(String id, LocalDateTime at);

    @Modifying
    @Query("UPDATE customer SET tier_set_at = :at WHERE id = :id")
    int tierSet(String id, LocalDateTime at);

    @Modifying
    @Query(
            """
            UPDATE customer SET open_complaints = open_complaints - 1, version = version + 1
            WHERE id = :id
            """)
    int complaintOver(String id);

    @Modifying
    @Query(
            """
            UPDATE customer SET complaints = :complaints, open_complaints = :open,
                last_complaint_at = :lastAt, version = version + 1
            WHERE id = :id
            """)
    int countComplaints(String id, int complaints, int open, @Nullable LocalDateTime lastAt);

    @Modifying
    @Query(
            """
            UPDATE customer SET last_satisfied = :satisfied, last_satisfied_at = :at
            WHERE id = :id
            """)
    int satisfied(String id, boolean satisfied, LocalDateTime at);
}
