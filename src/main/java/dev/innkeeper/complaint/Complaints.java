package dev.innkeeper.complaint;

import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.CrudRepository;

/** The complaints by number. */
interface Complaints extends CrudRepository<Complaint, String> {

    @Query(
            """
            SELECT number FROM complaint
            WHERE registered_by = :registeredBy AND external_id = :externalId
            """)
    Optional<String> numberOf(String registeredBy, String externalId);
}
