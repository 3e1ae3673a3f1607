package dev.innkeeper.customer;

import java.util.List;
import org.springframework.data.repository.CrudRepository;

/** The cases of customer care by their number. */
interface CareCases extends CrudRepository<CareCase, String> {

    /** The latest other cases of a customer, latest first. */
    List<CareCase> findTop5ByCustomerIdAndNumberNotOrderByOpenedAtDesc(
            String customerId, String number);
}
