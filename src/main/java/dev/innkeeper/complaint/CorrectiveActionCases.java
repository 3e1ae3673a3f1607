package dev.innkeeper.complaint;

import java.util.Optional;
import org.springframework.data.repository.CrudRepository;

/** The corrective actions by number. */
interface CorrectiveActionCases extends CrudRepository<CorrectiveAction, String> {

    Optional<CorrectiveAction> findByOpenCause(String openCause);
}
