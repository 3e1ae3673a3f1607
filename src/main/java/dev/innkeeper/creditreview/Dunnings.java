package dev.innkeeper.creditreview;

import java.util.Optional;
import org.springframework.data.repository.CrudRepository;

/** The dunning cases by number. */
interface Dunnings extends CrudRepository<Dunning, String> {

    Optional<Dunning> findByOpenCustomer(String customerId);
}
