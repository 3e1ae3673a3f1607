package dev.innkeeper.keyaccount;

import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.CrudRepository;

/** The deals by number. */
interface Deals extends CrudRepository<Deal, String> {

    @Query("SELECT number FROM deal WHERE registered_by = :by AND external_id = :externalId")
    Optional<String> numberOf(String by, String externalId);
}
